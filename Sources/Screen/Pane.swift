/// A rectangle of text: as many lines as it has rows, each exactly as wide as the pane.
package struct Pane: Hashable, Sendable {
  package let size: Size
  package let lines: [Line]

  /// Cuts and fills lines to a size; what is filled up takes a style.
  package init(_ lines: [Line] = [], size: Size, fill: Style = .plain) {
    let size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    let shown = lines.prefix(size.rows).map { $0.fitted(to: size.columns, fill: fill) }
    let blank = Line.blank(size.columns, style: fill)
    self.size = size
    self.lines = shown + Array(repeating: blank, count: size.rows - shown.count)
  }

  private init(joined lines: [Line], size: Size) {
    self.lines = lines
    self.size = size
  }

  /// Two panes side by side, as high as the higher one, with a rule between them if there is one.
  package func beside(_ right: Pane, rule: Span? = nil) -> Pane {
    let rows = max(size.rows, right.size.rows)
    let rule = rule.map { [$0] } ?? []
    let lines = zip(withRows(rows).lines, right.withRows(rows).lines).map { left, right in
      Line(joining: left.spans, rule, right.spans)
    }
    let columns = size.columns + Line(rule).columns + right.size.columns
    return Pane(joined: lines, size: Size(columns: columns, rows: rows))
  }

  /// Two panes one above the other, as wide as the wider one.
  package func above(_ lower: Pane) -> Pane {
    let columns = max(size.columns, lower.size.columns)
    let rows = size.rows + lower.size.rows
    return Pane(lines + lower.lines, size: Size(columns: columns, rows: rows))
  }

  private func withRows(_ rows: Int) -> Pane {
    rows == size.rows ? self : Pane(lines, size: Size(columns: size.columns, rows: rows))
  }
}

extension Frame {
  /// A pane that fills the screen.
  package init(_ pane: Pane, cursor: Point? = nil) {
    self.init(size: pane.size, lines: pane.lines, cursor: cursor)
  }
}
