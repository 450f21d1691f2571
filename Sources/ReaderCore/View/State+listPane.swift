import Articles
import Screen

extension State {
  func listPane(_ area: Area, rows: Area?) -> Pane {
    let head = [topLine(columns: area.size.columns), Line()]
    let headRows = (rows?.origin.row ?? 0) - area.origin.row
    let columns = area.size.columns
    let body = list.count == 0 ? emptyList(columns: columns) : listRows(rows, columns: columns)
    return Pane(Array(head.prefix(headRows)) + body, size: area.size)
  }

  // MARK: The top line

  /// The counts give way one after the other before the name does.
  private func topLine(columns: Int) -> Line {
    let name = SafeText(" " + topLineName)
    let texts = topLineCounts.map { SafeText("  " + $0 + " ") }
    let counts = texts.first { name.columns + $0.columns <= columns } ?? texts.last ?? .empty
    let room = max(columns - counts.columns, 0)
    return Line([Span(name.fitted(to: room), style: .bold), Span(counts, style: .dim)])
  }

  private var topLineName: String {
    switch view.search {
    case .words(let words): return "/ " + words.text
    case .related(_, let title): return Wording.like(title)
    case nil: break
    }
    guard let narrowing = view.narrowing else { return settings.libraryName }
    return narrowing.name.map { "\(settings.libraryName) · \($0)" } ?? "& " + narrowing.text
  }

  /// What the right of the top line says, from the longest to the shortest.
  private var topLineCounts: [String] {
    if view.search != nil { return [foundCount, Wording.articles(list.count), "\(list.count)"] }
    guard view.narrowing == nil else { return Wording.counts(list.rowCounts) }
    guard !scan.isRunning || list.presentCount > 0 else { return [Wording.lookingAround] }
    return Wording.counts(view.hidesRead ? list.counts : list.rowCounts)
  }

  /// How much a search has found, and in what.
  var foundCount: String {
    let share = view.search?.typed == nil ? nil : indexed
    return Wording.articles(list.count)
      + (view.hits.isMissing ? Wording.titlesOnly : share.map(Wording.indexed) ?? "")
  }

  // MARK: Rows

  private func listRows(_ area: Area?, columns: Int) -> [Line] {
    let rows = area == nil ? 0 : visibleRows
    let shown = list.top..<min(list.top + rows, list.count)
    let showsContext = rowLines > 1
    let chosen = list.chosenRows
    let today = today
    return shown.flatMap { row -> [Line] in
      let line = rowLine(list.rows[row], columns: columns, today: today)
      let context = showsContext ? [contextLine(list.rows[row], columns: columns)] : []
      guard chosen?.contains(row) == true else { return [line] + context }
      return [line.adding(pane == .list ? .reverse : .underline)] + context
    }
  }

  private func rowLine(_ index: ArticleList.Index, columns: Int, today: String) -> Line {
    let article = list.articles[index]
    let marks = marks[article.path]
    let style = rowStyle(marks.state)
    let table = ListColumns(columns: columns)
    var row = RowSpans(columns: columns)
    row.append(RowText.marker(marks.state), columns: 3, style: style)
    let places = RowText.otherPlaces(list.copyCount(of: index), columns: table.title - 6)
    row.append(
      SafeText(title(of: article)), columns: table.title - places.columns, style: style)
    row.append(places, columns: places.columns, style: .dim)
    if table.star > 0 {
      let star = marks.isStarred ? RowText.star : RowText.noStar
      row.append(star, columns: 2, style: Style(color: marks.isStarred ? .yellow : nil))
    }
    if table.minutes > 0 {
      let (text, style) = length(of: article, marks, isShort: table.isShort)
      row.append(SafeText("  " + text), columns: table.minutes, style: style)
    }
    if table.date > 0 {
      let date = date(of: article)
      let text = SafeText("  " + (date == today ? "today" : date))
      row.append(text, columns: table.date, style: .dim)
    }
    return row.line()
  }

  private func rowStyle(_ state: ReadState) -> Style {
    switch state {
    case .unread: .bold
    case .reading: .plain
    case .read: .dim
    }
  }

  private func length(of article: Article, _ marks: Marks, isShort: Bool) -> (String, Style) {
    if list.problems[article.path] != nil {
      return (Wording.unreadable(isShort: isShort), Style(color: .red))
    }
    guard let summary = article.summary, summary.words > 0 else { return ("", .dim) }
    if summary.isOther(than: marks) { return (Wording.changed, Style(color: .yellow)) }
    guard marks.state == .reading else { return (Wording.minutes(summary.minutes), .dim) }
    let left = Double(summary.minutes) * (1 - marks.progress)
    return (Wording.minutesLeft(max(Int(left.rounded(.up)), 1), isShort: isShort), .dim)
  }

  // MARK: No rows

  private func emptyList(columns: Int) -> [Line] {
    guard list.presentCount > 0 else { return [] }
    return lines(emptyViewTexts, margin: 3, columns: columns)
  }

  private var emptyViewTexts: [String] {
    if view.search != nil { return Wording.nothingFound }
    return view.narrowing != nil ? Wording.nothingMatches : Wording.allHidden
  }

  /// What to do with a library that holds no articles, or cannot be listed; it takes the screen.
  var emptyLibraryPane: Pane? {
    guard list.count == 0, list.presentCount == 0, !scan.isRunning else { return nil }
    let (columns, rows) = (size.columns, layout.statusRow ?? size.rows)
    let head = rows >= 9 ? [topLine(columns: columns), Line()] : []
    let margin = min(max((columns - 48) / 2, 1), 12)
    let body = lines(emptyLibraryTexts, margin: margin, columns: columns)
    return Pane(head + body, size: Size(columns: columns, rows: rows))
  }

  private var emptyLibraryTexts: [String] {
    guard case .failed(let error) = scan else {
      return Wording.emptyLibrary(settings.libraryPath)
    }
    return [Wording.failure(error), "", Wording.tryAgain]
  }

  private func lines(_ texts: [String], margin: Int, columns: Int) -> [Line] {
    let room = max(columns - margin - 1, 1)
    let wrapped = texts.flatMap { SafeText($0).wrapped(columns: room) }
    return [Line()] + wrapped.map { Line(SafeText.spaces(margin) + $0) }
  }
}

extension Summary {
  /// Whether the text is another one than when it was marked.
  fileprivate func isOther(than marks: Marks) -> Bool {
    guard marks.state != .unread, let marked = marks.fingerprint, let fingerprint else {
      return false
    }
    return marked != fingerprint.text
  }
}

/// The spans of a row, filled up with blanks of their own: joining texts would cost more than all
/// else of a row.
private struct RowSpans {
  private var spans: [Span] = []
  private let columns: Int
  private var used = 0

  init(columns: Int) {
    self.columns = columns
    spans.reserveCapacity(12)
  }

  mutating func append(_ text: SafeText, columns wanted: Int, style: Style) {
    used += wanted
    guard text.columns < wanted else {
      return spans.append(Span(text.fitted(to: wanted), style: style))
    }
    spans.append(Span(text, style: style))
    spans.append(Span(.spaces(wanted - text.columns), style: style))
  }

  /// Exactly as wide as the pane.
  mutating func line() -> Line {
    if used > columns { return Line(spans).fitted(to: columns) }
    if used < columns { append(.empty, columns: columns - used, style: .plain) }
    return Line(spans)
  }
}

/// What many rows have in common, sanitised once.
private enum RowText {
  static let star = SafeText(" ★")
  static let noStar = SafeText.spaces(2)
  /// How many other files have the same text, where there are any and there is room.
  static func otherPlaces(_ count: Int, columns: Int) -> SafeText {
    guard count > 0 else { return .empty }
    let text = SafeText(" +\(count)")
    return text.columns <= columns ? text : .empty
  }

  private static let unread = SafeText(" ● ")
  private static let reading = SafeText(" ◐ ")
  private static let read = SafeText.spaces(3)

  static func marker(_ state: ReadState) -> SafeText {
    switch state {
    case .unread: unread
    case .reading: reading
    case .read: read
    }
  }
}

/// The columns of the list. Those on the right give way one after the other before the title gets
/// too short to tell articles apart.
struct ListColumns: Hashable {
  private(set) var title: Int
  private(set) var star = 0
  private(set) var minutes = 0
  private(set) var date = 0
  /// Whether the minutes are told in few letters.
  private(set) var isShort = false

  init(columns: Int) {
    // The marker and a margin on the right.
    title = max(columns - 4, 0)
    take(2, leaving: 10, for: \.star)
    isShort = columns < 44
    take(isShort ? 9 : 13, leaving: 17, for: \.minutes)
    take(12, leaving: 28, for: \.date)
  }

  private mutating func take(
    _ columns: Int, leaving least: Int, for column: WritableKeyPath<ListColumns, Int>
  ) {
    guard title - columns >= least else { return }
    title -= columns
    self[keyPath: column] = columns
  }
}
