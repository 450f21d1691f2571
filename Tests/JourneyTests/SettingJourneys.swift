import Foundation
import TerminalTesting
import Testing

/// How an article is set, and going about in it by its headings.
@Suite struct SettingJourneys {
  private static let sentence =
    "The extraordinary considerations of the organisation were published in a book, and it was for "
    + "the administration that his interpretation had to be illustrated. "

  private static let book =
    "# A book\n\n"
    + (1...12).map { "## Chapter \($0)\n\n\(String(repeating: sentence, count: 12))\n\n" }.joined()

  @Test func theContentsLeadToAChapter() throws {
    let library = try TestLibrary(["a.md": Self.book, "b.txt": Texts.short("Beta")])
    let journey = try library.open(columns: 120, rows: 30)
    try journey.waitForCursor(on: "● A book")
    journey.press("Enter", "T")
    try journey.waitForCursor(on: "Chapter 1")
    journey.press("j", "j", "j", "j")
    try journey.waitForCursor(on: "Chapter 5")
    journey.press("Enter")
    try journey.waitUntil("chapter 5 at the top") { _ in
      journey.pageRows.first { !$0.isEmpty } == "Chapter 5"
    }
    journey.press("T")
    try journey.waitForCursor(on: "Chapter 5")
    journey.press("q")
    try journey.waitForNo("Chapter 9")
    try journey.quit()
  }

  @Test func linesAreFilledByTheDictionaryOfTheSystem() throws {
    let library = try TestLibrary(["a.md": Self.book])
    let dictionary = "UTF-8\n" + "aeiou".map { "\($0)1" }.joined(separator: "\n") + "\n"
    let folder = library.home + "/share/hyphen"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try dictionary.write(toFile: folder + "/hyph_en.dic", atomically: true, encoding: .utf8)
    let journey = try library.open(
      environment: ["XDG_DATA_DIRS": library.home + "/share"], columns: 76, rows: 30)
    try journey.waitForCursor(on: "● A book")
    journey.press("Enter", "zj")
    try journey.waitUntil("divided words") { _ in
      journey.pageRows.contains { $0.hasSuffix("-") && $0.count == 72 }
    }
    #expect(journey.pageRows.count { $0.count == 72 } > 15)
    journey.press("i")
    try journey.waitFor("English; words are divided where lines are filled")
    journey.press("q", "zj")
    try journey.waitUntil("whole words") { _ in
      !journey.pageRows.contains { $0.hasSuffix("-") } && journey.pageRows.contains("Chapter 1")
    }
    try journey.quit()
  }
}
