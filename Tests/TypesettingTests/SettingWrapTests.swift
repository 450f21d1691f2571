import Screen
import Testing
import Typesetting

/// Preformatted lines that are continued where they are too wide.
@Suite struct SettingWrapTests {
  private func page(_ lines: [String], at columns: Int) -> [String] {
    var sample = Sample()
    sample.add(.preformatted, lines)
    return Galley(
      sample.document, options: Galley.Options(measure: 20, wrapsPreformattedAt: columns)
    ).page
  }

  @Test func continuationsAreMarked() {
    #expect(page(["abcdefghij", "klm"], at: 10) == ["abcdefghij", "klm"])
    #expect(page(["abcdefghijk", "klm"], at: 10) == ["abcdefgh", "→ ijk", "klm"])
    #expect(page(["日本語日本語"], at: 7) == ["日本", "→ 語日", "→ 本語"])
    #expect(page(["abcdefgh"], at: 3) == ["abc", "def", "gh"], "no room for a mark")
  }

  @Test func everyWidthKeepsTheTextAndTheMargin() {
    var texts = RandomText()
    for columns in 1...60 {
      let text = texts.paragraph(pieces: 20)
      var galley = Galley(
        Sample.preformatted(text), options: Galley.Options(wrapsPreformattedAt: columns))
      let lines = galley.lines(from: galley.start, count: .max)
      let note: Comment = "seed \(texts.seed), \(columns): \(text.debugDescription)"
      let safe = Sanitiser.sanitise(Array(text.utf8), surface: .body).text.string
      // A mark of the text may join the space before it to one character: scalars are compared.
      let mark = Array("→ ".unicodeScalars)
      let shown = lines.enumerated().flatMap { index, line in
        let scalars = Array(line.string.unicodeScalars)
        return index > 0 && scalars.starts(with: mark) ? Array(scalars.dropFirst(2)) : scalars
      }
      #expect(shown == Array(safe.unicodeScalars), note)
      for line in lines {
        #expect(line.columns == line.spans.reduce(0) { $0 + $1.text.columns }, note)
        #expect(line.columns <= columns || line.string.unicodeScalars.count <= 3, note)
      }
    }
  }

  @Test func positionsAndSearchReachTheContinuations() throws {
    var sample = Sample()
    sample.add(.preformatted, ["abcdefghijklmnopqrstuvwxyz"])
    var galley = Galley(sample.document, options: Galley.Options(wrapsPreformattedAt: 10))
    let match = try #require(galley.matches(of: "hij").first)
    #expect(galley.place(of: match) == Place(block: 1, line: 0))
    let lines = galley.lines(from: galley.start, count: 9, highlighting: [match], current: nil)
    let marked = lines.flatMap(\.spans).filter { $0.style.attributes.contains(.reverse) }
    #expect(marked.map(\.text.string) == ["h", "ij"])
    #expect(galley.place(at: 20) == Place(block: 1, line: 2))
  }
}
