import TerminalTesting
import Testing

/// What a user meets when the reader opens.
@Suite struct StartJourneys {
  @Test func firstStartShowsTheLibraryAndItsWelcome() throws {
    let library = try TestLibrary.shipped()
    let journey = try library.open(columns: 120, rows: 30)
    try journey.waitForCursor(on: "● Welcome to Lectern")
    try journey.waitFor("16 articles, 16 unread")
    for title in ["Huawei Signs a 5G Deal", "THE RAVEN", "吾輩は猫である", "Seeded Rye Bread"] {
      try journey.waitFor(title)
    }
    try journey.waitUntil("preview") { $0.text.contains("Two minutes, and you know how to read") }
    #expect(journey.ruleColumn != nil, "\(journey.screen.text)")
    #expect(journey.status.contains("? keys"))
    try journey.quit()
    #expect(library.names(in: library.stateFolder).isEmpty, "looking writes nothing")
  }

  @Test func startsOnTheFirstUnreadArticle() throws {
    let library = try TestLibrary(["a.txt": Texts.short("Alpha"), "b.txt": Texts.short("Beta")])
    try library.writeState(
      """
      {"format": "lectern-state", "version": 1, "minimumReader": 1, "articles": {
      "a.txt": {"read": {"value": true, "at": 1764000000000}}
      }}

      """)
    let journey = try library.open()
    try journey.waitForCursor(on: "● Beta")
    try journey.waitFor("2 articles, 1 unread")
    try journey.quit()
  }

  @Test func articlesAreFoundInSubfoldersAndHiddenOnesAreNot() throws {
    let library = try TestLibrary([
      "deep/er/one.md": "# First Among Files\n\nText.\n", "two.txt": Texts.short("Second"),
      ".hidden.txt": Texts.short("Secret"), ".folder/x.txt": Texts.short("Secret"),
      "picture.png": "no text", "notes": "no ending",
    ])
    try library.finish(
      "gzip -c >\"$1/packed.txt.gz\"", [library.path], input: Array("Packed\n".utf8))
    let journey = try library.open()
    try journey.waitFor("3 articles, 3 unread")
    try journey.waitFor("First Among Files")
    try journey.waitFor("Packed")
    #expect(!journey.screen.text.contains("Secret") && !journey.screen.text.contains("picture"))
    try journey.quit()
  }

  @Test func anEmptyLibrarySaysWhatToDo() throws {
    let library = try TestLibrary()
    let journey = try library.open()
    try journey.waitFor("No articles here yet.")
    try journey.waitFor("lectern FOLDER")
    for key in ["j", "Enter", "Space", "m", "A", "n", "i", "G", "s", "U", "v", "A"] {
      journey.press(key)
    }
    try library.write("new.txt", Texts.short("Newcomer"))
    journey.press("r")
    try journey.waitForCursor(on: "● Newcomer")
    try journey.quit()
  }

  @Test func aMissingFolderIsOneLineAndAStatus() throws {
    let library = try TestLibrary(["a.txt": "Alpha\n"])
    for folder in ["/nowhere/at all", library.path + "/a.txt"] {
      let finished = try library.run(folder)
      #expect(finished.exit == .status(66))
      #expect(
        finished.errorLines.count == 1 && finished.error.contains(folder), "\(finished.error)")
      #expect(finished.output.isEmpty)
    }
    let onTerminal = try Journey(Products.path("lectern"), ["/nowhere"])
    #expect(try onTerminal.end() == .status(66))
    #expect(!onTerminal.sent.contains(0x1b), "no screen was opened")
  }

  @Test func theLibraryIsNamedInOneOfFourWays() throws {
    let library = try TestLibrary(["a.txt": Texts.short("Alpha")])
    let program = Products.path("lectern")
    try library.finish(
      "mkdir -p \"$1/data/lectern\"; cp -r \"$2\" \"$1/data/lectern/articles\"",
      [library.home, library.path])
    let ways: [([String], [String: String])] = [
      (["--library", library.path], [:]), (["read", library.path + "/"], [:]),
      ([], ["LECTERN_LIBRARY": library.path]), ([], [:]),
    ]
    for (arguments, environment) in ways {
      let journey = try Journey(
        program, arguments, environment: library.environment(environment), folder: library.home)
      try journey.waitForCursor(on: "● Alpha")
      try journey.waitFor("1 article, 1 unread")
      try journey.quit()
    }
  }
}
