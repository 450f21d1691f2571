import Screen
import Typesetting

extension State {
  /// So many columns of the screen are needed for one of help, and more than three nobody reads.
  private static let helpWidth = 50
  private static let mostHelpColumns = 3

  /// The keys of a pane in as few columns as fit the screen; where none do, in those that are the
  /// least high.
  func helpLines(_ page: HelpPage) -> [Line] {
    let groups = helpGroups(page)
    guard !groups.isEmpty else { return [Line(SafeText(" " + Wording.noSuchKey))] }
    let most = min(max(size.columns / State.helpWidth, 1), State.mostHelpColumns)
    var lines = helpLines(groups, columns: 1)
    for count in 1..<most where lines.count > overlayRows {
      let others = helpLines(groups, columns: count + 1)
      if others.count < lines.count { lines = others }
    }
    return lines
  }

  /// What the filter leaves of the groups of commands.
  private func helpGroups(_ page: HelpPage) -> [(heading: String, rows: [KeyTable.Row])] {
    let needle = Needle(page.filter)
    return Command.Group.allCases.compactMap { group in
      let rows = KeyTable.rows(of: group, in: page.pane, settings.keymap).filter { row in
        needle.map { $0.occurs(in: row.keys + " " + row.help) } ?? true
      }
      return rows.isEmpty ? nil : (group.rawValue, rows)
    }
  }

  private func helpLines(
    _ groups: [(heading: String, rows: [KeyTable.Row])], columns count: Int
  ) -> [Line] {
    let width = size.columns / count
    // Side by side, they get no more room than they need.
    let keys = groups.flatMap(\.rows).map { SafeText($0.keys).columns }.max() ?? 0
    let room = count == 1 ? (heading: 11, keys: 16) : (heading: 10, keys: keys)
    let blocks = groups.map { group in
      group.rows.enumerated().flatMap { index, row in
        let heading = SafeText(" " + (index == 0 ? group.heading : ""))
        let name = Line([
          Span(heading.fitted(to: room.heading), style: .bold),
          Span(SafeText(row.keys).fitted(to: room.keys)),
        ])
        return entry(name, SafeText(row.help), style: .dim, columns: width)
      }
    }
    let columns = State.balanced(blocks, columns: count)
    guard columns.count > 1 else { return columns.first ?? [] }
    return (0..<(columns.map(\.count).max() ?? 0)).map { row in
      columns.reduce(Line()) { line, column in
        line + (row < column.count ? column[row] : Line()).fitted(to: width)
      }
    }
  }

  /// Blocks one below the other in so many columns at most, none of them divided, in the fewest rows.
  private static func balanced(_ blocks: [[Line]], columns count: Int) -> [[Line]] {
    var rows = blocks.map(\.count).max() ?? 0
    while true {
      var columns: [[Line]] = []
      for block in blocks {
        if let last = columns.last, last.count + block.count <= rows {
          columns[columns.count - 1] += block
        } else {
          columns.append(block)
        }
      }
      if columns.count <= count { return columns }
      rows += 1
    }
  }
}
