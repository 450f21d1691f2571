import Articles
import ReaderCore
import Screen
import Testing

/// `/` in the list.
@Suite struct TitleSearchTests {
  /// The titles of the rows that the list shows.
  private func titles(_ reader: TestReader) -> [String] {
    reader.listedRows.compactMap { row in
      let words = row.split(separator: " ").map(String.init)
      return words.first { $0.first?.isUppercase == true }
    }
  }

  @Test func rowsAreFoundAsOneTypes() {
    var reader = TestReader(Samples.six)
    reader.press("/")
    #expect(titles(reader).count == 6)
    #expect(reader.message == "/" && reader.statusLine.hasSuffix("6 articles"))
    reader.press("a")
    #expect(titles(reader) == ["Alpha", "Bravo", "Charlie", "Delta"])
    reader.press("r")
    #expect(titles(reader) == ["Charlie"])
    #expect(reader.statusLine.hasPrefix(" / ar ") && reader.statusLine.hasSuffix("1 article"))
    reader.press("Backspace")
    #expect(titles(reader) == ["Alpha", "Bravo", "Charlie", "Delta"])
  }

  @Test func theCursorStandsBehindWhatIsTyped() {
    var reader = TestReader(Samples.six)
    reader.press("/", "漢字", "e")
    #expect(reader.state.frame.cursor == Point(column: 8, row: 23))
  }

  @Test(arguments: [
    ("alp", ["Alpha"]), ("ALP", []), ("Alp", ["Alpha"]), ("a h", ["Alpha", "Charlie"]),
    ("h a", ["Alpha", "Charlie"]),
    ("  ", ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot"]),
    ("e c", ["Charlie", "Echo"]), ("x", ["Foxtrot"]), ("é", ["Charlie", "Delta", "Echo"]),
  ])
  func everyWordMustStandInTheTitle(text: String, found: [String]) {
    var reader = TestReader(Samples.six)
    reader.answersSearches = false
    reader.press("/")
    for letter in text { reader.press(letter == " " ? "Space" : String(letter)) }
    #expect(
      titles(reader).filter { $0 != "Nothing" } == found)
  }

  @Test func enterKeepsTheSearchAndEscEndsIt() {
    var reader = TestReader(Samples.six)
    reader.press("4j", "/", "a", "Down", "Enter")
    #expect(titles(reader).count == 4)
    #expect(reader.rows[0].hasPrefix(" / a") && reader.rows[0].hasSuffix("4 articles"))
    #expect(reader.cursorRow.contains("Bravo"))
    reader.press("j", "Esc")
    #expect(titles(reader).count == 6)
    #expect(reader.cursorRow.contains("Charlie"), "the selection stays with its article")
  }

  @Test(arguments: ["Esc", "Ctrl-C", "Ctrl-G"]) func keysGiveUpAndComeBack(key: String) {
    var reader = TestReader(Samples.six)
    reader.press("4j", "/", "alpha")
    #expect(reader.cursorRow.contains("/ alpha"))
    #expect(reader.text(.reverse, row: 2).contains("Alpha"), "the best match is selected")
    reader.press(key)
    #expect(titles(reader).count == 6)
    #expect(reader.cursorRow.contains("Echo"), "back where the search began")
  }

  @Test func backspaceOverTheStartGivesUp() {
    var reader = TestReader(Samples.six)
    reader.press("4j", "/", "a", "Backspace")
    #expect(reader.text(.reverse, row: 6).contains("Echo"), "nothing typed, nothing moved")
    reader.press("Backspace")
    #expect(reader.cursorRow.contains("Echo"))
    reader.press("/", "Enter")
    #expect(reader.rows[0].hasPrefix(" articles"), "nor does an empty search stay")
  }

  @Test func keysEditWhatIsTyped() {
    var reader = TestReader(Samples.six)
    reader.press("/", "echo", "Space", "bra", "Ctrl-W")
    #expect(reader.message == "/ echo")
    reader.press("Ctrl-U", "br")
    #expect(titles(reader) == ["Bravo"])
    reader.press("Ctrl-U")
    reader.send(.key(.paste("fox\ntrot")))
    #expect(reader.message == "/ fox trot")
    reader.press("F5", "Insert", "Alt-x")
    #expect(reader.message == "/ fox trot", "other keys type nothing")
  }

  @Test func arrowsMoveTheSelectionWhileTyping() {
    var reader = TestReader(Samples.six, columns: 120)
    reader.press("/", "a", "Down", "Down", "Up")
    #expect(reader.text(.reverse, row: 4).contains("Bravo"))
    #expect(reader.rows[1].contains("Bravo"), "the preview follows")
  }

  @Test func nAndCapitalNGoThroughTheMatches() {
    var reader = TestReader(Samples.six)
    reader.press("/", "a", "Enter", "n")
    #expect(reader.cursorRow.contains("Bravo"))
    reader.press("2n")
    #expect(reader.cursorRow.contains("Delta"))
    reader.press("n")
    #expect(reader.cursorRow.contains("Delta"))
    #expect(reader.message == "No further match.")
    reader.press("2N")
    #expect(reader.cursorRow.contains("Bravo"))
    #expect(reader.saved.isEmpty, "N marks nothing while a search is shown")
    reader.press("Esc", "N")
    #expect(reader.readState("bravo.txt") == .read, "and does without one")
  }

  @Test func nMeansUnreadAgainInTheReadingPane() {
    var reader = TestReader(Samples.six, marks: [ArticlePath("bravo.txt"): Samples.read()])
    reader.press("/", "a", "Enter", "Enter", "n")
    #expect(reader.topLine == "Charlie")
  }

  @Test func pGoesToUnreadMatchesOnly() {
    var reader = TestReader(Samples.six, marks: [ArticlePath("bravo.txt"): Samples.read()])
    reader.press("/", "a", "Enter", "2n", "p")
    #expect(reader.cursorRow.contains("Alpha"))
  }

  @Test func nothingFoundSaysHowToGoOn() {
    var reader = TestReader(Samples.six)
    reader.press("/", "zzz")
    #expect(reader.screen.contains("Nothing was found."))
    #expect(reader.statusLine.hasSuffix("0 articles"))
    reader.press("Enter")
    #expect(reader.screen.contains("Esc ends the search."))
    for key in ["j", "m", "A", "Enter", "Space", "n", "N"] { reader.press(key) }
    #expect(reader.saved.isEmpty)
    reader.press("Esc")
    #expect(titles(reader).count == 6)
  }

  @Test func aSearchFindsTitlesThatBecomeKnownMeanwhile() {
    var reader = TestReader(bare: [
      ("1.txt", Samples.short("Alpha")), ("2.txt", Samples.short("Bravo")),
    ])
    reader.answersSearches = false
    reader.send(.marksLoaded([:], []))
    reader.find(["1.txt", "2.txt"])
    reader.send(.scanned([]))
    reader.press("/", "bravo")
    #expect(reader.screen.contains("Nothing was found."))
    reader.describe(["1.txt", "2.txt"])
    #expect(titles(reader) == ["Bravo"])
  }

  @Test func aSearchFindsTheNamesOfFilesThatCome() {
    var reader = TestReader(Samples.six)
    reader.answersSearches = false
    reader.press("/", "zulu")
    #expect(titles(reader).isEmpty)
    reader.texts += [("Zulu.txt", Samples.short("Yankee")), ("other.txt", Samples.short("Zulu"))]
    reader.find(["Zulu.txt", "other.txt"])
    #expect(titles(reader) == ["Zulu"])
    reader.describe(["Zulu.txt", "other.txt"])
    #expect(titles(reader) == ["Yankee", "Zulu"], "a row stays, even if it matches no longer")
  }

  @Test func theWordOfAnArticleIsSoughtInAllTitles() {
    var reader = TestReader(Samples.six)
    reader.answersSearches = false
    reader.press("Enter", "/", "bravo", "Enter", "*")
    #expect(titles(reader) == ["Bravo"])
  }

  /// Two letters may come before anything else is done.
  @Test func lettersThatComeTogetherAreOneSearch() {
    var reader = TestReader(Samples.six)
    reader.press("/")
    for letter in "nig" {
      _ = reader.state.update(.key(.character(Unicode.Scalar(String(letter)) ?? " ")), at: 0)
    }
    _ = reader.state.finish()
    let together = titles(reader)
    reader.press("Esc", "/", "nig")
    #expect(together == titles(reader))
  }

  @Test func aLongPromptShowsItsEnd() {
    var reader = TestReader(Samples.six, columns: 20, rows: 6)
    reader.press("/", "a", "Space", "rather", "Space", "long", "Space", "search")
    #expect(reader.statusLine == " / ther long search")
    #expect(reader.state.frame.cursor == Point(column: 19, row: 5))
    reader.send(.key(.paste(String(repeating: "x", count: 100_000))))
    #expect(reader.statusLine.hasSuffix("xxxx"))
  }
}
