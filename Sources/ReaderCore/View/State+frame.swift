import Screen
import Typesetting

extension State {
  /// What the screen shows.
  package var frame: Frame {
    guard size.columns > 0, size.rows > 0 else { return Frame(size: size, lines: []) }
    let layout = layout
    let status = layout.statusRow == nil ? nil : statusLine.fitted(to: size.columns)
    let pane = overlayPane ?? emptyLibraryPane ?? panes(layout)
    let errors = errorLines.prefix(pane.lines.count)
    let lines = Array(pane.lines.dropLast(errors.count) + errors) + (status.map { [$0] } ?? [])
    return Frame(size: size, lines: lines, cursor: cursor(layout))
  }

  private func panes(_ layout: Layout) -> Pane {
    let list = layout.list.map { listPane($0, rows: layout.listRows) }
    let reading = layout.reading.map { readingPane($0, page: layout.page) }
    switch (list, reading) {
    case (let list?, let reading?):
      return list.beside(reading, rule: Span(SafeText("│"), style: .dim))
    case (let pane?, nil), (nil, let pane?): return pane
    case (nil, nil): return Pane(size: size)
    }
  }

  /// The cursor stands on what the keyboard acts on, where screen readers and braille lines look.
  private func cursor(_ layout: Layout) -> Point? {
    if let prompt, let row = layout.statusRow {
      return Point(column: min(promptColumn(prompt), size.columns - 1), row: row)
    }
    if overlay != nil { return overlayCursor }
    if pane == .reading { return layout.page.map(pageCursor) }
    guard let rows = layout.listRows, list.count > 0 else { return nil }
    let row = rows.origin.row + (list.selection - list.top) * rowLines
    return Point(column: min(1, size.columns - 1), row: min(row, size.rows - 1))
  }

  /// On the current match, if it is on the page, else at its beginning.
  private func pageCursor(_ page: Area) -> Point {
    for (row, line) in reading.lines.prefix(page.size.rows).enumerated() {
      guard let span = line.spans.firstIndex(where: \.isCurrentMatch) else { continue }
      let column = page.origin.column + line.spans[..<span].reduce(0) { $0 + $1.text.columns }
      return Point(column: min(column, size.columns - 1), row: page.origin.row + row)
    }
    return page.origin
  }
}

extension Span {
  /// Only the current match of a search is drawn so.
  fileprivate var isCurrentMatch: Bool { style.attributes.isSuperset(of: [.reverse, .bold]) }
}
