import Articles
import ReaderCore
import Screen
import Testing

@Suite struct ReadStateTests {
  let texts: [(path: String, text: String?)] = [
    ("a.txt", Samples.long("Alpha", paragraphs: 8)), ("b.txt", Samples.short("Bravo")),
    ("c.txt", Samples.short("Charlie")),
  ]

  private func reader(
    _ keys: String..., columns: Int = 80, rule: MarkReadRule = .end
  ) -> TestReader {
    var reader = TestReader(texts, columns: columns, rule: rule)
    for key in keys { reader.press(key) }
    return reader
  }

  // MARK: Previewing and opening

  @Test func movingThroughTheListMarksNothing() {
    var reader = reader(columns: 120)
    for key in ["j", "j", "k", "J", "K", "G", "gg", "n", "p"] {
      reader.press(key)
      reader.wait(10_000)
    }
    #expect(reader.saved.isEmpty)
  }

  @Test func openingMakesAnArticleReading() {
    let reader = reader("Enter")
    #expect(reader.readState("a.txt") == .reading)
    #expect(reader.screen.contains("Alpha"))
  }

  // MARK: Moving on

  @Test(arguments: ["Space", "n", "J", "]u"]) func goingOnFromTheEndMarksRead(key: String) {
    var reader = reader("Enter", "G")
    #expect(reader.readState("a.txt") == .reading, "scrolling to the end alone marks nothing")
    reader.press(key)
    #expect(reader.readState("a.txt") == .read)
    #expect(reader.message == "Marked 1 article read. U undoes it.")
    #expect(reader.topLine == "Bravo")
  }

  @Test(arguments: ["Space", "n", "J", "]u"]) func goingOnFromElsewhereDoesNot(key: String) {
    var reader = reader("Enter", key == "Space" ? "gg" : "f", key)
    reader.wait(10_000)
    #expect(reader.readState("a.txt") == .reading)
  }

  @Test(arguments: ["h", "q", "K", "p", "''", "Q"]) func leavingOtherwiseDoesNot(key: String) {
    var reader = reader("3G", "Enter", "h", "2G", "Enter", key)
    #expect(reader.readState("b.txt") == .reading)
    reader.press("gg")
    reader.wait(10_000)
    #expect(reader.readState("b.txt") == (key == "Q" ? .read : .reading))
  }

  @Test func goingOnFromTheLastArticleMarksItToo() {
    var reader = reader("G", "Enter", "J")
    #expect(reader.readState("c.txt") == .read)
    #expect(reader.message == "Marked 1 article read. U undoes it.")
    reader.press("J")
    #expect(reader.message == "This is the last article.")
  }

  // MARK: Staying

  @Test func standingAtTheEndForTwoSecondsMarksRead() {
    var reader = reader("Enter", "G")
    reader.wait(1_999)
    #expect(reader.readState("a.txt") == .reading)
    reader.wait(1)
    #expect(reader.readState("a.txt") == .read)
    #expect(reader.message == "Marked 1 article read. U undoes it.")
  }

  @Test func leavingTheEndBeginsTheTimeAgain() {
    var reader = reader("Enter", "G")
    reader.wait(1_500)
    reader.press("b")
    reader.wait(10_000)
    #expect(reader.readState("a.txt") == .reading)
    reader.press("G")
    reader.wait(1_500)
    #expect(reader.readState("a.txt") == .reading)
    reader.wait(500)
    #expect(reader.readState("a.txt") == .read)
  }

  @Test func goingBackToTheListBeginsTheTimeAgain() {
    var reader = reader("2G", "Enter")
    reader.wait(1_000)
    reader.press("h")
    reader.wait(60_000)
    reader.press("l")
    reader.wait(1_500)
    #expect(reader.readState("b.txt") == .reading)
    reader.wait(500)
    #expect(reader.readState("b.txt") == .read)
  }

  @Test func theTimeRunsOnlyWithTheReadingPaneFocused() {
    var reader = reader("2G", "Space", columns: 120)
    #expect(reader.cursorRow.contains("◐ Charlie"))
    reader.wait(10_000)
    #expect(reader.readState("c.txt") == .reading, "read on from the list")
    reader.press("Tab")
    reader.wait(2_000)
    #expect(reader.readState("c.txt") == .read)
  }

  @Test(arguments: ["?", "i"]) func theTimeStopsWhileSomethingLiesOverThePage(key: String) {
    var reader = reader("2G", "Enter", key)
    reader.wait(60_000)
    #expect(reader.readState("b.txt") == .reading)
    reader.press("q")
    reader.wait(1_999)
    #expect(reader.readState("b.txt") == .reading)
    reader.wait(1)
    #expect(reader.readState("b.txt") == .read)
  }

  @Test func theTimeOfASuspendDoesNotCount() {
    var reader = reader("2G", "Enter")
    reader.wait(1_000)
    reader.press("Ctrl-Z")
    reader.send(.ending)
    reader.now += 3_600_000
    reader.send(.continued)
    #expect(reader.readState("b.txt") == .reading)
    reader.wait(2_000)
    #expect(reader.readState("b.txt") == .read, "and the article is still open")
  }

  // MARK: What the user said

  @Test(arguments: ["J", "n", "Space"]) func whatTheUserMarkedUnreadStaysUnread(key: String) {
    var reader = reader("2G", "Enter", "m", "m")
    #expect(reader.readState("b.txt") == .unread)
    reader.wait(60_000)
    reader.press(key)
    #expect(reader.readState("b.txt") == .unread)
  }

  @Test func undoingTheMarkOfADwellIsNotDoneAgain() {
    var reader = reader("2G", "Enter")
    reader.wait(2_000)
    reader.press("U")
    reader.wait(60_000)
    #expect(reader.readState("b.txt") == .reading)
  }

  @Test func openedAgainItIsMarkedAsUsual() {
    var reader = reader("2G", "m", "m", "Enter")
    reader.wait(2_000)
    #expect(reader.readState("b.txt") == .read)
  }

  // MARK: Rules

  @Test func byTheRuleOpenOpeningMarksRead() {
    var reader = reader("Enter", rule: .open)
    #expect(reader.readState("a.txt") == .read)
    reader.press("h", "Enter")
    #expect(reader.message.hasPrefix("Space read on"), "opening it again says nothing")
  }

  @Test func byTheRuleManualOnlyKeysMarkRead() {
    var reader = reader("Enter", "G", rule: .manual)
    reader.wait(60_000)
    reader.press("J", "J", "J")
    reader.wait(60_000)
    #expect(reader.saved.allSatisfy { $0.mark != .read(true) })
    reader.press("m")
    #expect(reader.readState("c.txt") == .read)
  }

  @Test func byTheRuleAfterTimeMarksRead() {
    var reader = reader("Enter", rule: .after(5_000))
    reader.press("G", "gg")
    reader.wait(4_999)
    #expect(reader.readState("a.txt") == .reading)
    reader.wait(1)
    #expect(reader.readState("a.txt") == .read)
    reader.press("J", "J")
    #expect(reader.readState("b.txt") == .reading, "the end means nothing by this rule")
  }
}
