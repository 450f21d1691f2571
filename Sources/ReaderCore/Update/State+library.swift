import Articles
import Screen

// What the folder holds, as it becomes known, and which of it the view shows.
extension State {
  /// How long the choice of the first article waits for the folder and the marks, in milliseconds.
  private static let startPatience: Timestamp = 300

  mutating func updateLibrary(_ event: Event) {
    switch event {
    case .found(let articles): found(articles)
    case .scanned(let errors):
      scan = .done
      if list.endScan() { recount() }
      if let error = errors.first { message = Message(Wording.failure(error), .error) }
    case .scanFailed(let error):
      scan = .failed(error)
      message = Message(Wording.failure(error), .error)
    case .described(let descriptions):
      for description in descriptions { list.describe(description.path, description.outcome) }
      if view.sort.needsSummaries, list.isDescribed { sortRows() }
    default: break
    }
  }

  private mutating func found(_ articles: [Article]) {
    if case .open(nil) = start { start = .open(until: now + State.startPatience) }
    let new = list.take(articles)
    for index in new { counts.add(marks[list.articles[index].path].state) }
    let shown = new.filter(isShown)
    guard !shown.isEmpty else { return }
    list.insert(shown, isAnchored: start == .chosen) { $0.path < $1.path }
  }

  /// Asks for the titles of the rows on the screen before all others.
  mutating func describeVisible() {
    let rows = layout.listRows?.size.rows ?? 0
    let visible = list.rows.dropFirst(list.top).prefix(rows).map { list.articles[$0] }
    let unknown = visible.filter { $0.summary == nil && list.problems[$0.path] == nil }.map(\.path)
    guard !unknown.isEmpty, unknown != describing else { return }
    describing = unknown
    effects.append(.describe(unknown))
  }

  mutating func rescan() {
    list.beginScan()
    scan = .running
    effects.append(.scan)
    // What could not be read is asked for again.
    if reading.problem != nil { reading = ReadingPane() }
    applyView()
  }

  // MARK: The first article

  /// The article to begin with is the one where the user was last. Where nothing has been marked
  /// yet, it is the library's own welcome; without one, the first unread article.
  ///
  /// Articles are found in the order of their paths, so it is often known long before the last.
  mutating func chooseStartIfKnown() {
    guard start != .chosen, marks.isLoaded else { return }
    guard scan == .running else { return chooseStart() }
    if let last = marks.lastPlace, list[last] != nil { chooseStart() }
  }

  mutating func chooseStart() {
    guard start != .chosen, list.count > 0 || scan != .running else { return }
    start = .chosen
    let welcome = marks.isEmpty ? list.row { $0.path.name.starts(with: "welcome.".utf8) } : nil
    let row = marks.lastPlace.flatMap { list.row(of: $0) } ?? welcome
    select(row: row ?? list.row { marks[$0.path].state == .unread } ?? 0)
  }

  // MARK: The view

  private func isShown(_ index: ArticleList.Index) -> Bool {
    if view.hidesRead, marks[list.articles[index].path].state == .read { return false }
    return view.search?.matches(title(of: list.articles[index])) ?? true
  }

  /// Chooses the rows of the view anew. Until then a row stays, even if it matches no longer.
  mutating func applyView() {
    list.show(sorted(list.present.filter(isShown)))
  }

  mutating func sortRows() {
    list.show(sorted(list.rows))
  }

  private func sorted(_ rows: [ArticleList.Index]) -> [ArticleList.Index] {
    let sort = view.sort
    let keyed = rows.map { index in
      let article = list.articles[index]
      let value = sort.value(
        of: article, title: title(of: article), marks: marks[article.path],
        date: date(of: article))
      return (index: index, value: value, path: article.path)
    }
    return keyed.sorted { left, right in
      if left.value != right.value { return (left.value < right.value) != sort.isDescending }
      return (left.path < right.path) != (sort.key == .path && sort.isReversed)
    }.map(\.index)
  }
}
