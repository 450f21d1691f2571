import Seeded
import Testing

@testable import Typesetting

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
