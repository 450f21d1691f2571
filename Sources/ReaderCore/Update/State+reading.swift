import Articles
import Screen
import Typesetting

// Reading: which article is shown, what counts as shown, and what follows from it.
extension State {
  /// The end of an article must stand on the screen so long to count as read, in milliseconds.
  private static let dwell: Timestamp = 2_000
  /// A place is saved when it has not moved for so long, in milliseconds.
  private static let restTime: Timestamp = 2_000

  // MARK: Showing

  /// Asks for the selected article, if another one is shown.
  mutating func followSelection() {
    guard start == .chosen else { return }
    let path = list.selected?.path
    guard path != reading.wanted else { return }
    leaveArticle()
    reading.want(path, now: now)
    guard let path else { return reading.show(nil) }
    guard reading.isLoading else { return }
    effects.append(.load(path, near: placeToResume(path)?.offset ?? 0))
  }

  mutating func opened(
    _ path: ArticlePath, _ outcome: Result<Document, LibraryError>, changes: [Range<Int>]? = nil
  ) {
    guard path == reading.wanted else { return }
    if reading.isLoading || reading.problem != nil && reading.awaitedOffset != nil {
      reading.show(outcome)
      reading.changes = changes
      prepareNeighbours()
      return resume()
    }
    // An article that was left and taken up again may have been read twice.
    guard let awaited = reading.awaitedOffset else { return }
    switch outcome {
    case .success(let document):
      guard document.source.shows(awaited) else { return }
      replaceDocument(document)
      reading.changes = changes
    case .failure(let error):
      reading.awaitedOffset = nil
      message = Message(Wording.failure(error), .error)
    }
  }

  /// Asks for the text that is shown once more: it has changed, or could not be read before.
  mutating func readAgain() {
    guard !reading.isLoading, let path = reading.path else { return }
    let offset = reading.anchor ?? 0
    reading.awaitedOffset = offset
    effects.append(.load(path, near: offset))
  }

  /// Has the articles around the selected one read ahead, unless the next letter brings others.
  private mutating func prepareNeighbours() {
    guard prompt?.purpose != .findTitle else { return }
    let rows = [list.selection + 1, list.selection - 1].filter(list.rows.indices.contains)
    if !rows.isEmpty { effects.append(.prepare(rows.map { list[row: $0].path })) }
  }

  /// Takes the article up where it was left.
  mutating func resume() {
    guard let path = reading.path else { return }
    let position = placeToResume(path)
    reading.anchor = position.map(\.offset).flatMap { $0 > 0 ? $0 : nil }
    reading.words = position?.quote
    reading.progress = marks[path].progress
    reading.galley = nil
  }

  /// Where an article that is being read is taken up again.
  private func placeToResume(_ path: ArticlePath) -> Position? {
    let marks = marks[path]
    return marks.state == .reading ? marks.position?.value : nil
  }

  // MARK: Opening and leaving

  /// What stands in the pane that the user is in is open.
  mutating func openWhereTheUserIs() {
    if pane == .reading || reading.opensWhenShown { openShown() }
  }

  /// The user begins to read what is shown.
  mutating func openShown() {
    guard let path = reading.path, !reading.isLoading, reading.openedAt == nil, marks.isLoaded,
      reading.galley != nil
    else { return }
    reading.openedAt = now
    reading.isSettled = false
    if path != lastOpened { (lastOpened, openedBefore) = (path, lastOpened) }
    noteWhatIsShown()
    savePosition()
    if settings.markRead == .open { markReadAlone(path) }
  }

  /// The user turns to something else; what is known of the place is saved.
  mutating func leaveArticle() {
    savePlace()
    reading.close()
  }

  /// Saves the place of the article that is open, where it has moved.
  mutating func savePlace() {
    if reading.openedAt != nil, reading.movedAt != nil { savePosition() }
  }

  /// The user goes on from this article to another one: if its end was shown, it has been read.
  mutating func moveOn() {
    guard settings.markRead == .end, reading.openedAt != nil, reading.isEndShown,
      !reading.isSettled, let path = reading.path
    else { return }
    markReadAlone(path)
  }

  /// `Space`: a page down; at the end, the next article.
  mutating func readOn() {
    guard list.selected != nil else { return message = Message(Wording.nothingToOpen) }
    guard layout.page != nil else { return enterReadingPane() }
    guard reading.document != nil else { return goToUnread(by: 1, opening: true) }
    openShown()
    guard reading.isEndShown else { return scroll(by: pageStep) }
    goToUnread(by: 1, opening: true)
  }

  // MARK: What was shown

  mutating func noteWhatIsShown() {
    guard reading.openedAt != nil, overlay == nil else { return reading.endShownSince = nil }
    reading.progress = max(reading.progress, shownShare)
    guard reading.isEndShown, pane == .reading else { return reading.endShownSince = nil }
    if reading.endShownSince == nil { reading.endShownSince = now }
  }

  /// The share of the text down to the last line of the page, 0…1.
  var shownShare: Double {
    guard let total = reading.document?.source.total, total > 0, !reading.isEndShown else {
      return 1
    }
    let shown = reading.lines.dropLast().last { !$0.source.isEmpty }
    return min(Double(shown?.source.upperBound ?? reading.anchor ?? 0) / Double(total), 1)
  }

  /// When the article that is open is to be marked read, if nothing happens before.
  var dwellTime: Timestamp? {
    guard let path = reading.path, let openedAt = reading.openedAt, !reading.isSettled,
      marks[path].state != .read
    else { return nil }
    switch settings.markRead {
    case .end: return reading.endShownSince.map { $0 + State.dwell }
    case .after(let time): return openedAt + time
    case .open, .manual: return nil
    }
  }

  mutating func markReadByDwelling() {
    guard let path = reading.path else { return }
    markReadAlone(path)
  }

  var savePositionTime: Timestamp? {
    guard reading.openedAt != nil else { return nil }
    return reading.movedAt.map { $0 + State.restTime }
  }

  mutating func savePosition() {
    guard let path = reading.path, marks.isLoaded, let quote = reading.wordsAtAnchor() else {
      return
    }
    reading.movedAt = nil
    let position = Position(
      offset: reading.anchor ?? 0, quote: quote, progress: reading.progress)
    set([Assignment(path: path, mark: .position(position))])
  }
}
