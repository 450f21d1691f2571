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
    let margin = SafeText.spaces(margin)
    let lines = reading.problem.map(problemLines) ?? reading.lines.map { Line($0.spans) }
    return lines.prefix(page.size.rows).map { line in
      line.spans.isEmpty ? line : Line([Span(margin)]) + line.fitted(to: page.size.columns)
    }
  }

  private func problemLines(_ error: LibraryError) -> [Line] {
    let path = reading.path.map(Wording.title) ?? ""
    return [
      Line(SafeText(path), style: .bold), Line(),
      Line(SafeText(Wording.attempt(error)), style: Style(color: .red)),
      Line(SafeText(Wording.reason(error)), style: Style(color: .red)), Line(),
      Line(SafeText(Wording.tryAgain), style: .dim),
    ]
  }
}
