import Articles
import Storage
import Testing

/// What the head of a text says of it, beside what all of it says.
@Suite struct HeadSummaryTests {
  private func summaries(
    of text: [UInt8], named name: String = "a.txt"
  ) throws -> (head: Summary, whole: Summary) {
    let folder = try TemporaryFolder()
    try folder.write(text, to: name)
    let library = try Library(root: folder.path)
    let path = ArticlePath(name)
    return (try library.headSummary(path), try library.summary(path))
  }

  private let paragraphs = (0..<120).map { number in
    "Paragraph \(number) goes on for a while, as paragraphs do, and then it ends.\n"
  }.joined(separator: "\n")

  @Test func aShortTextIsKnownWhole() throws {
    let (head, whole) = try summaries(of: Array("Title: A\nAuthor: B\n\nSome words.\n".utf8))
    #expect(head == whole)
  }

  @Test func whatAListShowsIsTheSame() throws {
    let text = "Title: A night\nAuthor: Ada Lamp\nDate: 2024-05-06\n\n" + paragraphs
    let (head, whole) = try summaries(of: Array(text.utf8))
    #expect(head.title == "A night")
    #expect((head.title, head.author, head.date) == (whole.title, whole.author, whole.date))
  }

  @Test func aLengthIsEstimatedAndTheTextIsNotClaimed() throws {
    let (head, whole) = try summaries(of: Array(("A night\n\n" + paragraphs).utf8))
    #expect(head.fingerprint == nil && head.textHash == nil)
    #expect(whole.fingerprint != nil)
    #expect(abs(head.words - whole.words) * 20 < whole.words)
    #expect(abs(head.minutes - whole.minutes) <= 1)
  }

  @Test func otherEncodingsAreDecoded() throws {
    let latin = "Nächte in Köln\n\n" + String(repeating: "Für mich und dich schön. ", count: 400)
    let bytes = latin.unicodeScalars.map { UInt8($0.value) }
    let (head, whole) = try summaries(of: bytes)
    #expect(head.title == "Nächte in Köln" && whole.title == head.title)
    let wide: [UInt8] = [0xFF, 0xFE] + latin.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try summaries(of: wide).head.title == "Nächte in Köln")
  }

  @Test func aTitleBelowTheHeadIsFound() throws {
    let menu = (0..<300).map { _ in "    -- -- --\n" }.joined()
    let (head, whole) = try summaries(of: Array((menu + "\n\nA night\n\n" + paragraphs).utf8))
    #expect(head.title == whole.title && !head.title.isEmpty)
  }

  @Test func aCompressedTextIsReadWhole() throws {
    #expect(throws: LibraryError.self) {
      try summaries(of: Array("no gzip".utf8), named: "a.txt.gz")
    }
  }
}
