import Seeded
import Testing

@testable import Typesetting

@Suite struct StructureLawTests {
  /// Pieces of lines that rules look for, so that random texts meet them.
  private static let pieces = [
    "", " ", "   ", "\t", "- ", "* ", "1. ", "2) ", "[3] ", "> ", ">> ", "# ", "## ", "---",
    "=====",
    "```", "***", "| a | b |", "Title: x", "From: a@b", "Home > News", "Advertisement", "[Page 3]",
    "\u{0C}", "word", "Some more words that make a line of prose,", "CHAPTER I", "Introduction",
    "and so it went on.", "“Quoted,” she said.", "コメント", "これは長い文です。", "by Ada Lovelace",
    "May 6, 2019", "{ x = 1; }", "a    b    c", "+---+", "├──┤", "http://example.org/", "____",
    "................ 12", "\u{85}", "\u{3000}", "\u{200B}", "e\u{301}", "\r", "\u{1B}[31m",
    "NAME(1)",
    "*** START OF X ***", "*** END OF X ***", "References", "1. http://a.example/", "¶", "— 12 —",
  ]

  @Test(arguments: 0..<150) func everyLineHasOneBlock(seed: Int) {
    var random = Seeded(UInt64(seed))
    let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      (0..<Int.random(in: 0...4, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined() + (Int.random(in: 0...2, using: &random) == 0 ? "\n\n" : "\n")
    }.joined()
    #expect(StructureLaws.broken(by: Reading(text).document) == [], "seed \(seed)")
  }

  @Test(arguments: 0..<50) func randomBytesHaveBlocks(seed: Int) {
    var random = Seeded(UInt64(seed) + 1_000)
    let bytes = (0..<600).map { _ in
      Int.random(in: 0...9, using: &random) == 0
        ? 0x0A : UInt8.random(in: 0x20...0xFF, using: &random)
    }
    let document = Document(Source(window: bytes, start: 0, total: 600), name: "")
    #expect(StructureLaws.broken(by: document) == [], "seed \(seed)")
  }

  @Test(arguments: [
    "", "\n", "\n\n\n", " ", "a", "a\n", "\na", "\r\n", "\u{FEFF}", "-", ">", "#", "=",
  ])
  func tinyTexts(text: String) {
    #expect(StructureLaws.broken(by: Reading(text).document) == [])
  }

  @Test func aWindowIsReadWithoutHeadAndTail() {
    let text = "Title: not a header here\nFrom: a@b.example\n\nSome text.\n"
    let document = Document(
      Source(window: Array(text.utf8), start: 5_000, total: 9_000), name: "long.txt")
    #expect(StructureLaws.broken(by: document) == [])
    #expect(document.metadata.author == nil)
  }

  /// Texts that would take minutes if any rule were worse than linear.
  @Test(arguments: [
    String(repeating: "a", count: 1 << 18), String(repeating: ">", count: 1 << 18),
    "e" + String(repeating: "\u{301}", count: 1 << 17), String(repeating: "word\n", count: 12_000),
    String(repeating: "word\n\n", count: 8_000), String(repeating: "- word\n", count: 8_000),
    String(repeating: "[", count: 1 << 18), String(repeating: "Key: value\n", count: 8_000),
    String(repeating: "\u{0C}\nhead\n\n", count: 8_000), String(repeating: "```\n", count: 8_000),
    String(repeating: "x [Page 1]\n\nhead   y\n\n", count: 4_000),
    String(repeating: "# a\n", count: 8_000), String(repeating: "a | b | c\n\n", count: 8_000),
    (0..<8_000).map { "\($0 % 900). word\n\n" }.joined(),
  ]) func isNeverSlow(text: String) {
    let clock = ContinuousClock()
    let time = clock.measure { _ = Reading(text) }
    #expect(time < .seconds(20))
  }
}
