import Foundation
import TerminalTesting
import Testing

/// Folders that hold more than articles, and that change while they are read.
@Suite struct FolderJourneys {
  @Test func onlyFilesInsideTheLibraryAreArticles() throws {
    let library = try TestLibrary(["real.txt": Texts.short("Real")])
    try library.write("far/away.txt", Texts.short("Faraway"))
    try library.finish(
      """
      cd "$1"; mkfifo pipe.txt; mkdir folder.txt; ln -s /dev/zero zero.txt; ln -s /etc/passwd out.txt
      ln -s loop.txt loop.txt; ln -s nowhere dangling.txt; ln -s . here.txt; ln -s .. up
      ln -s real.txt inside.txt; ln real.txt hard.txt; mkdir sub; ln -s .. sub/parent
      """, [library.path])
    let journey = try library.open()
    try journey.waitFor("4 articles, 4 unread")
    for title in ["Real", "Faraway"] { try journey.waitFor(title) }
    journey.press("gg", "Space", "Space", "Space", "Space", "r")
    try journey.waitFor("Faraway")
    #expect(!journey.screen.text.contains("root:"))
    try journey.quit()
  }

  @Test func anArticleThatVanishesSaysSo() throws {
    let library = try TestLibrary(Texts.letters(4))
    let journey = try library.open(columns: 120)
    try journey.waitForCursor(on: "● Letter 1")
    try journey.waitFor("Letter 4")
    journey.press("j", "Enter")
    try journey.waitFor("the word of letter 2.")
    library.remove("02.txt")
    try journey.waitFor("This article is no longer in the folder.")
    journey.press("f", "zr", "G", "i", "q", "q")
    try journey.waitUntil("three rows") { $0.row(0).contains("3 articles") }
    try journey.quit()
  }

  @Test func anUnreadableArticleIsReadWhenItCanBe() throws {
    let library = try TestLibrary(Texts.letters(3))
    try library.finish("chmod 000 \"$1/01.txt\"", [library.path])
    let journey = try library.open(through: Privilege.bound, columns: 140)
    try journey.waitFor("Cannot open 01.txt: no permission.")
    try journey.waitFor("unreadable")
    try library.finish("chmod 644 \"$1/01.txt\"", [library.path])
    journey.press("r")
    try journey.waitFor("the word of letter 1.")
    try journey.waitFor("● Letter 1")
    try journey.quit()
  }

  @Test func anUnreadableFolderIsNamed() throws {
    let library = try TestLibrary(["open.txt": Texts.short("Open"), "shut/in.txt": "Shut\n"])
    try library.finish("chmod 000 \"$1/shut\"", [library.path])
    let journey = try library.open(through: Privilege.bound, columns: 120)
    try journey.waitFor("1 article, 1 unread")
    try journey.waitForStatus("Cannot open shut: no permission.")
    try journey.quit()
  }

  @Test func textThatShrinksOrGrowsUnderTheReaderDoesNoHarm() throws {
    let library = try TestLibrary([
      "a.txt": Texts.long("Alpha", paragraphs: 9_000), "b.txt": "Beta\n",
    ])
    let journey = try library.open(columns: 120)
    try journey.waitForCursor(on: "● Alpha")
    journey.press("Enter", "f", "f")
    try library.write("a.txt", "Alpha\n")
    for keys in ["G", "gg", "50%", "f", "zr", "b", "Q"] where keys != "Q" { journey.press(keys) }
    try journey.settle(quiet: .milliseconds(30))
    try library.write("a.txt", Texts.long("Omega", paragraphs: 12_000))
    journey.press("G", "gg", "99%", "r", "J", "K", "q")
    try journey.waitForCursor(on: "Alpha")
    try journey.quit()
  }

  @Test func newArticlesAppearOnLookingAgain() throws {
    let library = try TestLibrary(Texts.letters(9))
    let journey = try library.open(columns: 120)
    try journey.waitFor("9 articles")
    journey.press("5", "G")
    try journey.waitForCursor(on: "● Letter 5")
    try library.write("00.txt", Texts.short("Zeroth"))
    try library.write("sub/new.txt", Texts.short("Newest"))
    journey.press("r")
    try journey.waitFor("11 articles, 11 unread")
    try journey.waitFor("Zeroth")
    #expect(journey.cursorRow.contains("● Letter 5"), "\(journey.screen.text)")
    try journey.quit()
  }

  @Test func aLibraryThatIsTakenAwayLeavesWhatIsKnown() throws {
    let library = try TestLibrary(Texts.letters(3))
    let journey = try library.open(columns: 120)
    try journey.waitFor("Letter 3")
    try library.finish("mv \"$1\" \"$1-away\"", [library.path])
    journey.press("j", "m", "r", "j", "Enter", "f", "q")
    try journey.settle(quiet: .milliseconds(50))
    try library.finish("mv \"$1-away\" \"$1\"", [library.path])
    journey.press("r")
    try journey.waitFor("3 articles")
    #expect(journey.screen.text.contains("Letter 1"))
    try journey.quit()
    #expect(try library.state()?.read.contains("02.txt") == true)
  }
}
