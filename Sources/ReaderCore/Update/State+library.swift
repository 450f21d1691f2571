import Articles
import Screen

// What the folder holds, as it becomes known.
extension State {
  /// How long the choice of the first article waits for the folder and the marks, in milliseconds.
  private static let startPatience: Timestamp = 300

  mutating func updateLibrary(_ event: Event) {
    switch event {
    case .found(let articles): found(articles)
    case .scanned(let errors): scanned(errors)
    case .scanFailed(let error):
      tell([error], isAsked: scan.isAsked)
      scan = .failed(error)
      isScanStale = false
    case .vanished(let paths): vanished(paths)
    case .folderChanged: folderChanged()
    case .described(let descriptions): described(descriptions)
    default: break
    }
  }

  private mutating func found(_ articles: [Article]) {
    if case .open(nil) = start { start = .open(until: now + State.startPatience) }
    let shown = reading.path.flatMap { list[$0] }
    let new = list.take(articles)
    for index in new { list.note(marks[list.articles[index].path], of: index) }
    searchTitles(of: new)
    if case .running(let found, let isAsked) = scan {
      scan = .running(found: found + new.count, isAsked: isAsked)
    }
    if new.count < articles.count, view.orderSort.needsTimes { view.order = nil }
    take(new)
    guard let shown, let present = list[shown.path] else { return }
    if shown.modified != present.modified || shown.bytes != present.bytes { readAgain() }
  }

  private mutating func scanned(_ errors: [LibraryError]) {
    let open = reading.openedAt == nil ? nil : list.selectedIndex
    let lost = list.endScan(unlisted: errors.map(\.path), keeping: open)
    if lost > 0 { forgetLost() }
    let isAsked = scan.isAsked
    if case .running(let found, _) = scan {
      if isAsked { message = Message(Wording.looked(found: found, lost: lost)) }
      if found > 0 { searchMoreFiles() }
    }
    scan = .done
    if lost > 0, let open, !list.holds(open) { message = Message(Wording.vanished, .error) }
    tell(errors, isAsked: isAsked)
    noteMissing()
    lookUpAgain()
    fillIn()
    if isScanStale { rescan(isAsked: false) }
  }

  /// A folder that is walked again and again by itself says what it does not list only once.
  private mutating func tell(_ errors: [LibraryError], isAsked: Bool) {
    let isNew = errors != unlisted
    unlisted = errors
    guard let error = errors.first, isNew || isAsked else { return }
    message = Message(Wording.failure(error), .error)
  }

  private mutating func vanished(_ paths: [ArticlePath]) {
    let open = reading.openedAt == nil ? nil : list.selectedIndex
    guard list.lose(paths, keeping: open) > 0 else { return }
    forgetLost()
    if let open, !list.holds(open) { message = Message(Wording.vanished, .error) }
    noteMissing()
    fillIn()
  }

  /// A walk that is under way may have passed what has changed: another one follows it.
  private mutating func folderChanged() {
    if scan.isRunning { isScanStale = true } else { rescan(isAsked: false) }
  }

  private mutating func described(_ descriptions: [Description]) {
    let found = list.indices(of: descriptions.map(\.path))
    let known = zip(found, descriptions).compactMap { index, description in
      index.map { (index: $0, description: description) }
    }
    let indices = known.map(\.index)
    let wasDescribed = view.orderSort.needsSummaries && list.isDescribed
    learn(of: indices) { state in
      let surplus = state.list.describe(known, keeping: state.pinned)
      state.searchTitles(of: indices)
      state.hide(surplus)
      for index in indices { state.view.context.forget(index) }
    }
    if scan == .done { followRenames(indices) }
    addRows(indices)
    fillIn()
    if view.orderSort.needsSummaries { view.order = nil }
    // While the index is made, much becomes known again, and more exactly: that waits for its end.
    let isSettled = indexed == nil || !wasDescribed
    if view.orderSort.needsSummaries, isSettled, list.isDescribed { sortRows() }
  }

  /// Articles are missing only when everything could be listed and something was found.
  mutating func noteMissing() {
    guard scan == .done, marks.isLoaded, list.presentCount > 0 else { return }
    marks.noteMissing { list.holds($0) }
    followRenames(list.present)
  }

  /// Asks for the titles of the rows on the screen before all others.
  mutating func describeVisible() {
    let rows = layout.listRows == nil ? 0 : visibleRows
    let visible = list.rows.dropFirst(list.top).prefix(rows).map { list.articles[$0] }
    let unknown = visible.filter { $0.summary == nil && list.problems[$0.path] == nil }.map(\.path)
    guard unknown != describing else { return }
    describing = unknown
    if !unknown.isEmpty { effects.append(.describe(unknown)) }
  }

  /// Walks the folder again, and tries again what could not be read. A walk that is under way goes
  /// on instead: two at a time would each miss what the other one finds.
  mutating func rescan(isAsked: Bool) {
    if case .running(let found, _) = scan { return scan = .running(found: found, isAsked: isAsked) }
    isScanStale = false
    list.beginScan()
    scan = .running(found: 0, isAsked: isAsked)
    effects.append(.scan)
    if !list.problems.isEmpty { effects.append(.describe(list.problems.keys.sorted())) }
    if reading.problem != nil { readAgain() }
  }

  // MARK: The first article

  /// The article to begin with is the one where the user was last. Where nothing has been marked
  /// yet, it is the library's own welcome; without one, the first unread article.
  ///
  /// Articles are found in the order of their paths, so it is often known long before the last.
  mutating func chooseStartIfKnown() {
    guard start != .chosen, marks.isLoaded, !awaitsBeginning else { return }
    guard scan.isRunning else { return chooseStart() }
    if let beginning, list.holds(beginning) { chooseStart() }
  }

  /// Chooses among the rows that there are. Without any, the choice stays open.
  mutating func chooseStart() {
    guard start != .chosen else { return }
    keepBeginning()
    guard list.count > 0 else { return }
    start = .chosen
    let name = Array("welcome.".utf8)
    let welcome = marks.isEmpty ? list.row { $0.path.nameStarts(with: name) } : nil
    let last =
      beginning.flatMap { list.row(of: $0) } ?? marks.lastPlace.flatMap { list.row(of: $0) }
    let row = last ?? welcome
    select(row: row ?? list.row { marks[$0.path].state == .unread } ?? 0)
    followSelection()
  }
}
