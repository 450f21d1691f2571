import Screen

extension State {
  /// What the screen shows.
  package var frame: Frame {
    guard size.columns > 0, size.rows > 0 else { return Frame(size: size, lines: []) }
    let layout = layout
    let status = layout.statusRow == nil ? nil : statusLine.fitted(to: size.columns)
    let pane = overlayPane ?? panes(layout)
    let lines = pane.lines + (status.map { [$0] } ?? [])
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
    if prompt != nil, let row = layout.statusRow {
      return Point(column: min(promptColumns, size.columns - 1), row: row)
    }
    if overlay != nil { return Point(column: 0, row: 0) }
    if pane == .list, let rows = layout.listRows, list.count > 0 {
      let row = rows.origin.row + list.selection - list.top
      return Point(column: min(1, size.columns - 1), row: min(row, size.rows - 1))
    }
    return pane == .reading ? layout.page?.origin : nil
  }
}
