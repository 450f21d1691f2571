import Screen
import Testing
import Typesetting

/// What holds for every text at every measure.
@Suite struct SettingPropertyTests {
  @Test func everyMeasureKeepsTheTextAndTheMargin() {
    var texts = RandomText()
    let paragraphs = (0..<3).map { _ in texts.paragraph(pieces: 30) }
    for text in paragraphs {
      for measure in 1...200 {
        check(text, measure: measure, isOriginal: false, seed: texts.seed)
        check(text, measure: measure, isOriginal: true, seed: texts.seed)
      }
      check(text, measure: 1000, isOriginal: false, seed: texts.seed)
    }
  }

  @Test func shortTextsAtNarrowMeasures() {
    var texts = RandomText()
    for _ in 0..<500 {
      let text = texts.paragraph(pieces: texts.number(1...6))
      check(text, measure: texts.number(1...12), isOriginal: false, seed: texts.seed)
    }
  }

  private func check(_ text: String, measure: Int, isOriginal: Bool, seed: UInt64) {
    let document = Sample.paragraph(text)
    let options = Galley.Options(
      measure: measure, isOriginal: isOriginal, isJustified: measure % 2 == 0)
    var galley = Galley(document, options: options)
    let lines = galley.lines(from: galley.start, count: .max)
    let note: Comment = "seed \(seed), measure \(measure): \(text.debugDescription)"
    #expect(bare(lines.map(\.string).joined()) == bare(safe(text)), note)
    for line in lines {
      #expect(line.columns == line.spans.reduce(0) { $0 + $1.text.columns }, note)
      #expect(line.columns <= measure || clusters(line.string) == 1, note)
    }
    checkCharacters(text, lines, measure: measure, note)
  }

  /// A line begins inside a character only if that fits on no line, or if the character is a space
  /// with a mark.
  private func checkCharacters(
    _ text: String, _ lines: [SetLine], measure: Int, _ note: Comment
  ) {
    var offset = 0
    for character in text {
      let range = offset..<offset + character.utf8.count
      offset = range.upperBound
      let isCut = lines.contains { range.dropFirst().contains($0.source.lowerBound) }
      if isCut, safe(String(character)).width > measure || character.unicodeScalars.first == " " {
        continue
      }
      #expect(!isCut, note)
    }
  }

  private func safe(_ text: String) -> String {
    Sanitiser.sanitise(Array(text.utf8), surface: .body).text.string
  }

  /// Without what setting adds and takes away.
  private func bare(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != " " && $0 != "-" }
  }

  private func clusters(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (ColumnWidth.columns(of: $1) > 0 ? 1 : 0) }
  }
}

extension String {
  fileprivate var width: Int {
    unicodeScalars.reduce(0) { $0 + ColumnWidth.columns(of: $1) }
  }
}
