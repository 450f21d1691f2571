import Articles
import ReaderCore
import Screen
import Testing

/// The links of an article.
@Suite struct LinkListTests {
  private let texts: [(path: String, text: String?)] = [
    ("a.md", Self.linked), ("b.txt", Samples.short("Plain")),
  ]

  /// A link in each of some long paragraphs.
  private static let linked =
    "# Linked\n\n"
    + (1...9).map { number in
      let body = String(repeating: "It goes on about the matter at hand for long. ", count: 30)
      return "Paragraph [word \(number)](http://x.example/\(number)) begins. \(body)\n\n"
    }.joined()

  private func links(_ keys: String..., columns: Int = 80) -> TestReader {
    var reader = TestReader(texts, columns: columns)
    reader.press("Enter", "L")
    for key in keys { reader.press(key) }
    return reader
  }

  @Test func linksAreListed() {
    let reader = links()
    #expect(reader.rows[0] == " Links")
    #expect(
      reader.rows[2].hasPrefix(" 1  word 1 ") && reader.rows[2].hasSuffix(" http://x.example/1"))
    #expect(reader.rows[10].hasPrefix(" 9  word 9 "))
    #expect(reader.cursorRow == reader.rows[2])
  }

  @Test func enterGoesThere() {
    var reader = links("j", "jj", "k", "Enter")
    #expect(reader.topLine.hasPrefix("Paragraph word 3 begins."))
    reader.press("L")
    #expect(reader.cursorRow.contains("word 3"), "the first link of the page is selected")
  }

  @Test(arguments: [("G", "word 9"), ("PgDn", "word 9"), ("k", "word 1"), ("End", "word 9")])
  func keysMove(key: String, wanted: String) {
    #expect(links(key).cursorRow.contains(wanted))
  }

  @Test(arguments: ["Esc", "q", "L"]) func keysClose(key: String) {
    var reader = TestReader(texts)
    reader.press("Enter", "9j")
    let before = reader.screen
    reader.press("L", "j", key)
    #expect(reader.screen == before)
  }

  @Test func aNarrowScreenShowsTheWords() {
    let reader = links(columns: 30)
    #expect(reader.rows[2] == " 1  word 1")
  }

  @Test func withoutLinksItSaysSo() {
    var reader = TestReader(texts)
    reader.press("j", "Enter", "L")
    #expect(reader.message == "This article has no links.")
  }

  @Test func allOfALongTextIsListed() {
    var reader = TestReader(texts, window: 6_000)
    reader.press("Enter", "L")
    #expect(reader.screen.contains("word 1") && reader.screen.contains("word 9"))
    reader.press("G", "Enter")
    #expect(reader.topLine.contains("word 9"), "places count from the start of the whole text")
    reader.press("L")
    #expect(reader.cursorRow.contains("word 9"))
  }
}
