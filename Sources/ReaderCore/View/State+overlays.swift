import Screen
import Typesetting

extension State {
  /// The page that lies over the panes, without the bottom line.
  var overlayPane: Pane? {
    switch overlay {
    case .help(let page): overlayPane(Wording.helpTitle(page), helpLines(page), top: page.top)
    case .info(let top): overlayPane(Wording.infoTitle, infoLines, top: top)
    case .places(let list): placesPane(list)
    case .views(let views): viewsPane(views)
    case nil: nil
    }
  }

  /// A list over the panes, as wide as the screen, the selected row marked.
  func listPane(_ title: String, _ page: ListPage, count: Int, row: (Int) -> Line) -> Pane {
    let rows = overlayRows
    let top = page.top(rows: rows, count: count)
    let lines = (top..<min(top + rows, count)).map { index in
      let line = row(index).fitted(to: size.columns)
      return index == page.selection ? line.adding(.reverse) : line
    }
    return overlayPane(title, lines, top: 0)
  }

  private func overlayPane(_ title: String, _ lines: [Line], top: Int) -> Pane {
    let head = [Line(SafeText(" " + title), style: .bold), Line()]
    let top = min(top, max(lines.count - overlayRows, 0))
    let rows = layout.statusRow ?? size.rows
    return Pane(head + lines.dropFirst(top), size: Size(columns: size.columns, rows: rows))
  }

  /// Where the cursor stands on the page: behind what is being typed.
  var overlayCursor: Point? {
    switch overlay {
    case .help(let page) where page.isTyping:
      let column = SafeText(" " + Wording.helpTitle(page)).columns
      return Point(column: min(column, size.columns - 1), row: 0)
    case .help, .info: return Point(column: 0, row: 0)
    case .places(let list): return cursor(list.page, count: list.places.count)
    case .views(let views): return cursor(views.page, count: views.rows.count)
    case nil: return nil
    }
  }

  /// On the selected row of a list.
  private func cursor(_ page: ListPage, count: Int) -> Point {
    let row = 2 + page.selection - page.top(rows: overlayRows, count: count)
    return Point(column: min(1, size.columns - 1), row: min(row, size.rows - 1))
  }

  /// A text beside its name, in as many lines as it takes; on a narrow screen below it.
  /// - Parameter columns: how many there are for both.
  func entry(_ name: Line, _ text: SafeText, style: Style, columns: Int) -> [Line] {
    let beside = columns - name.columns - 3
    let isBeside = beside >= 20
    let indent = Line.blank(isBeside ? name.columns + 2 : 3)
    let parts = text.wrapped(columns: isBeside ? beside : columns - 4)
    let lines = parts.map { indent + Line($0, style: style) }
    guard isBeside else { return [name] + lines }
    return [name + .blank(2) + Line(parts[0], style: style)] + lines.dropFirst()
  }
}
