import Articles
import ReaderCore
import Testing
import Typesetting

/// Lines filled to the measure.
@Suite struct JustifyTests {
  private static let english =
    "A book\n\n"
    + String(
      repeating: "The extraordinary considerations of the organisation were published in a book, "
        + "and it was for the administration that his interpretation had to be illustrated. ",
      count: 20) + "\n"

  private func page(_ text: String = english, with codes: [String] = ["en"]) -> TestReader {
    var reader = TestReader([("a.txt", text), ("b.txt", Samples.long("Beta"))])
    for code in codes {
      reader.hyphenators[code] = Hyphenator(language: Language(code: code)) {
        Array(1..<$0.count)
      }
    }
    reader.press("Enter")
    return reader
  }

  /// The lines of the paragraph but its last one.
  private func lines(_ reader: TestReader) -> [String] {
    reader.rows.dropLast().dropFirst(5).prefix { !$0.isEmpty }
      .map { String($0.drop { $0 == " " }) }.dropLast()
  }

  @Test func zjFillsLinesAndBack() {
    var reader = page()
    let before = reader.rows.dropLast()
    reader.press("zj")
    #expect(reader.message == "Lines are filled to the measure.")
    #expect(lines(reader).count > 10)
    #expect(lines(reader).allSatisfy { $0.count == 72 }, "\(reader.screen)")
    #expect(lines(reader).contains { $0.hasSuffix("-") })
    reader.press("zj")
    #expect(reader.message == "Lines end where their last word ends.")
    #expect(reader.rows.dropLast() == before)
  }

  @Test func withoutADictionaryWordsStayWhole() {
    var reader = page(with: [])
    reader.press("zj")
    #expect(lines(reader).contains { $0.count == 72 })
    #expect(!lines(reader).contains { $0.hasSuffix("-") })
    reader.press("i")
    #expect(reader.screen.contains("English; no hyphenation dictionary is installed"))
  }

  @Test func whereTheLanguageIsUnsureWordsStayWhole() {
    let text =
      "Numbers\n\n" + String(repeating: "Antidisestablishmentarianism oviparous ", count: 40)
    var reader = page(text)
    reader.press("zj")
    #expect(!lines(reader).contains { $0.hasSuffix("-") })
  }

  @Test func theDictionaryOfALanguageIsAskedForOnce() {
    var reader = page()
    reader.press("zj", "zj", "zj", "J", "K")
    #expect(lines(reader).contains { $0.hasSuffix("-") })
    #expect(reader.dictionariesAsked == ["en"])
  }

  @Test func aWordThatIsCutIsFound() throws {
    var reader = page()
    reader.press("zj")
    let row = try #require(reader.rows.firstIndex { $0.hasSuffix("-") })
    let head = try #require(reader.rows[row].split(separator: " ").last).dropLast()
    let tail = try #require(reader.rows[row + 1].split(separator: " ").first)
    reader.press("/", String(head + tail.filter(\.isLetter)), "Enter")
    #expect(reader.statusLine.contains("1 of 20"))
    #expect(reader.rows.contains { $0.hasSuffix("-") })
  }

  @Test func fillingKeepsThePlace() {
    var reader = page()
    reader.press("5j")
    let words = reader.topLine.split(separator: " ").prefix(2)
    reader.press("zj")
    #expect(reader.topLine.split(separator: " ").contains(words[1]))
    reader.press("zj")
    #expect(Array(reader.topLine.split(separator: " ").prefix(2)) == Array(words))
  }
}
