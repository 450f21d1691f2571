import Foundation
import Articles
import ReaderCore
import Screen
import Testing

@Suite struct KeyTableTests {
  @Test func readmeShowsTheKeysInUse() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let parts = readme.components(separatedBy: "<!-- keys:begin -->\n")
    let shown = parts.last?.components(separatedBy: "<!-- keys:end -->").first
    let table = KeyTable.markdown(.standard)
    #expect(
      shown == table, "README.md must hold this between its keys markers:\n\(table)")
  }

  @Test func everyCommandStandsOnceInTheTableOfCommands() {
    #expect(
      Command.table.map(\.command).sorted { $0.rawValue < $1.rawValue }
        == Command.allCases.sorted { $0.rawValue < $1.rawValue })
  }

  @Test func everyCommandHasAKeyOrIsShownByItsName() {
    let rows = Command.Group.allCases.flatMap { KeyTable.rows(of: $0, in: nil, .standard) }
    for command in Command.allCases {
      let keys = rows.filter { $0.command == command }.map(\.keys)
      #expect(keys.count == 1 && keys != [""], "\(command)")
      let hasKey = Keymap.standard.rows.contains { $0.command == command }
      #expect(hasKey || keys == [":\(command.name)"])
    }
  }

  @Test(arguments: PaneName.allCases) func noKeysMeanTwoThings(pane: PaneName) {
    var meanings: [[String]: Command] = [:]
    for row in Keymap.standard.rows where row.pane == nil || row.pane == pane {
      for sequence in row.sequences {
        let names = sequence.map(\.name)
        #expect(meanings[names] == nil, "\(names) means \(row.command) and more")
        meanings[names] = row.command
      }
    }
    for names in meanings.keys {
      for count in 1..<names.count {
        #expect(meanings[Array(names.prefix(count))] == nil, "\(names) can never be finished")
      }
    }
  }
}
