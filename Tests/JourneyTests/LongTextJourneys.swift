import TerminalTesting
import Testing

/// What stands far down in a long text.
@Suite struct LongTextJourneys {
  @Test func aWordAtTheEndIsFound() throws {
    let library = try TestLibrary(Texts.letters(3))
    let body = String(repeating: "The train runs on.\n", count: 80_000)
    try library.write("long.txt", "Longest\n\n" + body + "It ends in Zanzibar.\n")
    #expect(
      try library.run("search", "--library", library.path, "zanzibar").text.contains("Longest"))
    #expect(
      try library.run("search", "--library", library.path, "zanzibar").text
        .contains("It ends in Zanzibar."))
    let journey = try library.open(columns: 120)
    try journey.waitFor("4 articles, 4 unread")
    journey.press("&", "zanzibar", "Enter")
    try journey.waitFor("1 article, 1 unread")
    try journey.waitForCursor(on: "Longest")
    journey.press("&", "Ctrl-U", "Enter")
    try journey.waitFor("4 articles, 4 unread")
    journey.press("gg")
    try journey.waitForCursor(on: "Letter 1")
    journey.press("/", "zanzibar")
    try journey.waitForStatus("1 article")
    try journey.waitFor("ends in Zanzibar")
    journey.press("Enter", "Enter")
    try journey.waitFor("It ends in Zanzibar.")
    try journey.quit()
  }
}
