import Articles
import ReaderCore
import Screen
import Testing

/// Where the reader begins, and what it shows while the folder is walked.
@Suite struct StartTests {
  private let last = [
    ArticlePath("bravo.txt"): Samples.reading(progress: 0.1, at: 5),
    ArticlePath("delta.txt"): Samples.reading(progress: 0.1, at: 9),
    ArticlePath("echo.txt"): Samples.reading(progress: 0.1, at: 7),
  ]

  @Test func theFirstTimeTheFirstUnreadIsSelected() {
    var reader = TestReader(Samples.six)
    #expect(reader.cursorRow.contains("● Alpha"))
    reader = TestReader(Samples.six, marks: [ArticlePath("alpha.txt"): Samples.read()])
    #expect(reader.cursorRow.contains("● Bravo"))
  }

  @Test func aWelcomeComesFirstOnlyTheFirstTime() {
    let texts = Samples.six + [("welcome.md", "# Welcome\n\nHello.\n")]
    var reader = TestReader(texts)
    #expect(reader.cursorRow.contains("Welcome"))
    reader = TestReader(texts, marks: [ArticlePath("echo.txt"): Samples.read()])
    #expect(reader.cursorRow.contains("Alpha"))
  }

  @Test func laterTheArticleThatWasOpenLastIsSelected() {
    let reader = TestReader(Samples.six, marks: last)
    #expect(reader.cursorRow.contains("◐ Delta"))
  }

  @Test func batchesThatComeInAnyOrderDoNotMoveTheSelection() {
    var reader = TestReader(bare: Samples.six)
    reader.send(.marksLoaded(last, []))
    reader.find(["delta.txt", "foxtrot.txt"])
    #expect(reader.cursorRow.contains("delta"), "known before all is found")
    reader.find(["alpha.txt", "bravo.txt"])
    reader.find(["charlie.txt", "echo.txt"])
    reader.send(.scanned([]))
    reader.describe(Samples.six.map(\.path))
    #expect(reader.cursorRow.contains("Delta"))
    #expect(reader.rows[2].contains("Alpha") && reader.rows[7].contains("Foxtrot"))
    #expect(reader.screen.contains("6 articles, 3 unread, 3 reading"))
  }

  @Test func marksThatComeAfterTheFolderStillDecide() {
    var reader = TestReader(bare: Samples.six)
    reader.scan()
    reader.send(.marksLoaded(last, []))
    #expect(reader.cursorRow.contains("Delta"))
  }

  @Test(arguments: ["Space", "Enter", "j", "m", "zf", "/"])
  func keysTypedBeforeTheMarksActFromTheLastPlace(key: String) {
    var reader = TestReader(bare: Samples.six)
    reader.scan()
    reader.press(key)
    reader.send(.marksLoaded(last, []))
    reader.press(key == "/" ? "Esc" : "h")
    #expect(reader.cursorRow.contains(key == "j" ? "Echo" : "Delta"))
  }

  @Test func keysDoNotWaitForMarksThatDoNotCome() {
    var reader = TestReader(bare: Samples.six)
    reader.scan()
    reader.press("j", "j")
    reader.wait(300)
    #expect(reader.cursorRow.contains("Charlie"))
  }

  @Test func theChoiceDoesNotWaitForever() {
    var reader = TestReader(bare: Samples.six)
    reader.find(["alpha.txt"])
    reader.wait(1_000)
    #expect(reader.loads == ["alpha.txt"])
  }

  @Test func marksThatComeTooLateTakeTheArticleUpWhereItWas() {
    var reader = TestReader(bare: Samples.six, columns: 120)
    reader.scan()
    reader.wait(1_000)
    let offset = (Samples.six[0].text ?? "").utf8.count / 2
    reader.send(
      .marksLoaded([ArticlePath("alpha.txt"): Samples.reading(offset: offset, progress: 0.5)], []))
    #expect(!reader.rows[1].contains("│ Alpha"))
  }

  @Test func beforeAnythingIsFoundItSaysThatItLooks() {
    let reader = TestReader(bare: Samples.six)
    #expect(reader.screen.contains("Looking through the folder"))
    #expect(!reader.screen.contains("No articles here yet"))
  }

  @Test func anEmptyLibrarySaysWhatToDo() {
    var reader = TestReader([])
    for text in ["No articles here yet.", "~/articles", "r look again", "q quit"] {
      #expect(reader.screen.contains(text), "\(text)")
    }
    reader.press("Enter")
    #expect(reader.message == "No article is selected.")
    for key in ["j", "G", "J", "n", "m", "A", "v", "s", "i", "gr", "''", "zf", "/", "x"] {
      reader.press(key)
    }
    reader.press("Esc", "Esc", "r")
    reader.texts = Samples.six
    reader.scan()
    #expect(reader.cursorRow.contains("● Alpha"))
  }

  @Test func aFolderThatCannotBeWalkedSaysWhy() {
    var reader = TestReader(bare: [])
    reader.send(.marksLoaded([:], []))
    reader.send(.scanFailed(LibraryError(.list, path: [], reason: .system(13))))
    #expect(reader.statusLine.contains("no permission"))
  }
}
