import Articles
import ReaderCore
import Screen
import Testing

/// `:`
@Suite struct CommandLineTests {
  @Test func everyCommandHasANameOfItsOwn() {
    let names = Command.allCases.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Command.toggleRead.name == "toggle-read")
    #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
  }

  @Test func aNameDoesWhatItsKeyDoes() {
    var (named, pressed) = (TestReader(Samples.six), TestReader(Samples.six))
    named.press(":", "toggle-star", "Enter")
    pressed.press("s")
    #expect(named.screen == pressed.screen && named.isStarred("alpha.txt"))
  }

  @Test func aBeginningIsEnoughWhereItIsOne() {
    var reader = TestReader(Samples.six)
    reader.press(":", "toggle-s", "Enter")
    #expect(reader.isStarred("alpha.txt"))
    reader.press(":", "toggle", "Enter")
    #expect(reader.message == "toggle is no command. Tab shows those that there are.")
    reader.press(":", "next", "Enter")
    #expect(reader.cursorRow.contains("Bravo"), "the name of a command may begin others")
  }

  @Test func tabCompletesAndKeysAreShown() {
    var reader = TestReader(Samples.six)
    reader.press(":", "toggle-r")
    #expect(reader.statusLine == " : toggle-r   toggle-read (m)")
    reader.press("Tab", "Enter")
    #expect(reader.readState("alpha.txt") == .read)
  }

  @Test func aCommandWaitsForWhatItNeeds() {
    var reader = TestReader(Samples.six)
    reader.isSlow = true
    reader.press("j", ":", "info", "Enter")
    #expect(reader.cursorRow.hasPrefix(" : info"))
    reader.deliver()
    #expect(reader.rows[0] == " About this text")
  }

  @Test(arguments: ["Esc", "Enter", "Backspace"]) func keysLeaveIt(key: String) {
    var reader = TestReader(Samples.six)
    let before = reader.screen
    reader.press(":", key)
    #expect(reader.screen == before)
  }

  // MARK: What articles have in common

  @Test func relatedArticlesAreListedTheLikestFirst() {
    var reader = TestReader(Samples.six)
    reader.related = [ArticlePath("echo.txt"), ArticlePath("bravo.txt")]
    reader.press(":", "related", "Enter")
    #expect(reader.rows[0].hasPrefix(" Like: Alpha") && reader.rows[0].hasSuffix("2 articles"))
    #expect(reader.rows[2].contains("Echo") && reader.rows[3].contains("Bravo"))
    #expect(reader.rows[4] == "")
    reader.press("Esc")
    #expect(reader.rows[7].contains("Foxtrot"))
    reader.related = []
    reader.press(":", "related", "Enter")
    #expect(reader.message == "No article is like this one.")
  }

  @Test func anAnswerThatComesTooLateIsNone() {
    var reader = TestReader(Samples.six)
    let answer = Event.foundRelated(ArticlePath("alpha.txt"), .success([ArticlePath("echo.txt")]))
    reader.press(":", "related", "Enter", "j")
    reader.send(answer)
    #expect(reader.rows[0].hasPrefix(" articles"), "there was none like it, and a key since")
  }

  @Test func aStarShowsTheArticlesWithTheWordOfTheSearch() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "/", "bravo", "Enter", "*")
    #expect(reader.rows[0].hasPrefix(" / bravo") && reader.rows[2].contains("Bravo"))
    #expect(reader.rows[4] == "")
    reader.press("Esc", "*", "echo", "Enter")
    #expect(reader.rows[0].hasPrefix(" / echo"), "without a search it asks for the word")
  }
}
