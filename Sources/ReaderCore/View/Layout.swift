import Screen

/// A part of the screen, in cells.
package struct Area: Hashable, Sendable {
  package var origin: Point
  package var size: Size

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    origin = Point(column: column, row: row)
    size = Size(columns: max(columns, 0), rows: max(rows, 0))
  }
}

/// Where everything stands. Update and view use the same one, so they cannot disagree.
package struct Layout: Hashable, Sendable {
  /// From here on, the panes stand side by side.
  static let wideColumns = 100
  static let listColumns = 36...60

  /// The whole list pane, its top line included; absent where it is not shown.
  package var list: Area?
  /// The rows of the list.
  package var listRows: Area?
  package var reading: Area?
  /// The lines of the page.
  package var page: Area?
  /// The bottom line; absent on a screen of one row.
  package var statusRow: Int?
  /// Columns that the text may have.
  package var measure = 0

  var isSideBySide: Bool { list != nil && reading != nil }

  init(size: Size, pane: PaneName, arrangement: Arrangement) {
    let rows = size.rows > 1 ? size.rows - 1 : size.rows
    statusRow = size.rows > 1 ? size.rows - 1 : nil
    if arrangement.isFocused || !Layout.isWide(size, arrangement) {
      let isReading = arrangement.isFocused || pane == .reading
      let whole = Area(column: 0, row: 0, columns: size.columns, rows: rows)
      if isReading { setReading(whole, arrangement) } else { setList(whole) }
      return
    }
    let columns = Layout.listColumns(size, arrangement)
    setList(Area(column: 0, row: 0, columns: columns, rows: rows))
    let rest = size.columns - columns - 1
    setReading(Area(column: columns + 1, row: 0, columns: rest, rows: rows), arrangement)
  }

  private static func isWide(_ size: Size, _ arrangement: Arrangement) -> Bool {
    switch arrangement.mode {
    case .automatic: size.columns >= wideColumns
    case .sideBySide: size.columns >= 40
    case .stacked: false
    }
  }

  /// What the page does not need goes to the list, between 36 and 60 columns; the user may ask for
  /// more or less, as long as both panes stay usable.
  private static func listColumns(_ size: Size, _ arrangement: Arrangement) -> Int {
    let wanted = size.columns - (arrangement.measure + 6)
    let usual = min(max(wanted, listColumns.lowerBound), listColumns.upperBound)
    let most = max(size.columns - 20, 12)
    return min(max(usual + arrangement.extraListColumns, 12), most)
  }

  /// On a low screen the blank line below the top line goes first, then the top line.
  private mutating func setList(_ area: Area) {
    list = area
    let head = area.size.rows >= 9 ? 2 : area.size.rows >= 3 ? 1 : 0
    listRows = Area(
      column: area.origin.column, row: area.origin.row + head,
      columns: area.size.columns, rows: area.size.rows - head)
  }

  /// The page is centred at the measure; with less room than that and four columns, its margin is
  /// one column.
  private mutating func setReading(_ area: Area, _ arrangement: Arrangement) {
    reading = area
    let columns = area.size.columns
    measure = columns >= arrangement.measure + 4 ? arrangement.measure : max(columns - 2, 1)
    let margin = columns > 2 ? (columns - measure) / 2 : 0
    let head = area.size.rows >= 9 ? 1 : 0
    page = Area(
      column: area.origin.column + margin, row: area.origin.row + head,
      columns: columns - margin, rows: area.size.rows - head)
  }
}

extension State {
  package var layout: Layout { Layout(size: size, pane: pane, arrangement: arrangement) }

  /// Rows of the list that are on the screen, or would be if it were shown.
  var visibleRows: Int { max((layout.listRows?.size.rows ?? size.rows) / rowLines, 1) }

  /// Lines on the screen that a row of the list takes.
  var rowLines: Int {
    guard let search = view.search?.typed, !search.isEmpty,
      let rows = layout.listRows?.size.rows, rows >= State.fewestContextLines
    else { return 1 }
    return 2
  }

  /// On a lower screen rows show no context.
  private static let fewestContextLines = 4
}
