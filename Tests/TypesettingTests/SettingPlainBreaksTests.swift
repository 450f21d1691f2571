import Seeded
import Testing

@testable import Typesetting

extension PlainBreaks {
  static func offsets(in text: UnsafeBufferPointer<UInt8>) -> [Int32] {
    var memory: [Int32] = []
    return withOffsets(in: text, memory: &memory) { Array($0) }
  }
}

@Suite struct SettingPlainBreaksTests {
  private static let alphabets = [
    "ab1 .,-'\"()", "aé1 .,:;!?-'\"()[]", "a1 .$%+/\\|-{}@#=\t",
    "a “”‘’'\"-—…(). 1\u{A0}", "abcdefgh  .漢、ж5\u{AD}\u{200B}\u{2060}\u{301}ก\u{0}",
  ]

  @Test(arguments: alphabets) func agreesWithTheTablesOnRandomText(alphabet: String) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    let letters = Array(alphabet.unicodeScalars)
    for _ in 0..<4000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...24, using: &random) {
        text.append(letters.randomElement(using: &random) ?? "a")
      }
      let bytes = Array(String(text).utf8)
      let (plain, tables) = bytes.withUnsafeBufferPointer {
        (PlainBreaks.offsets(in: $0), Boundaries.lines.offsets(in: $0))
      }
      #expect(plain == tables, "seed \(seed): \(String(text).debugDescription)")
      if plain != tables { return }
    }
  }

  /// What a pair of scalars of ASCII is in a text: alone, between letters, and with a space between.
  @Test func agreesWithTheTablesOnAllPairsOfASCII() {
    for first in UInt8(0)...0x7F {
      for second in UInt8(0)...0x7F {
        let apart = [0x61, first, 0x20, second, 0x61]
        for bytes in [[first, second], [0x61, first, second, 0x61], apart] where !agrees(bytes) {
          Issue.record("\(bytes)")
          return
        }
      }
    }
  }

  /// All letters are alike, and all digits: two of each stand for them.
  @Test func agreesWithTheTablesOnAllTriplesOfASCII() {
    let alphabet = Array(" !\"#$%&'()*+,-./01:;<=>?@AB[\\]^_`ab{|}~\t".utf8)
    for first in alphabet {
      for second in alphabet {
        for third in alphabet where !agrees([first, second, third]) {
          Issue.record("\([first, second, third])")
          return
        }
      }
    }
  }

  private func agrees(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer {
      PlainBreaks.offsets(in: $0) == Boundaries.lines.offsets(in: $0)
    }
  }

  @Test func agreesWithTheTablesOnBadBytes() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    let pool: [UInt8] = [0x20, 0x61, 0xC3, 0xA9, 0xE2, 0x80, 0x9C, 0xFF, 0x2D, 0xD0]
    for _ in 0..<4000 {
      let bytes = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        pool.randomElement(using: &random) ?? 0
      }
      let (plain, tables) = bytes.withUnsafeBufferPointer {
        (PlainBreaks.offsets(in: $0), Boundaries.lines.offsets(in: $0))
      }
      #expect(plain == tables, "seed \(seed): \(bytes)")
      if plain != tables { return }
    }
  }
}
