import Screen
import Seeded
import Testing

@testable import Typesetting

/// What holds for every text that is read as Markdown.
@Suite struct MarkdownLawTests {
  private static let marks = [
    "*", "**", "_", "__", "`", "``", "~~", "\\", "&amp;", "&", "<b>", ">", "|", "!", "(", ")", "#",
    "---", "===", "\t", "\r", "é", "。", "\u{301}", "\u{A0}", "\u{0C}", "|-|", "a|b",
  ]
  private static let words = ["word", "Two words.", "x", "and 12 more", "日本語"]
  private static let beginnings = [
    "", "", "  ", "    ", "> ", ">", "- ", "* ", "10. ", "# ", "## ", "```\n", "~~~\n", "  - ",
  ]
  private static let brackets = [
    "[", "]", "](", "[a]", "[a]: /b", "![", "<http://x.example>", "<!-- ", "-->", "[^1]", "<div>",
    "[a](b \"t\")", "http://y.example/", "[ ] ",
  ]

  private func text(_ random: inout Seeded, with extra: [String] = []) -> String {
    let pieces = Self.marks + Self.words + Self.words + extra + [" ", " "]
    return (0..<Int.random(in: 1...30, using: &random)).map { _ in
      (Self.beginnings.randomElement(using: &random) ?? "")
        + (0..<Int.random(in: 0...8, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined() + (Bool.random(using: &random) ? "\n" : "\n\n")
    }.joined()
  }

  @Test(arguments: 0..<300) func everyLineHasOneBlock(seed: Int) {
    var random = Seeded(UInt64(seed))
    let text = text(&random, with: Self.brackets)
    let document = Reading(text, name: "a.md").document
    #expect(StructureLaws.broken(by: document) == [], "seed \(seed): \(text.debugDescription)")
    let runs = document.inlines.map(\.source)
    #expect(
      zip(runs, runs.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, "seed \(seed)")
  }

  /// Without links nothing but marks is left out, and the language of code.
  @Test(arguments: 0..<300) func noLetterIsLost(seed: Int) {
    var random = Seeded(UInt64(seed) + 10_000)
    let text = text(&random).replacing(/(```|~~~)[^\n]*/) { String($0.output.1) }
    let reading = Reading(text, name: "a.md")
    let bytes = reading.document.source.bytes
    let shown = reading.document.blocks.map { block in
      String(decoding: block.marker.map { bytes[$0] } ?? [], as: UTF8.self) + reading.text(block)
    }
    #expect(
      letters(shown.joined()) == letters(text), "seed \(seed): \(text.debugDescription)")
  }

  /// Without those of an entity and of a tag, which may or may not be shown as they stand.
  private func letters(_ text: String) -> String {
    let text = text.replacing(/&amp;|<b>/.matchingSemantics(.unicodeScalar), with: "")
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.isAlphabetic }))
  }

  @Test(arguments: 0..<100) func pagesAreAsWideAsTheyAreDrawn(seed: Int) {
    var random = Seeded(UInt64(seed) + 20_000)
    let document = Reading(text(&random, with: Self.brackets), name: "a.md").document
    var galley = Galley(
      document, options: Galley.Options(measure: 20, showsFurniture: true))
    for line in galley.lines(from: galley.start, count: .max) {
      #expect(line.columns == line.spans.reduce(0) { $0 + $1.text.columns }, "seed \(seed)")
    }
  }

  /// Texts that would take minutes, or the whole stack, if anything were worse than linear.
  @Test(arguments: [
    ">", "> > ", "- ", "1. ", "[", "![l", "[a](", "[a](<b", "*a ", "*a_ ", "a**b", "`a``", "<!A ",
    "<![CDATA[", "&", "\\", "www.", "http://a", "a@", "~~a ", "|x", "|a|\n", "|a|b|\n|-|-|\n",
    "[a]: b\n", "[a][", "a\n=\n", "- a\n", "<a>\n", "```\n", "-\n", "[a](b \"", "<a b=\"", "a  \n",
    "> a\n\n", "*[a_", "[^a]", "\t", "\r",
  ])
  func isNeverSlow(piece: String) {
    let text = String(repeating: piece, count: (1 << 16) / piece.utf8.count)
    let clock = ContinuousClock()
    #expect(clock.measure { _ = Reading(text, name: "a.md").document.links() } < .seconds(30))
  }

  @Test func deepListsAboveManyBlankLinesAreNotSlow() {
    let text =
      String(repeating: "- ", count: 1 << 16) + "a\n" + String(repeating: "\n", count: 1 << 18)
    let clock = ContinuousClock()
    #expect(clock.measure { _ = Reading(text, name: "a.md") } < .seconds(30))
  }
}
