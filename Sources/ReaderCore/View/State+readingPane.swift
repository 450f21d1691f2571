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
    let margin = [Span(SafeText.spaces(margin))]
    let lines =
      reading.problem.map { problemLines($0, columns: layout.measure) }
      ?? reading.lines.map { Line($0.spans) }
    return lines.prefix(page.size.rows).map { line in
      if line.spans.isEmpty { return line }
      let missing = page.size.columns - line.columns
      guard missing > 0 else { return Line(margin) + line.fitted(to: page.size.columns) }
      return Line(joining: margin, line.spans, [Span(.spaces(missing))])
    }
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
