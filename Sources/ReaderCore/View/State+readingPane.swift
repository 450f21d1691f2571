import Articles
import Screen
import Typesetting

extension State {
  func readingPane(_ area: Area, page: Area?) -> Pane {
    guard let page else { return Pane(size: area.size) }
    let blank = Array(repeating: Line(), count: page.origin.row - area.origin.row)
    return Pane(
      blank + pageLines(page, margin: page.origin.column - area.origin.column), size: area.size)
  }

  private func pageLines(_ page: Area, margin: Int) -> [Line] {
    let blank = [Span(SafeText.spaces(margin))]
    let bar = State.changeBar(margin)
    let lines =
      reading.problem.map { problemLines($0, columns: layout.measure) }
      ?? reading.lines.map { Line($0.spans) }
    return lines.prefix(page.size.rows).enumerated().map { row, line in
      if line.spans.isEmpty { return line }
      let margin = isNew(row) ? bar : blank
      let missing = page.size.columns - line.columns
      guard missing > 0 else { return Line(margin) + line.fitted(to: page.size.columns) }
      return Line(joining: margin, line.spans, [Span(.spaces(missing))])
    }
  }

  /// Whether the text of a row was not there when it was last read.
  private func isNew(_ row: Int) -> Bool {
    guard let changes = reading.changes, row < reading.lines.count else { return false }
    let source = reading.lines[row].source
    return changes.contains { $0.overlaps(source) }
  }

  /// The margin of what is new: a bar beside the text.
  private static func changeBar(_ margin: Int) -> [Span] {
    guard margin > 0 else { return [] }
    let gap = margin > 1 ? 1 : 0
    return [
      Span(.spaces(margin - 1 - gap)), Span(SafeText("▎"), style: Style(color: .green)),
      Span(.spaces(gap)),
    ]
  }

  private func problemLines(_ error: LibraryError, columns: Int) -> [Line] {
    func lines(_ text: String, _ style: Style) -> [Line] {
      SafeText(text).wrapped(columns: columns).map { Line($0, style: style) }
    }
    return lines(reading.path.map(Wording.title) ?? "", .bold) + [Line()]
      + lines(Wording.failure(error), Style(color: .red)) + [Line()]
      + lines(Wording.tryAgain, .dim)
  }
}
