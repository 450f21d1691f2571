import TerminalTesting
import Testing

/// Choosing what the list shows.
@Suite struct ViewJourneys {
  private static let texts = [
    "a.txt": "Alpha\n\nThe locomotive has a boiler and a whistle.\n",
    "b.txt": "Bravo\n\nA boiler, says the engineer, and a locomotive with a whistle.\n",
    "sub/c.txt": "Charlie\n\nNothing of that.\n", "sub/d.txt": "Delta\n\nNor here.\n",
  ]

  private func opened(_ library: TestLibrary) throws -> Journey {
    _ = try library.finish(
      "\"$1\" index --library \"$2\"", [Products.path("lectern"), library.path])
    let journey = try library.open()
    try journey.waitFor("4 articles, 4 unread")
    try journey.waitForCursor(on: "● Alpha")
    return journey
  }

  @Test func aQueryNarrowsByWordsAndMarksAndTags() throws {
    let library = try TestLibrary(Self.texts)
    let journey = try opened(library)
    journey.press("&", "boiler")
    try journey.waitForStatus("2 articles")
    journey.press("Enter", "v", "j", "t", "steam", "Enter")
    try journey.waitForStatus("Tagged 2 articles steam. U undoes it.")
    journey.press("A")
    try journey.waitForStatus("Marked 2 articles read.")
    journey.press("&", "time:<x")
    try journey.waitForStatus("(character 6): expected a time")
    journey.resize(columns: 40, rows: 24)
    try journey.waitFor("(character 6): expected a")
    try journey.waitFor("time: <10m, >1h")
    journey.resize(columns: 80, rows: 24)
    journey.press("Ctrl-U", "-tag:st", "Tab", "Enter")
    try journey.waitFor("& -tag:steam")
    try journey.waitFor("2 articles, 2 unread")
    journey.press("g", "v", "G", "Enter")
    try journey.waitFor("· Tag steam")
    try journey.waitFor("2 articles, 0 unread")
    try journey.quit()
    let listed = try library.finish(
      "\"$1\" list -0 --library \"$2\" tag:steam read", [Products.path("lectern"), library.path])
    #expect(listed.text == "a.txt\0b.txt\0")
  }

  @Test func relatedArticlesAreFoundFromTheCommandLineOfBothKinds() throws {
    let library = try TestLibrary(Self.texts)
    let journey = try opened(library)
    journey.press(":", "rel", "Tab", "Enter")
    try journey.waitFor("Like: Alpha")
    try journey.waitForCursor(on: "Bravo")
    journey.press("Esc")
    try journey.waitFor("4 articles, 4 unread")
    try journey.quit()
    let found = try library.finish(
      "\"$1\" search --library \"$2\" --related a.txt", [Products.path("lectern"), library.path])
    #expect(found.text.hasPrefix("Bravo  b.txt\n") && found.exit == .status(0))
    let none = try library.finish(
      "\"$1\" search --library \"$2\" --related none.txt",
      [Products.path("lectern"), library.path])
    #expect(none.exit == .status(66))
  }
}
