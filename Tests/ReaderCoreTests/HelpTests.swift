import Articles
import ReaderCore
import Screen
import Testing

@Suite struct HelpTests {
  private func help(_ keys: String..., rows: Int = 100) -> TestReader {
    var reader = TestReader(Samples.six, rows: rows)
    for key in keys { reader.press(key) }
    return reader
  }

  @Test(arguments: ["?", "F1"]) func keysShowTheKeysOfThePane(key: String) {
    let list = help(key)
    #expect(list.rows[0] == " Keys in the list")
    #expect(list.screen.contains("select rows"))
    #expect(!list.screen.contains("Ctrl-D d"))
    let page = help("Enter", key)
    #expect(page.rows[0] == " Keys in the reading pane")
    #expect(!page.screen.contains("select rows"))
    #expect(page.screen.contains("Ctrl-D d"))
  }

  @Test func everyCommandOfThePaneIsThere() {
    for (pane, keys) in [(PaneName.list, ["?"]), (.reading, ["Enter", "?"])] {
      var reader = TestReader(Samples.six, columns: 120, rows: 100)
      for key in keys { reader.press(key) }
      for group in Command.Group.allCases {
        for row in KeyTable.rows(of: group, in: pane, .standard) {
          #expect(reader.rows.contains { $0.contains(row.keys) && $0.contains(row.help) })
        }
      }
    }
  }

  @Test(arguments: ["q", "?", "Esc", "Enter", "F1"]) func keysCloseIt(key: String) {
    var reader = help("3j")
    let before = reader.screen
    reader.press("?", key)
    #expect(reader.screen == before)
  }

  @Test func lettersSearch() {
    var reader = help("?", "undo")
    #expect(reader.rows[0] == " Keys in the list   / undo")
    #expect(reader.rows[2].contains("State     U"))
    #expect(reader.rows[3] == "")
    #expect(reader.state.frame.cursor == Point(column: 26, row: 0))
    reader.press("Backspace", "Backspace", "Backspace")
    #expect(reader.screen.contains("next unread"))
    reader.press("Esc")
    #expect(reader.rows[0] == " Keys in the list" && reader.screen.contains("line down"))
    reader.press("Esc")
    #expect(reader.screen.contains("Alpha"))
  }

  @Test(arguments: [("quit", "back, then quit"), ("jo", "No key does that"), ("k", "keys of this")])
  func aSlashLetsEveryLetterSearch(text: String, found: String) {
    let reader = help("?", "/", text)
    #expect(reader.screen.contains(found))
    #expect(reader.rows[0].hasSuffix("/ " + text))
  }

  @Test func backspaceOverTheStartLeavesTheSearch() {
    var reader = help("?", "/", "x", "Backspace", "Backspace")
    #expect(reader.rows[0] == " Keys in the list")
    reader.press("q")
    #expect(reader.screen.contains("Alpha"))
  }

  @Test func keysAreFoundByTheirNames() {
    let reader = help("?", "/", "C", "trl-R")
    #expect(reader.rows[2].contains("redo"))
  }

  @Test func itScrollsWithinItsLines() {
    var reader = help("?", rows: 10)
    reader.press("k")
    #expect(reader.rows[2].contains("line down"))
    reader.press("j")
    #expect(reader.rows[2].contains("line up"))
    reader.press("Space", "PgDn")
    for _ in 1...100 { reader.press("Down") }
    #expect(reader.rows[8].contains("keys of this pane"))
    for _ in 1...20 { reader.press("PgUp") }
    #expect(reader.rows[2].contains("line down"))
  }

  @Test func onALargerScreenItIsFilledAgain() {
    var reader = help("?", rows: 10)
    for _ in 1...20 { reader.press("PgDn") }
    reader.resize(80, 100)
    #expect(reader.rows[2].contains("line down"))
  }

  @Test func aFilterBeginsAtTheTop() {
    var reader = help("?", rows: 10)
    for _ in 1...9 { reader.press("Space") }
    reader.press("/", "u")
    #expect(reader.rows[2].hasPrefix(" Move"))
  }

  @Test func noKeyOfHelpReachesTheReader() {
    var reader = help("?")
    for key in ["m", "A", "s", "Q", "Tab", "J", "Ctrl-Z", "r"] { reader.press(key) }
    #expect(reader.saved.isEmpty && reader.effects.isEmpty)
  }

  @Test func onANarrowScreenNothingIsCut() {
    var reader = TestReader(Samples.six, columns: 36, rows: 300)
    reader.press("?")
    #expect(!reader.screen.contains("…"))
    let words = reader.rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("page down; at the end mark it read, open the next unread"))
  }

  // MARK: Wide screens

  /// In which column of the screen each group begins.
  private func headings(_ reader: TestReader) -> [String: Int] {
    Command.Group.allCases.reduce(into: [:]) { headings, group in
      for row in reader.rows.dropFirst(2) {
        guard let range = row.firstRange(of: " \(group.rawValue) ") else { continue }
        headings[group.rawValue] = row.distance(from: row.startIndex, to: range.lowerBound)
      }
    }
  }

  private func wide(_ columns: Int, _ rows: Int) -> TestReader {
    var reader = TestReader(Samples.six, columns: columns, rows: rows)
    reader.press("?")
    return reader
  }

  @Test(arguments: [
    (99, 24, [0]), (99, 60, [0]), (120, 60, [0, 60]), (200, 50, [0, 100]), (120, 100, [0]),
    (240, 38, [0, 80, 160]), (400, 38, [0, 133, 266]),
  ])
  func aWideScreenHasNoMoreColumnsThanItTakes(columns: Int, rows: Int, places: [Int]) {
    let reader = wide(columns, rows)
    #expect(Set(headings(reader).values).sorted() == places)
    #expect(!reader.screen.contains("…"))
  }

  /// The rows of a group stand below its heading, and between them stands no other group.
  @Test func groupsAreKeptTogether() {
    let reader = wide(200, 50)
    let places = headings(reader)
    #expect(places.count == Command.Group.allCases.count)
    for half in [0, 100] {
      let rows = reader.rows.dropFirst(2).map { String($0.dropFirst(half).prefix(100)) }
      let groups = Command.Group.allCases.filter { places[$0.rawValue] == half }
      let wanted = groups.flatMap { KeyTable.rows(of: $0, in: .list, .standard).map(\.keys) }
      let found = rows.compactMap { row in
        wanted.first { row.dropFirst(10).hasPrefix($0 + " ") }
      }
      #expect(found == wanted, "column \(half)")
    }
  }

  @Test func columnsScrollTogether() {
    var reader = wide(120, 30)
    let before = reader.rows
    reader.press("j")
    #expect(reader.rows[2] == before[3] && reader.rows[26] == before[27])
    reader.press("G")
    #expect(reader.screen.contains("keys of this pane"))
    reader.press("k", "j", "PgDn")
    let end = reader.rows
    reader.press("j")
    #expect(reader.rows == end)
  }

  @Test func whatIsFoundTakesOneColumn() {
    var reader = wide(120, 30)
    reader.press("u", "ndo")
    #expect(reader.rows[2].contains("State     U") && reader.rows[3] == "")
  }

  @Test func theEndsAreAKeyAway() {
    var reader = TestReader(Samples.six, rows: 12)
    reader.press("?")
    let first = reader.rows[2]
    reader.press("G")
    #expect(reader.screen.contains("keys of this pane"))
    reader.press("Home")
    #expect(reader.rows[2] == first)
    reader.press("End")
    #expect(reader.screen.contains("keys of this pane"))
  }
}
