import Articles
import ReaderCore
import Screen
import Testing

/// `/` in the reading pane.
@Suite struct TextSearchTests {
  /// An open article of 40 paragraphs, each of which speaks of lanterns.
  private func page() -> TestReader {
    var reader = TestReader(Samples.six)
    reader.press("Enter")
    return reader
  }

  /// The text that is drawn as the current match.
  private func current(_ reader: TestReader) -> String {
    reader.rows.indices.map { reader.text([.reverse, .bold], row: $0) }.joined()
  }

  @Test func matchesAreFoundCountedAndShownAsOneTypes() {
    var reader = page()
    reader.press("/", "paragraph")
    #expect(reader.statusLine.hasPrefix(" / paragraph ") && reader.statusLine.hasSuffix("1 of 40"))
    #expect(current(reader) == "paragraph")
    reader.press("Space", "3")
    // Paragraphs 3 and 30 to 39.
    #expect(reader.statusLine.hasSuffix("1 of 11"))
    #expect(current(reader) == "paragraph 3")
    reader.press("7")
    #expect(reader.statusLine.hasSuffix("1 of 1"))
    #expect(reader.screen.contains("paragraph 37 "))
    reader.press("Backspace")
    #expect(reader.topLine == "Alpha", "back where the first of these matches is")
  }

  @Test func nAndCapitalNGoThroughTheMatchesAndRound() {
    var reader = page()
    reader.press("/", "paragraph 3", "Enter")
    #expect(reader.statusLine.hasSuffix("1 of 11"))
    let steps = [
      ("n", "2 of 11", "paragraph 30"), ("3n", "5 of 11", "paragraph 33"),
      ("N", "4 of 11", "paragraph 32"), ("3N", "1 of 11", "paragraph 3 "),
      ("N", "11 of 11", "paragraph 39"), ("n", "1 of 11", "paragraph 3 "),
      ("12n", "2 of 11", "paragraph 30"), ("99N", "2 of 11", "paragraph 30"),
    ]
    for (key, count, text) in steps {
      reader.press(key)
      #expect(reader.statusLine.hasSuffix(count), "\(key)")
      #expect(reader.cursorRow.contains(text), "\(key): the cursor stands on the match")
    }
    #expect(reader.readState("alpha.txt") == .reading, "N marks nothing while a search is shown")
  }

  @Test func goingRoundSaysSo() {
    var reader = page()
    reader.press("/", "paragraph", "Enter", "N")
    #expect(reader.message == "From the start on to the last match.")
    reader.press("n")
    #expect(reader.message == "From the end on to the first match.")
    reader.press("n")
    #expect(reader.message == "n next match")
  }

  @Test func theSearchBeginsAtThePageAndNotAtTheStart() {
    var reader = page()
    reader.press("4f", "/", "paragraph", "Enter")
    let number = reader.statusLine.split(separator: " ").suffix(3).first.flatMap { Int($0) } ?? 0
    #expect(number > 10)
  }

  @Test func beyondTheLastMatchTheFirstIsFound() {
    var reader = page()
    reader.press("4f", "/", "paragraph 2", "Space")
    #expect(reader.statusLine.hasSuffix("1 of 1"))
    #expect(reader.screen.contains("paragraph 2 "))
  }

  @Test(arguments: [["Esc"], ["Ctrl-C"], ["Ctrl-U", "Backspace"]])
  func givingUpReturnsToWhereItBegan(keys: [String]) {
    var reader = page()
    reader.press("2f")
    let before = reader.screen
    reader.press("/", "paragraph 37")
    #expect(reader.screen != before)
    for key in keys { reader.press(key) }
    #expect(reader.screen == before)
  }

  @Test func fromTheStartGivingUpReturnsToTheStart() {
    var reader = page()
    let before = reader.screen
    reader.press("/", "paragraph 37", "Esc")
    #expect(reader.screen == before)
  }

  @Test func escAfterEnterStaysAndEndsTheSearch() {
    var reader = page()
    reader.press("/", "paragraph 37", "Enter", "Esc")
    #expect(reader.screen.contains("paragraph 37 "))
    #expect(current(reader) == "")
    #expect(reader.statusLine.hasSuffix(" %"))
    reader.press("n")
    #expect(reader.topLine == "Bravo", "n means unread again")
  }

  @Test func nothingFoundSaysSoAndDoesNotMove() {
    var reader = page()
    reader.press("2f")
    let before = reader.rows.dropLast()
    reader.press("/", "xyzzy")
    #expect(reader.statusLine.hasSuffix("not found"))
    #expect(reader.rows.dropLast() == before)
    reader.press("Enter", "n")
    #expect(reader.message == "Not found: xyzzy")
    #expect(reader.rows.dropLast() == before)
    reader.press("N")
    #expect(reader.readState("alpha.txt") == .reading)
  }

  @Test func aMatchOnThePageDoesNotMoveIt() {
    var reader = page()
    let before = reader.topLine
    reader.press("/", "paragraph 2")
    #expect(reader.topLine == before)
  }

  @Test func theSearchIsOverInAnotherPaneOrArticle() {
    var reader = page()
    reader.press("/", "paragraph", "Enter", "h", "n")
    #expect(reader.cursorRow.contains("Bravo"))
    reader.press("Enter")
    #expect(current(reader) == "")
    reader.press("/", "paragraph", "Enter", "J")
    #expect(current(reader) == "")
    #expect(reader.topLine == "Charlie")
  }

  @Test func aNewMeasureKeepsTheMatch() {
    var reader = page()
    reader.press("/", "paragraph 3", "Enter", "3n", "-", "zr", "zr")
    reader.resize(120, 40)
    #expect(reader.statusLine.hasSuffix("4 of 11") || reader.message.contains("typeset"))
    #expect(current(reader) == "paragraph 3")
    #expect(reader.cursorRow.contains("paragraph 32"))
  }

  @Test func caseAndAccentsAsideUnlessThereIsACapital() {
    var reader = TestReader([("a.txt", "Title\n\nCafé and cafe, Cafe and CAFÉ.\n")])
    reader.press("Enter", "/", "cafe")
    #expect(reader.statusLine.hasSuffix("1 of 4"))
    reader.press("Ctrl-U", "Cafe")
    #expect(reader.statusLine.hasSuffix("1 of 2"))
  }

  @Test func aMatchAcrossLinesIsOne() {
    var reader = TestReader([("a.txt", Samples.long("Alpha", paragraphs: 3))], columns: 30)
    reader.press("Enter", "/", "of lanterns and lecterns speaks", "Enter")
    #expect(reader.statusLine.hasSuffix("1 of 21"))
  }

  @Test func whereThereIsNoTextThereIsNoSearch() {
    var reader = TestReader([("a.txt", nil)])
    reader.press("Enter", "/")
    #expect(reader.message == "There is no text to search.")
  }
}
