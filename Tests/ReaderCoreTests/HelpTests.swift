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
