import Screen
import Testing
import Typesetting

/// Texts so long that they are set in parts.
@Suite(.timeLimit(.minutes(5))) struct SettingLongTextTests {
  private static let size = 1 << 18

  private static let texts: [(name: String, text: String)] = [
    ("one letter", String(repeating: "a", count: size)),
    ("words", String(repeating: "some words of a text. ", count: size / 22)),
    ("sentences without spaces", String(repeating: "word-", count: size / 5)),
    ("quotes", String(repeating: ">", count: size)),
    ("ideographs", String(repeating: "漢字。", count: size / 9)),
    ("marks", "e" + String(repeating: "\u{301}", count: size / 2)),
    ("families", String(repeating: "👩‍👩‍👧‍👦", count: size / 25)),
  ]

  private func bare(_ text: String) -> String { text.filter { $0 != " " } }

  @Test(arguments: texts.indices, [false, true])
  func partsJoinWithoutASeam(index: Int, isOriginal: Bool) {
    let (name, text) = Self.texts[index]
    var galley = Galley(
      Sample.paragraph(text), options: .init(measure: 72, isOriginal: isOriginal))
    let lines = galley.lines(from: galley.start, count: .max)
    let last = galley.last()
    #expect(last == lines.last?.place, "\(name)")
    #expect(lines.allSatisfy { $0.columns <= 72 }, "\(name)")
    #expect(galley.distance(from: galley.start, to: last, limit: .max) == lines.count - 1)
    #expect(galley.moved(last, by: -99) == lines[max(0, lines.count - 100)].place, "\(name)")
    #expect(lines.map(\.place) == lines.map(\.place).sorted(), "\(name)")
    // Marks beyond those that a cell holds are counted, part by part.
    if name == "marks" { return }
    #expect(bare(lines.map(\.string).joined()) == bare(shown(text)), "\(name)")
    for line in stride(from: 0, to: lines.count, by: 97) {
      let offset = galley.offset(of: lines[line].place)
      #expect(galley.place(at: offset) == lines[line].place, "\(name)")
    }
  }

  private func shown(_ text: String) -> String {
    Sanitiser.sanitise(Array(text.utf8), surface: .body).text.string
  }

  @Test func aLineOfLettersShowsNoSeamInTheOriginal() {
    let text = String(repeating: "x", count: 100_000)
    let page = Galley(Sample.paragraph(text), options: .init(measure: 77, isOriginal: true)).page
    #expect(page.dropLast().allSatisfy { $0.utf8.count == 77 })
  }

  @Test func manyShortLinesAreOneParagraph() {
    let bytes = Array(String(repeating: "word\n", count: 100_000).utf8)
    let slices = (0..<100_000).map { Slice(line: $0 + 1, source: $0 * 5..<$0 * 5 + 4) }
    let block = Block(.paragraph, lines: 1...100_000, slices: slices, reason: .prose)
    var galley = Galley(Document(Source(bytes), blocks: [block]), options: .init(measure: 24))
    #expect(galley.lines(from: galley.start, count: 1)[0].string == "word word word word word")
    let last = galley.last()
    #expect(galley.offset(of: last) > 499_900)
    #expect(galley.distance(from: galley.start, to: last, limit: .max) >= 19_999)
  }

  @Test func manyBlocksAndManyPreformattedLines() {
    let bytes = Array(String(repeating: "word\n\n", count: 20_000).utf8)
    let slices = (0..<20_000).map { Slice(line: $0 * 2 + 1, source: $0 * 6..<$0 * 6 + 4) }
    let code = Block(.preformatted, lines: 1...39_999, slices: slices, reason: .prose)
    let items = slices.map { Block(.list, lines: $0.line...$0.line, slices: [$0], reason: .prose) }
    for blocks in [[code], items] {
      var galley = Galley(Document(Source(bytes), blocks: blocks), options: .init())
      let last = galley.last()
      #expect(galley.distance(from: galley.start, to: last, limit: .max) == 39_998)
      #expect(galley.moved(last, by: -39_998) == galley.start)
      #expect(galley.distance(from: last, to: galley.start, limit: 50) == -50)
    }
  }
}
