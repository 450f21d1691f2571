import Screen
import Seeded
import Typesetting

/// Random texts of many kinds, the same for the same seed.
struct RandomText {
  let seed: UInt64
  var random: Seeded

  init(seed: UInt64 = UInt64.random(in: 0...UInt64.max)) {
    self.seed = seed
    random = Seeded(seed)
  }

  private static let pieces: [[String]] = [
    ["a", "of", "the", "page", "reading", "furthermore,", "end.", "(so)", "well-known", "don’t"],
    [
      "C++", "https://example.com/a/path?with=query&more", "e.g.", "“quoted”", "—", "3.14", "1,000",
    ],
    ["吾輩は猫である。", "名前はまだ無い、", "「括弧」", "ー", "한국어", "ภาษาไทย"],
    ["שלום", "مرحبا", "e\u{301}te\u{301}", "👩‍👩‍👧‍👦", "🇩🇪🇫🇷", "👍🏽"],
    ["a\u{AD}b\u{AD}cd", "x\u{200B}y", "\u{1B}[31m", "\u{202E}", "\u{E000}", "\t", "  ", "\u{A0}"],
    ["z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "\u{301}", "unbreakable".repeated(5)],
    ["////////", "++++++++++++", "--", "...", "()()()()()"],
  ]

  /// A paragraph of so many pieces, most of them words.
  mutating func paragraph(pieces count: Int) -> String {
    var text = ""
    for _ in 0..<count {
      let isWord = Int.random(in: 0..<3, using: &random) > 0
      let kind = isWord ? 0 : Int.random(in: 0..<Self.pieces.count, using: &random)
      text += Self.pieces[kind].randomElement(using: &random) ?? ""
      if Int.random(in: 0..<8, using: &random) > 0 { text += " " }
    }
    return text
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
