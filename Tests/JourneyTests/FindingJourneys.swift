import TerminalTesting
import Testing

/// Searching: titles in the list, words in an article, keys on the help page.
@Suite struct FindingJourneys {
  @Test func titlesAreFoundAsTheyAreTyped() throws {
    let library = try TestLibrary.shipped()
    let journey = try library.open()
    try journey.waitFor("Seeded Rye Bread")
    try journey.waitForCursor(on: "● Welcome")
    journey.press("/")
    try journey.waitForStatus("16 articles")
    for typed in ["b", "o", "ok"] {
      journey.press(typed)
      try journey.waitFor("for the Book")
    }
    try journey.waitForStatus("/ book")
    journey.press("Backspace", "Ctrl-U", "huawei", "Enter")
    try journey.waitForCursor(on: "● Huawei Signs a 5G Deal")
    journey.press("m")
    try journey.waitForStatus("Marked 1 article read.")
    journey.press("Esc")
    try journey.waitFor("16 articles, 15 unread")
    try journey.waitForCursor(on: "   Huawei")
    journey.press("/", "nothing has xyzzy")
    try journey.waitFor("Nothing was found.")
    journey.press("Esc")
    try journey.waitForCursor(on: "   Huawei")
    try journey.quit()
  }

  @Test func textsAreFoundAsOneTypesAndOpenedAtTheMatch() throws {
    let filler = (1...60).map {
      "Paragraph \($0) " + String(repeating: "of a long text ", count: 9)
    }
    let library = try TestLibrary(
      Texts.letters(3).merging([
        "z.txt": "Zebra\n\n" + filler.joined(separator: "\n\n")
          + "\n\nHere a xylo\u{308}phone plays.\n"
      ]) { $1 })
    let journey = try library.open()
    try journey.waitFor("Zebra")
    // The index is made while the reader runs.
    try journey.waitUntilTrue("index") {
      (try? library.finish(
        "\"$1\" list --library \"$2\" xylophone", [Products.path("lectern"), library.path]))?.exit
        == .status(0)
    }
    journey.press("/", "xyloph")
    try journey.waitFor("1 article")
    try journey.waitFor("Zebra")
    journey.press("Enter", "Enter")
    try journey.waitFor("phone plays.")
    try journey.waitForStatus("1 of 1")
    try journey.quit()
    let again = try library.open()
    try again.waitFor("Zebra")
    again.press("/", "xyloph")
    try again.waitForStatus("1 article")
    again.press("Enter")
    try again.waitForCursor(on: "Zebra")
    again.press("Esc")
    try again.waitFor("4 articles, ")
    try again.quit()
  }

  @Test func nGoesFromOneFoundTitleToTheNext() throws {
    let library = try TestLibrary(Texts.letters(12))
    let journey = try library.open()
    try journey.waitFor("Letter 12")
    journey.press("/", "letter 1", "Enter")
    try journey.waitFor("4 articles")
    journey.press("n")
    try journey.waitForCursor(on: "Letter 10")
    journey.press("n", "n")
    try journey.waitForCursor(on: "Letter 12")
    journey.press("n")
    try journey.waitForStatus("No further match.")
    journey.press("N")
    try journey.waitForCursor(on: "Letter 11")
    try journey.quit()
    #expect(library.stateText == nil, "N went to a match and marked nothing")
  }

  @Test func wordsAreFoundInAnArticle() throws {
    let library = try TestLibrary(["a.txt": Texts.long("Alpha")])
    let journey = try library.open()
    try journey.waitForCursor(on: "● Alpha")
    journey.press("Enter")
    try journey.waitFor("Paragraph 1.")
    journey.press("/", "paragraph 1")
    try journey.waitForStatus("1 of 11")
    journey.press("2")
    try journey.waitForStatus("1 of 1")
    try journey.waitFor("Paragraph 12.")
    #expect(journey.reversedText == "Paragraph 12")
    journey.press("Backspace", "Enter")
    try journey.waitForStatus("1 of 11")
    for (key, place, shown) in [
      ("n", "2 of 11", "Paragraph 10."), ("n", "3 of 11", "Paragraph 11."),
      ("N", "2 of 11", "Paragraph 10."), ("N", "1 of 11", "Paragraph 1."),
      ("N", "11 of 11", "Paragraph 19."),
    ] {
      journey.press(key)
      try journey.waitForStatus(place)
      #expect(journey.screen.text.contains(shown), "\(key): \(journey.screen.text)")
    }
    journey.press("Esc")
    try journey.waitForNo("of 11")
    #expect(journey.reversedText.isEmpty)
    try journey.quit()
    #expect(try library.state()?.read == [], "a search reads nothing")
  }

  @Test func aVainSearchLeavesThePlace() throws {
    let library = try TestLibrary(["a.txt": Texts.long("Alpha")])
    let journey = try library.open()
    try journey.waitForCursor(on: "● Alpha")
    journey.press("Enter")
    try journey.waitFor("Paragraph 1.")
    journey.press("f", "f")
    try journey.waitFor("Paragraph 9.")
    let before = journey.pageRows
    journey.press("/", "paragraph 39")
    try journey.waitFor("Paragraph 39.")
    journey.press("x")
    try journey.waitForStatus("not found")
    #expect(journey.pageRows == before, "\(journey.screen.text)")
    journey.press("Backspace")
    try journey.waitFor("Paragraph 39.")
    journey.press("Esc")
    try journey.waitUntil("the place before") { _ in journey.pageRows == before }
    try journey.quit()
  }

  @Test func helpNamesTheKeysAndIsSearched() throws {
    let library = try TestLibrary(Texts.letters(2))
    let journey = try library.open(rows: 40)
    try journey.waitForCursor(on: "● Letter 1")
    for (open, close) in [("?", "q"), ("F1", "Esc"), ("?", "?"), ("?", "Enter")] {
      journey.press(open)
      try journey.waitFor("Keys in the list")
      try journey.waitFor("line down")
      journey.press(close)
      try journey.waitForCursor(on: "● Letter 1")
    }
    journey.press("?", "u", "n", "d", "o")
    try journey.waitFor("Keys in the list   / undo")
    #expect(!journey.screen.text.contains("line down"))
    let found = journey.rows.dropFirst(2).dropLast().filter { !$0.isEmpty }
    #expect(found.count == 1 && found[0].contains(" U "), "\(found)")
    journey.press("Esc")
    try journey.waitFor("line down")
    journey.press("Esc")
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("Enter", "?")
    try journey.waitFor("Keys in the reading pane")
    journey.press("PgDn", "q", "q")
    try journey.waitForCursor(on: "◐ Letter 1")
    try journey.quit()
  }

  @Test func infoTellsWhatWasFoundOut() throws {
    let library = try TestLibrary.shipped()
    let journey = try library.open()
    try journey.waitFor("Huawei Signs")
    journey.press("/", "huawei", "Enter", "Enter")
    try journey.waitFor("firm")
    journey.press("i")
    for text in [
      "About this text", "huawei-5g-russia.txt", "Huawei Signs a 5G Deal With Russian Telecoms",
      "339 words", "2104 bytes", "UTF-8", "2 furniture", "reading",
    ] {
      try journey.waitFor(text)
    }
    journey.press("q")
    try journey.waitFor("deal with Russian telecoms firm")
    try journey.quit()
  }

  @Test func whatIsPastedIntoAPromptIsText() throws {
    let library = try TestLibrary(Texts.letters(2))
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("/")
    journey.terminal.send("\u{1b}[200~Let\u{1b}[31mter\u{7}\r2\u{1b}[201~".utf8)
    try journey.waitForStatus("/ Let^[[31mter^G")
    journey.press("Ctrl-U", "2")
    try journey.waitForCursor(on: "/ 2")
    journey.press("Enter")
    try journey.waitForCursor(on: "● Letter 2")
    // Outside of a prompt, a paste is no row of keys.
    journey.terminal.send("\u{1b}[200~AmQ\u{1b}[201~".utf8)
    journey.press("Esc")
    try journey.waitFor("2 articles, 2 unread")
    try journey.quit()
    #expect(library.stateText == nil)
  }
}
