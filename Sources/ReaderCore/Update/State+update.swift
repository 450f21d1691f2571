import Articles
import Screen
import Typesetting

extension State {
  /// Takes in what happened and says what is to be done about it.
  /// - Parameter now: wall clock time; it stamps marks and decides which deadlines have passed.
  package mutating func update(_ event: Event, at now: Timestamp) -> [Effect] {
    self.now = now
    searchTitles()
    switch event {
    case .key(let key): press(key)
    case .resized(let size): self.size = size
    case .deadlinePassed: break
    case .ending: savePlace()
    case .continued: goOn()
    case .expecting(let count): list.reserve(count)
    case .found, .scanned, .scanFailed, .vanished, .folderChanged, .described:
      updateLibrary(event)
    case .indexed(let done, let total): indexed(done, of: total)
    case .foundFirst(let text, let paths): foundFirst(text, paths)
    case .foundInTexts(let text, let outcome): foundInTexts(text, outcome)
    case .foundInFiles(let text, let paths): foundInFiles(text, paths)
    case .excerpted(let snippets, let text): excerpted(snippets, text)
    case .foundWords(let query, let outcome): foundWords(query, outcome)
    case .foundViewWords(let query, let outcome): foundViewWords(query, outcome)
    case .foundRelated(let path, let outcome): foundRelated(path, outcome)
    case .opened(let path, let document, let changes):
      opened(path, .success(document), changes: changes)
    case .notOpened(let path, let error): opened(path, .failure(error))
    case .sought(let path, let text, let outcome): sought(path, text, outcome)
    case .hitSought(let path, let typed, let outcome): hitSought(path, typed, outcome)
    case .placesListed(let path, let outcome): placesListed(path, outcome)
    case .linesCounted(let path, let outcome): linesCounted(path, outcome)
    case .hyphenatorLoaded(let language, let hyphenator):
      hyphenation[language] = hyphenator.map { .ready($0) } ?? .missing
    case .marksLoaded, .marksMerged, .historyRead, .noticed, .saved, .notSaved:
      updateMarks(event)
    }
    meetDeadlines()
    settle()
    pressWaitingKeys()
    defer { effects = [] }
    return effects
  }

  /// Whether the last update has left something to do for when its effects are under way.
  package var isUnfinished: Bool { unfinished != nil }

  /// Does what an update has left, and says what is to be done about that.
  package mutating func finish() -> [Effect] {
    searchTitles()
    settle()
    defer { effects = [] }
    return effects
  }

  /// Makes everything fit together after a change: the selection is on the screen, the reading pane
  /// shows the selected article at the measure of its pane, and what became visible is counted.
  mutating func settle() {
    guard !isUnfinished else { return }
    list.clamp(rows: visibleRows)
    chooseStartIfKnown()
    describeVisible()
    excerptVisible()
    followSelection()
    settlePage()
    settleSeeking()
    openWhereTheUserIs()
  }

  /// Runs on after a suspend; meanwhile nothing stood on the screen.
  private mutating func goOn() {
    reading.endShownSince = nil
    effects.append(.redraw)
    rescan(isAsked: false)
  }

  private mutating func updateMarks(_ event: Event) {
    switch event {
    case .marksLoaded(let loaded, let notices):
      marks.load(loaded)
      recount()
      if view.hidesRead || view.narrowing != nil || view.sort.needsMarks || list.copies.hasDoubles {
        applyView()
      }
      if reading.openedAt == nil, reading.movedAt == nil { resume() }
      noteMissing()
      // What is wrong with the configuration is not said again.
      if let notice = notices.first, message == nil || notice.isTrouble { tell(notice) }
    case .marksMerged(let others):
      marks.merge(others)
      recount()
    case .historyRead(let entries): entries.forEach { marks.history.take($0) }
    case .noticed(let notice): tell(notice)
    case .saved(let count):
      saving.unsaved = max(saving.unsaved - count, 0)
      saving.since = now
      saving.failure = nil
    case .notSaved(let error, let unsaved):
      saving.unsaved = unsaved
      saving.failure = error
      // What the user was told of the marks is not so.
      message = nil
    default: break
    }
  }

  private mutating func tell(_ notice: Notice) {
    message = Message(Wording.notice(notice), notice.isTrouble ? .error : .note)
  }
}

extension Notice {
  fileprivate var isTrouble: Bool {
    switch self {
    case .keptElsewhere, .folderBack: false
    default: true
    }
  }
}

// MARK: - Deadlines

extension State {
  /// When `.deadlinePassed` is to come, where nothing else happens before; nil is never.
  package var deadline: Timestamp? {
    [
      keys.hintTime, saving.overdueTime, dwellTime, savePositionTime, patienceTime, startTime,
      reading.lateTime,
    ].compactMap { $0 }.filter { $0 > now }.min()
  }

  private var startTime: Timestamp? {
    guard case .open(let until) = start else { return nil }
    return until
  }

  /// When keys stop waiting for an article or the marks.
  private var patienceTime: Timestamp? { waitingSince.map { $0 + ReadingPane.patience } }

  private mutating func meetDeadlines() {
    if let time = dwellTime, time <= now { markReadByDwelling() }
    if let time = savePositionTime, time <= now { savePlace() }
    if let time = startTime, time <= now { chooseStart() }
  }
}
