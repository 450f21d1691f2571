import Articles
import Seeded
import Testing

/// Paths are compared as their bytes are.
@Suite struct ArticlePathTests {
  @Test func theNameIsTheLastPart() {
    for path in ["welcome.md", "a/welcome.txt", "a/b.c/welcome."] {
      #expect(ArticlePath(path).nameStarts(with: Array("welcome.".utf8)), "\(path)")
      #expect(ArticlePath(path).name.starts(with: "welcome.".utf8))
    }
    for path in ["a.txt", "welcome.d/a.txt", "welcome", "welcome./", "a/not welcome.txt", ""] {
      #expect(!ArticlePath(path).nameStarts(with: Array("welcome.".utf8)), "\(path)")
    }
  }

  @Test(arguments: 0..<4) func theOrderIsThatOfTheBytes(seed: UInt64) {
    var random = Seeded(seed)
    // Two letters, and bytes with the highest bit: long beginnings in common, and all signs.
    let letters: [UInt8] = [0x61, 0x62, 0x2F, 0x80, 0xFF, 0x01]
    func path(of letters: some Collection<UInt8>) -> [UInt8] {
      let count = Int.random(in: 0...20, using: &random)
      return (0..<count).compactMap { _ in letters.randomElement(using: &random) }
    }
    for _ in 0..<5_000 {
      let start = path(of: letters.prefix(1))
      let (one, two) = (start + path(of: letters), start + path(of: letters))
      #expect((ArticlePath(one) < ArticlePath(two)) == one.lexicographicallyPrecedes(two))
      #expect((ArticlePath(one) == ArticlePath(two)) == (one == two))
      #expect(ArticlePath(one) == ArticlePath(Array(one)) && !(ArticlePath(one) < ArticlePath(one)))
    }
  }
}
