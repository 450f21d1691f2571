import Articles
import ReaderCore
import Screen
import Testing

@Suite struct ContentsTests {
  private let texts: [(path: String, text: String?)] = [
    ("a.md", Self.deep), ("b.txt", Samples.short("Plain")),
  ]

  /// Chapters with two sections each, in Markdown.
  private static let deep =
    "# Deep\n\n"
    + (1...9).map { chapter in
      let body = String(repeating: "It goes on about the matter at hand for long. ", count: 30)
      return "## Chapter \(chapter)\n\n\(body)\n\n### Section \(chapter)a\n\n\(body)\n\n"
    }.joined()

  private func contents(_ keys: String..., rows: Int = 40) -> TestReader {
    var reader = TestReader(texts, rows: rows)
    reader.press("Enter", "T")
    for key in keys { reader.press(key) }
    return reader
  }

  @Test func headingsAreListedWithTheirPlaces() {
    let reader = contents()
    #expect(reader.rows[0] == " Contents")
    #expect(reader.rows[2].hasPrefix(" Chapter 1 ") && reader.rows[2].hasSuffix(" 0 %"))
    #expect(reader.rows[3].hasPrefix("   Section 1a "))
    #expect(reader.rows[19].hasPrefix("   Section 9a ") && reader.rows[19].hasSuffix(" 94 %"))
    #expect(reader.cursorRow == reader.rows[2])
    #expect(reader.text(.reverse, row: 2).contains("Chapter 1"))
    #expect(reader.text(.reverse, row: 3).isEmpty)
  }

  @Test func enterGoesThere() {
    var reader = contents("j", "j", "jj", "k", "Enter")
    #expect(reader.topLine.hasPrefix("Section 2a"))
    reader.press("T")
    #expect(reader.cursorRow.contains("Section 2a"), "the section at the top is selected")
  }

  @Test func theSectionThatIsReadIsSelected() {
    var reader = TestReader(texts)
    reader.press("Enter", "]]", "]]", "]]", "3j", "T")
    #expect(reader.cursorRow.contains("Chapter 2"))
  }

  @Test(arguments: [
    (["G"], "Section 9a"), (["G", "g", "g"], "Chapter 1"), (["PgDn"], "Section 4a"),
    (["PgDn", "PgUp"], "Chapter 1"), (["k"], "Chapter 1"), (["End", "j"], "Section 9a"),
    (["G", "g", "j", "g"], "Section 9a"),
  ])
  func keysMove(keys: [String], wanted: String) {
    var reader = contents(rows: 10)
    for key in keys { reader.press(key) }
    #expect(reader.cursorRow.contains(wanted))
  }

  @Test(arguments: ["Esc", "q", "T"]) func keysClose(key: String) {
    var reader = TestReader(texts)
    reader.press("Enter", "9j")
    let before = reader.screen
    reader.press("T", "j", key)
    #expect(reader.screen == before)
  }

  @Test func fromTheListItLeadsIntoTheArticle() {
    var reader = TestReader(texts, columns: 160)
    reader.press("T", "j", "Enter")
    #expect(reader.rows[1].contains("Section 1a"))
    reader.press("q")
    #expect(reader.cursorRow.contains("Deep"), "the reading pane was entered")
  }

  @Test func withoutHeadingsItSaysSo() {
    var reader = TestReader(texts)
    reader.press("j", "Enter", "T")
    #expect(reader.message == "This article has no headings.")
    #expect(reader.screen.contains("The word of Plain"))
  }

  @Test func theSelectionStaysOnTheScreen() {
    var reader = contents("G", rows: 40)
    for (columns, rows) in [(80, 8), (20, 4), (9, 3), (1, 1), (80, 40)] {
      reader.resize(columns, rows)
      #expect(reader.state.frame.cursor.map { $0.row < rows && $0.column < columns } == true)
    }
    #expect(reader.cursorRow.contains("Section 9a"))
  }

  /// A reader that has a part of a long text.
  private func long() -> TestReader {
    var reader = TestReader([("a.md", Self.deep)], window: 4_000)
    reader.press("Enter")
    return reader
  }

  @Test func allOfALongTextIsListed() {
    var reader = long()
    reader.press("T")
    #expect(reader.screen.contains("Section 9a"))
    reader.press("G", "Enter")
    #expect(reader.topLine.hasPrefix("Section 9a"))
  }

  @Test(arguments: [("T", "headings", " Contents"), ("L", "links", " Links")])
  func aKeyEndsTheWaitForPlaces(key: String, places: String, title: String) {
    let linked = Self.deep + "\n\nSee [there](http://x.example/1).\n"
    var reader = TestReader([("a.md", linked)], window: 4_000)
    reader.press("Enter")
    reader.isSlow = true
    reader.press(key)
    #expect(reader.message == "Looking through the text for its \(places) …")
    reader.press("j")
    let before = reader.rows
    reader.deliver()
    #expect(reader.rows == before)
    reader.press(key)
    reader.deliver()
    #expect(reader.rows[0] == title)
  }
}
