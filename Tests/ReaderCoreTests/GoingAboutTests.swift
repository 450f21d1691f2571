import Articles
import ReaderCore
import Screen
import Testing

@Suite struct GoingAboutTests {
  private let someRead = [
    ArticlePath("bravo.txt"): Samples.read(), ArticlePath("echo.txt"): Samples.read(),
  ]

  @Test(arguments: [
    (["J"], "Bravo"), (["3J"], "Delta"), (["99J"], "Foxtrot"), (["G", "K"], "Echo"),
    (["G", "2K"], "Delta"), (["G", "99K"], "Alpha"),
  ])
  func jAndKGoToOtherArticlesFromEitherPane(keys: [String], title: String) {
    for start in ["h", "Enter"] {
      var reader = TestReader(Samples.six)
      for key in keys.dropLast() + [start] { reader.press(key) }
      reader.press(keys[keys.count - 1])
      if start == "h" { #expect(reader.cursorRow.contains(title)) }
      if start == "Enter" { #expect(reader.topLine == title) }
    }
  }

  @Test func whatIsReachedInTheReadingPaneIsOpen() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "J", "J")
    let opened = ["alpha.txt", "bravo.txt", "charlie.txt"]
    #expect(opened.allSatisfy { reader.readState($0) == .reading })
    #expect(reader.readState("delta.txt") == .unread)
  }

  @Test func theFirstAndTheLastSayThatTheyAre() {
    var reader = TestReader(Samples.six)
    reader.press("K")
    #expect(reader.message == "This is the first article.")
    reader.press("G", "J")
    #expect(reader.message == "This is the last article.")
    var single = TestReader(Array(Samples.six.prefix(1)))
    single.press("J")
    #expect(single.message == "This is the last article.")
    single.press("K")
    #expect(single.message == "This is the first article.")
  }

  @Test(arguments: [
    (["n"], "Charlie"), (["2n"], "Delta"), (["3n"], "Foxtrot"), (["4n"], "Foxtrot"),
    (["]u"], "Charlie"), (["3]u"], "Foxtrot"), (["p"], "Foxtrot"), (["2p"], "Delta"),
    (["[u"], "Foxtrot"), (["3[u"], "Charlie"), (["n", "n", "n", "n"], "Alpha"),
  ])
  func keysGoToUnreadArticlesRoundTheList(keys: [String], title: String) {
    var reader = TestReader(Samples.six, marks: someRead)
    for key in keys { reader.press(key) }
    #expect(reader.cursorRow.contains(title))
    #expect(reader.saved.isEmpty, "the list only previews")
  }

  @Test func inTheReadingPaneTheNextUnreadIsOpened() {
    var reader = TestReader(Samples.six, marks: someRead)
    reader.press("Enter", "n")
    #expect(reader.topLine == "Charlie")
    #expect(reader.readState("charlie.txt") == .reading)
  }

  @Test(arguments: ["n", "p", "]u", "[u", "gr"]) func withoutAnotherUnreadKeysSaySo(key: String) {
    var reader = TestReader(Array(Samples.six.prefix(2)), marks: someRead)
    reader.press(key)
    #expect(reader.cursorRow.contains("Alpha"))
    #expect(reader.message == "No other article is unread in this view.")
    reader.press("m", key)
    #expect(reader.message == "Nothing unread is left.")
  }

  @Test(arguments: ["J", "K", "n", "p", "]u", "[u", "''", "gr", "m", "N", "A", "s", "Enter", "zf"])
  func inAnEmptyLibraryKeysSayThatThereIsNothing(key: String) {
    var reader = TestReader([])
    reader.press(key)
    #expect(!reader.message.isEmpty && !reader.message.contains("does nothing here"))
    #expect(reader.screen.contains("No articles here yet."))
    #expect(reader.saved.isEmpty)
  }

  // MARK: Places

  @Test func twoQuotesGoBackAndForth() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "f", "3J")
    #expect(reader.topLine == "Delta")
    let delta = reader.screen
    reader.press("''")
    #expect(reader.topLine.contains("Alpha") || reader.screen.contains("Alpha paragraph"))
    #expect(reader.screen.contains("Alpha paragraph 5"), "at the place where it was left")
    reader.press("''")
    #expect(reader.screen == delta)
  }

  @Test func fromTheListTwoQuotesGoBackIntoTheArticle() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "f", "h", "3j", "''")
    #expect(reader.screen.contains("Alpha paragraph 5"))
    reader.press("h", "''")
    #expect(reader.screen.contains("Alpha paragraph 5"), "also from its own row")
  }

  @Test func withoutAnotherPlaceTwoQuotesSaySo() {
    var reader = TestReader(Samples.six)
    reader.press("''")
    #expect(reader.message == "No other article was open before.")
    reader.press("Enter", "''")
    #expect(reader.message == "No other article was open before.")
  }

  @Test func aLastPlaceOutsideTheViewIsNamedAsSuch() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "h", "/", "delta", "Enter", "''")
    #expect(reader.message == "The last article is not in this view.")
    #expect(reader.cursorRow.contains("Delta"))
  }

  @Test func grGoesToSomeOtherUnreadArticle() {
    var reader = TestReader(Samples.six, marks: someRead)
    var visited: Set<String> = []
    var last = reader.cursorRow
    for _ in 1...40 {
      reader.press("gr")
      #expect(reader.cursorRow != last && reader.cursorRow.contains("●"))
      last = reader.cursorRow
      visited.insert(last)
    }
    #expect(visited.count == 4, "every unread article comes up")
  }
}
