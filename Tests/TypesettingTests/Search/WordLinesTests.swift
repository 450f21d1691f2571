import Seeded
import Testing
import Typesetting

/// Lines of many articles that are looked through at once, against a plain look at each.
@Suite struct WordLinesTests {
  private static let words = [
    "a", "night", "Night", "nights", "Café", "CAFE", "extraordinarily", "extraordinary", "東京",
    "e-mail", "7",
  ]

  private func text(_ count: Int, _ random: inout Seeded) -> String {
    (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }

  @Test(arguments: 0..<4) func findWhatAPlainLookFinds(seed: Int) {
    var random = Seeded(UInt64(seed))
    var texts = [String](repeating: "", count: 40)
    var lines = WordLines()
    for step in 0..<400 {
      let index = Int.random(in: 0..<texts.count, using: &random)
      texts[index] = text(.random(in: 0...6, using: &random), &random)
      lines.set(texts[index].utf8, at: index)
      guard step % 20 == 0 else { continue }
      let typed = text(.random(in: 0...2, using: &random), &random)
      let phrase = SearchPhrase(typed, isPrefix: Bool.random(using: &random))
      let candidates = texts.indices.filter { _ in Bool.random(using: &random) }
      let found = lines.indices(with: phrase, among: candidates)
      #expect(
        found == candidates.filter { phrase.occurs(in: texts[$0]) },
        "seed \(seed), step \(step), \(typed)")
    }
  }

  /// Parts of words, at every place of lines of every length, and where there is no line.
  @Test(arguments: 0..<4) func findPartsOfWords(seed: Int) {
    var random = Seeded(UInt64(seed))
    let texts = (0..<60).map { text($0 % 12, &random) }
    var lines = WordLines()
    for (index, text) in texts.enumerated() { lines.set(text.utf8, at: index) }
    for _ in 0..<200 {
      let whole = Array(text(.random(in: 1...3, using: &random), &random))
      let start = Int.random(in: 0..<whole.count, using: &random)
      let part = String(whole[start...].prefix(.random(in: 1...12, using: &random)))
      let wanted = Array(SearchWords().words(of: part).joined(separator: [0x20]))
      // Every fifth one is not asked for, and of those without a line every second one is to stay.
      let asked = texts.indices.map { !$0.isMultiple(of: 5) }
      let plain = texts.indices.map { index in
        let line = Array(SearchWords().words(of: texts[index]).joined(separator: [0x20]))
        let holds = line.isEmpty ? index.isMultiple(of: 2) : line.firstRange(of: wanted) != nil
        return asked[index] && (wanted.isEmpty || holds)
      }
      var found = asked
      lines.keep(part, in: &found) { $0.isMultiple(of: 2) }
      #expect(found == plain, "seed \(seed), \(part)")
    }
  }

  @Test func replacedLinesAreForgotten() {
    var lines = WordLines()
    lines.set("first".utf8, at: 0)
    for number in 0..<20_000 { lines.set("line number \(number)".utf8, at: 1) }
    lines.set("last".utf8, at: 2)
    #expect(lines.indices(with: SearchPhrase("19999"), among: [0, 1, 2]) == [1])
    #expect(lines.indices(with: SearchPhrase("19998"), among: [0, 1, 2]) == [])
    #expect(lines.indices(with: SearchPhrase("first"), among: [0, 1, 2]) == [0])
    #expect(lines.indices(with: SearchPhrase("last"), among: [2, 3]) == [2])
    #expect(lines.byteCount < 1 << 18, "replaced lines keep no room")
  }
}
