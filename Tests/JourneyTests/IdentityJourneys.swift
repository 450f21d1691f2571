import Glibc
import TerminalTesting
import Testing

/// Files that are renamed or rewritten between two runs.
@Suite struct IdentityJourneys {
  @Test func marksFollowARenamedFile() throws {
    let library = try TestLibrary(Texts.letters(3))
    var journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("j", "m", "s")
    try journey.waitForStatus("Starred 1 article.")
    try journey.quit()
    try library.makeFolder(library.path + "/sub")
    #expect(rename(library.path + "/02.txt", library.path + "/sub/else.txt") == 0)
    journey = try library.open()
    try journey.waitForStatus("1 article has a new name: its marks came along.")
    try journey.waitFor("3 articles, 2 unread")
    try journey.quit()
    #expect(try library.state()?.read.contains("sub/else.txt") == true)
  }

  @Test func whatIsNewInATextThatWasReadIsShown() throws {
    let library = try TestLibrary(["a.txt": Texts.long("Alpha", paragraphs: 12)])
    var journey = try library.open()
    try journey.waitForCursor(on: "● Alpha")
    journey.press("m")
    try journey.waitForStatus("Marked 1 article read.")
    try journey.quit()
    let old = Texts.long("Alpha", paragraphs: 12)
    try library.write(
      "a.txt", old.replacing("Paragraph 9.", with: "This is quite new.") + "\nAnd an end.\n")
    journey = try library.open()
    try journey.waitFor("changed")
    journey.press("Enter", "]c")
    try journey.waitFor("▎ This is quite new.")
    #expect(!journey.screen.text.contains("▎ Paragraph 10."))
    journey.press("]c")
    try journey.waitFor("▎ And an end.")
    try journey.quit()
  }
}
