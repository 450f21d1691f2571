import Articles
import Screen
import ReaderCore
import Testing

@Suite struct ReadOnTests {
  let texts: [(path: String, text: String?)] = [
    ("a.txt", Samples.long("Alpha", paragraphs: 14)), ("b.txt", Samples.short("Bravo")),
    ("c.txt", Samples.long("Charlie", paragraphs: 8)),
  ]

  /// The paths of the articles that were marked read, in order.
  private func read(_ reader: TestReader) -> [String] {
    reader.saved.filter { $0.mark == .read(true) }.map(\.path.displayString)
  }

  @Test(arguments: [(80, 24), (120, 24), (20, 6), (40, 3), (300, 90)])
  func spaceReadsTheWholeLibrary(columns: Int, rows: Int) {
    var reader = TestReader(texts, columns: columns, rows: rows)
    var presses = 0
    while read(reader).count < 3, presses < 2_000 {
      reader.press("Space")
      presses += 1
    }
    #expect(read(reader) == ["a.txt", "b.txt", "c.txt"])
    reader.press("Space")
    #expect(reader.statusLine.contains("Nothing unr"))
  }

  @Test func spaceShowsEveryParagraph() {
    var reader = TestReader(texts)
    reader.press("Space")
    var seen = ""
    while !reader.screen.contains("The word of Bravo") {
      seen += reader.screen
      reader.press("Space")
    }
    for number in 1...14 { #expect(seen.contains("Alpha paragraph \(number) "), "\(number)") }
  }

  @Test func inOnePaneTheFirstSpaceOnlyOpens() {
    var reader = TestReader(texts)
    reader.press("Space")
    #expect(reader.topLine == "Alpha")
    #expect(reader.readState("a.txt") == .reading)
  }

  @Test func inTheListOfTwoPanesSpaceTurnsThePageBeside() {
    var reader = TestReader(texts, columns: 120)
    #expect(reader.rows[1].contains("Alpha"))
    reader.press("Space")
    #expect(!reader.rows[1].contains("│  Alpha"))
    #expect(reader.readState("a.txt") == .reading)
    #expect(reader.cursorRow.contains("◐ Alpha"), "the list keeps the keyboard")
  }

  @Test func fromTheListSpaceGoesOnToTheNextUnreadAndOpensIt() {
    var reader = TestReader(texts, columns: 120)
    reader.press("j", "Space")
    #expect(read(reader) == ["b.txt"])
    #expect(reader.cursorRow.contains("◐ Charlie"))
    #expect(reader.readState("c.txt") == .reading)
  }

  @Test func spaceSkipsWhatIsReadOrBeingRead() {
    let marks = [
      ArticlePath("b.txt"): Samples.read(), ArticlePath("c.txt"): Samples.reading(progress: 0.5),
    ]
    var reader = TestReader(texts + [("d.txt", Samples.short("Delta"))], marks: marks)
    reader.press("gg", "Enter", "G", "Space")
    #expect(reader.topLine == "Delta")
  }

  @Test func spaceBeginsAgainAtTheOtherEnd() {
    var reader = TestReader(texts)
    reader.press("G", "Enter", "G", "Space")
    #expect(reader.topLine == "Alpha")
  }

  @Test func atTheEndOfTheLastSpaceSaysWhatIsStillBeingRead() {
    let marks = [ArticlePath("b.txt"): Samples.reading(progress: 0.5)]
    var reader = TestReader(Array(texts.prefix(2)), marks: marks)
    reader.press("gg", "Enter", "G", "Space")
    #expect(reader.message == "Nothing unread is left. 1 article is being read.")
    #expect(read(reader) == ["a.txt"])
  }

  @Test func spacePassesOverWhatCannotBeRead() {
    var reader = TestReader([("a.txt", nil), ("b.txt", Samples.short("Bravo"))])
    reader.press("Enter")
    #expect(reader.screen.contains("Cannot open a.txt: no permission."))
    reader.press("Space")
    #expect(reader.topLine == "Bravo")
    #expect(reader.readState("a.txt") == .unread)
  }

  @Test func withoutAnyArticleSpaceSaysSo() {
    var reader = TestReader([])
    reader.press("Space")
    #expect(reader.message == "No article is selected.")
  }
}
