import Screen
import Seeded

/// Untrusted text with everything in it that a sanitiser could trip over.
struct RandomText {
  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed) }

  mutating func next() -> [UInt8] {
    (0..<Int.random(in: 0...24, using: &random)).flatMap { _ in part() }
  }

  mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func part() -> [UInt8] {
    switch number(in: 0...9) {
    case 0: return Array("q".utf8)
    case 1:
      return Array(repeating: Self.marks[number(in: 0...3)], count: number(in: 1...7)).flatMap {
        $0
      }
    case 2: return (0..<number(in: 1...12)).map { _ in UInt8(number(in: 0...255)) }
    case 3: return Array(String(scalar(in: 0...0x10FFFF)).utf8)
    case 4: return Array(String(scalar(in: 0...0x2FF)).utf8)
    default: return Self.pieces[number(in: 0...(Self.pieces.count - 1))]
    }
  }

  private mutating func scalar(in range: ClosedRange<Int>) -> Unicode.Scalar {
    Unicode.Scalar(UInt32(number(in: range))) ?? "\u{FFFD}"
  }

  private static let marks = ["\u{301}", "\u{323}", "\u{1161}", "\u{20DD}"].map { Array($0.utf8) }

  private static let pieces = [
    "word ", " ", "\t", "\n", "\u{1B}[", "\u{9B}", "世", "界", "한", "\u{1112}", "🎈", "🇬🇧", "é",
    "❤\u{FE0F}",
    "👩\u{200D}👧", "\u{200B}", "\u{2060}", "\u{202E}", "\u{2066}", "\u{E0041}\u{E0042}", "\u{E0100}",
    "\u{E000}", "\u{378}", "\u{FFFD}", "\u{25CC}", "<RLO>", "^[", "+3", "…", "\u{3164}", "\u{A0}",
    "\u{2028}", "\u{FEFF}", "नमस्ते", "กำ", "שלום",
  ].map { Array($0.utf8) }
}
