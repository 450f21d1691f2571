import Articles
import ReaderCore
import Screen
import Testing

/// `gv`: the list of views.
@Suite struct ViewListTests {
  private static let texts: [(path: String, text: String?)] = [
    ("a.txt", Samples.short("Alpha")), ("b.txt", Samples.long("Bravo", paragraphs: 200)),
    ("c.txt", Samples.short("Charlie")), ("d.txt", Samples.long("Delta", paragraphs: 20)),
  ]

  private var marks: [ArticlePath: Marks] {
    var starred = Samples.read()
    starred.apply(MarkChange(path: ArticlePath("c.txt"), mark: .starred(true), at: 1))
    starred.apply(MarkChange(path: ArticlePath("c.txt"), mark: .tag("later", true), at: 1))
    return [
      ArticlePath("c.txt"): starred,
      ArticlePath("d.txt"): Samples.reading(progress: 0.5),
    ]
  }

  private func order(_ reader: TestReader) -> String {
    reader.rows.dropLast().dropFirst(2).compactMap { $0.dropFirst(3).first.map(String.init) }
      .joined()
  }

  @Test func eachViewSaysHowManyItHas() {
    var reader = TestReader(Self.texts, marks: marks)
    reader.press("gv")
    #expect(reader.rows[0] == " Views")
    let rows = reader.rows.dropFirst(2).prefix { !$0.isEmpty }.map { row in
      row.split(separator: " ").prefix(2).joined(separator: " ")
    }
    #expect(
      rows == [
        "4 All", "2 Unread", "1 Reading", "1 Starred", "1 Read", "0 New", "1 Short", "1 Long",
        "1 Tag",
      ])
  }

  @Test(arguments: [
    (0, "ABCD", "articles  "), (1, "AB", "articles · Unread"), (2, "D", "articles · Reading"),
    (3, "C", "articles · Starred"), (4, "C", "articles · Read"), (6, "A", "articles · Short"),
    (7, "B", "articles · Long"), (8, "C", "articles · Tag later"),
  ])
  func enterShowsOne(number: Int, rows: String, name: String) {
    var reader = TestReader(Self.texts, marks: marks)
    reader.press("zh", "gsl", "gv", "gg")
    for _ in 0..<number { reader.press("j") }
    reader.press("Enter")
    #expect(order(reader) == rows)
    #expect(reader.rows[0].hasPrefix(" " + name))
  }

  @Test func theViewThatIsShownIsSelected() {
    var reader = TestReader(Self.texts, marks: marks)
    reader.press("gv", "j", "j", "j", "Enter", "gv")
    #expect(reader.cursorRow.contains("Starred"))
  }

  @Test(arguments: ["q", "Esc"]) func keysCloseIt(key: String) {
    var reader = TestReader(Self.texts, marks: marks)
    let before = reader.screen
    reader.press("gv", "j", key)
    #expect(reader.screen == before)
  }

  @Test func newArticlesComeFirstInTheViewOfWhatIsNew() {
    var reader = TestReader(bare: Self.texts)
    reader.send(.marksLoaded([:], []))
    reader.find(["a.txt"], modified: reader.now - 86_400_000)
    reader.find(["c.txt"], modified: reader.now)
    reader.find(["b.txt"], modified: reader.now - 30 * 86_400_000)
    reader.send(.scanned([]))
    reader.describe(["a.txt", "b.txt", "c.txt"])
    reader.press("gv", "gg", "j", "j", "j", "j", "j", "Enter")
    #expect(order(reader) == "CA")
  }
}
