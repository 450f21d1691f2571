import Articles
import ReaderCore
import Screen
import Testing
import Typesetting

/// `/` and `*` list the articles with a word, and show where it stands in each.
@Suite struct ContextTests {
  private static let texts: [(path: String, text: String?)] = [
    ("a.txt", "Alpha\n\nHere a lantern hangs in the window of the old house.\n"),
    ("b.txt", "Bravo\n\nNothing at all.\n"),
    ("c.txt", "Charlie\n\n" + Samples.long("C", paragraphs: 2) + "\nOne Lántern, two lanterns.\n"),
    ("d.txt", "Delta\n\nThe long way home led past the bridge, where a single lantern hung.\n"),
  ]

  private func looking(columns: Int = 80, rows: Int = 24) -> TestReader {
    var reader = TestReader(Self.texts, columns: columns, rows: rows)
    reader.press("Enter", "/", "lantern", "Enter", "*")
    return reader
  }

  @Test func rowsShowWhereTheWordStands() {
    let reader = looking()
    #expect(reader.rows[2].hasPrefix(" ● Alpha") || reader.rows[2].hasPrefix(" ◐ Alpha"))
    #expect(reader.rows[3] == "   Here a lantern hangs in the window of the old house.")
    #expect(reader.text([.bold, .underline], row: 3) == "lantern")
    #expect(reader.rows[4].contains("Charlie"))
    #expect(reader.text([.bold, .underline], row: 5).hasPrefix("lanterns"), "the first of them")
    #expect(reader.rows[6].contains("Delta") && reader.rows[7].contains("a single lantern hung."))
    #expect(reader.rows[8] == "")
  }

  /// While the text of a row is looked up anew for a longer word, it stays as it was.
  @Test func whatIsShownStaysWhileOneTypes() {
    var reader = TestReader(Self.texts)
    reader.press("/", "lanter")
    #expect(reader.text([.bold, .underline], row: 3) == "lantern")
    let before = reader.rows
    reader.isSlow = true
    reader.press("n")
    #expect(reader.rows[3] == before[3])
    reader.deliver()
    #expect(reader.text([.bold, .underline], row: 3) == "lantern")
    reader.press("Esc")
    reader.isSlow = true
    reader.press("/", "bridge")
    #expect(
      reader.rows[2].contains("Delta") && reader.rows[3] == "",
      "nothing is left of a search that has ended")
  }

  @Test(arguments: [20, 30, 40, 60]) func theWordIsSeenInEveryWidth(columns: Int) {
    var reader = looking(columns: columns)
    reader.press("G")
    for row in [3, 5, 7] {
      #expect(reader.text([.bold, .underline], row: row).hasPrefix("lan"), "\(reader.screen)")
    }
    #expect(reader.cursorRow.contains("Delta") && reader.state.frame.cursor?.row == 6)
  }

  /// Before the word there are as many words as half the line holds.
  @Test(arguments: 20..<100) func theWordsBeforeFillHalfTheLine(columns: Int) {
    let words = "The long way home led past the bridge, where a single ".split(
      separator: " ", omittingEmptySubsequences: false)
    let half = (columns - 4) / 2
    let lead = looking(columns: columns).rows[7].dropFirst(3)
    let shown = lead.firstRange(of: "lantern").map { String(lead[..<$0.lowerBound]) } ?? ""
    let fitting = (0...words.count).map { left in
      (left == 0 ? "" : "… ") + words[left...].joined(separator: " ")
    }
    #expect(shown == fitting.first { $0.count <= half })
  }

  @Test func theRowsFillTheScreenAndNoMore() {
    let texts = (1...60).map { (path: "\(100 + $0).txt", text: Optional("T\($0)\n\nA word.\n")) }
    var reader = TestReader(texts, rows: 15)
    reader.press("Enter", "/", "word", "Enter", "*", "f")
    #expect(reader.excerpts.allSatisfy { $0.count <= 6 })
    #expect(reader.rows[2].contains(" T7 ") && reader.rows[3] == "   A word.")
    #expect(reader.rows[12].contains(" T12 ") && reader.rows[13] == "   A word.")
    reader.press("G")
    #expect(reader.rows[12].contains(" T60 ") && reader.state.frame.cursor?.row == 12)
    for rows in 1...15 {
      reader.resize(80, rows)
      #expect(reader.cursorRow.contains("T60") && reader.state.frame.lines.count == rows)
    }
  }

  @Test func aSearchOfTheListShowsItToo() {
    var reader = looking()
    reader.press("Esc", "Esc", "/", "lantern")
    #expect(reader.rows[2].contains("Alpha") && reader.rows[3].contains("Here a lantern hangs"))
    #expect(reader.rows[4].contains("Charlie"))
    reader.press("Esc", "/")
    #expect(reader.rows[2].contains("Alpha") && reader.rows[3].contains("Bravo"))
    reader.press("Esc", "*", "bridge")
    #expect(reader.rows[2].contains("Delta") && reader.rows[3].contains("past the bridge,"))
    reader.press("Esc")
    #expect(reader.rows[2].contains("Alpha") && reader.rows[3].contains("Bravo"))
  }

  @Test func aTextThatHasChangedIsReadAgain() {
    var reader = looking()
    reader.texts[0].text = "Alpha\n\nAnother lantern.\n"
    reader.find(["a.txt"], modified: 1_600_000_000_000)
    reader.describe(["a.txt"])
    #expect(reader.rows[3] == "   Another lantern.")
    let old = SearchableText(of: Document(Source([]), name: ""))
    reader.send(
      .excerpted([(ArticlePath("a.txt"), Snippet(of: old, typed: "old"))], showing: "old"))
    #expect(reader.rows[3] == "   Another lantern.", "an old answer is none")
  }

  @Test func whatIsAwaitedIsNotAskedForAgain() {
    var reader = TestReader(Self.texts)
    reader.press("/", "lanter")
    reader.isSlow = true
    reader.press("n")
    let before = reader.excerpts.count
    let first = SearchableText(of: Document(Source(Array("A lantern.".utf8)), name: ""))
    reader.send(
      .excerpted(
        [(ArticlePath("a.txt"), Snippet(of: first, typed: "lantern"))], showing: "lantern"))
    reader.deliver()
    #expect(reader.excerpts.count == before + 1, "the first answer asked for the others again")
  }

  @Test func whatHostileTextsHoldIsMadeSafe() {
    var reader = TestReader([("a.txt", "T\n\nA \u{1B}[31m\u{202E}word \u{7}here.\n")])
    reader.press("Enter", "/", "word", "Enter", "*")
    #expect(reader.text([.bold, .underline], row: 3) == "word")
    #expect(!reader.screen.unicodeScalars.contains { [0x1B, 7, 0x202E].contains($0.value) })
  }
}
