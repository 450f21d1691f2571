import Foundation
import TerminalTesting
import Testing

/// A library in which texts are more than once.
@Suite struct CopiesJourneys {
  @Test func aTextIsOneRowWhateverItsLines() throws {
    let text = Texts.long("Alpha", paragraphs: 3)
    let library = try TestLibrary([
      "a.txt": text, "b.txt": Texts.long("Bravo", paragraphs: 3),
      "sub/c.txt": text.replacingOccurrences(of: ", ", with: ",\n"),
      "sub/d.txt": text.replacingOccurrences(of: "\n\n", with: "\r\n\r\n"),
    ])
    let journey = try library.open()
    try journey.waitFor("2 articles, 2 unread")
    try journey.waitForCursor(on: "● Alpha")
    try journey.waitForCursor(on: " +2 ")
    journey.press("i")
    try journey.waitFor("Same text   sub/c.txt")
    try journey.waitFor("Same text   sub/d.txt")
    journey.press("q", "A")
    try journey.waitFor("Marked 2 articles read.")
    try journey.waitFor("2 articles, 0 unread")
    journey.press("j")
    try FileManager.default.removeItem(atPath: library.path + "/a.txt")
    try journey.waitUntil("another copy below") { screen in
      screen.text.contains(/Bravo.*\n.*Alpha.* \+1/) && screen.row(0).contains("2 articles")
    }
    #expect(journey.cursorRow.contains("Bravo"))
    try library.write("sub/c.txt", Texts.long("Charlie", paragraphs: 3))
    try journey.waitFor("● Charlie")
    try journey.waitFor("3 articles")
    try journey.waitForNo("+1")
    try journey.quit()
    let listed = try library.run("list", "--library", library.path)
    #expect(listed.text.split(separator: "\n").count == 3, "\(listed.text)")
  }

  @Test func theShellListsEveryFile() throws {
    let text = Texts.long("Alpha", paragraphs: 3)
    let library = try TestLibrary(["a.txt": text, "sub/b.txt": text])
    for command in ["list", "search"] {
      let found = try library.run(command, "--library", library.path, "alpha")
      #expect(found.text.contains("a.txt") && found.text.contains("sub/b.txt"), "\(found)")
    }
  }
}
