import Articles
import Screen
import Seeded
import Storage
import Testing
import Typesetting

@Suite struct SeekTests {
  /// Three windows and a bit, with a word across the first seam and one near the end.
  private func text() -> [UInt8] {
    var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 3 * Library.window + 1_000)
    let word = Array("needle\nhere".utf8)
    for start in [Library.window - 4, 3 * Library.window + 100] {
      bytes.replaceSubrange(start..<start + word.count, with: word)
    }
    return bytes
  }

  @Test func itGoesOnceAroundInBothDirections() throws {
    let folder = try TemporaryFolder()
    try folder.write(text(), to: "a.txt")
    let library = try Library(root: folder.path)
    let needle = try #require(Needle("needle here"))
    let (first, second) = (Library.window - 4, 3 * Library.window + 100)
    let cases = [
      (0, true, first), (first + 1, true, second), (second + 1, true, first),
      (second, false, first), (first, false, second), (.max, false, second), (-5, true, first),
    ]
    for (start, isForward, wanted) in cases {
      let found = try library.occurrence(
        of: needle, in: ArticlePath("a.txt"), from: start, isForward: isForward)
      #expect(found == wanted, "from \(start), \(isForward ? "down" : "up")")
    }
    let other = try #require(Needle("nowhere"))
    #expect(
      try library.occurrence(
        of: other, in: ArticlePath("a.txt"), from: 9, isForward: true) == nil)
    #expect(throws: LibraryError.self) {
      try library.occurrence(of: other, in: ArticlePath("b.txt"), from: 0, isForward: true)
    }
  }

  /// No heading is lost or listed twice where two parts meet.
  @Test func headingsOfAllPartsAreListed() throws {
    let folder = try TemporaryFolder()
    let body = String(repeating: "It goes on about the matter at hand. ", count: 20)
    let chapters = (1...4_000).map { "## Chapter \($0)\n\n\(body)\n\n" }
    let text = "# Book\n\n" + chapters.joined()
    try folder.write(Array(text.utf8), to: "a.md")
    let headings = try Library(root: folder.path).headings(of: ArticlePath("a.md"))
    #expect(text.utf8.count > 2 * Library.longestOpenedWhole)
    #expect(headings.map(\.title.string) == (1...4_000).map { "Chapter \($0)" })
    let bytes = Array(text.utf8)
    #expect(
      headings.allSatisfy { bytes[$0.offset...].starts(with: $0.title.string.utf8) })
  }

  @Test func linksOfAllPartsAreListed() throws {
    let folder = try TemporaryFolder()
    let body = String(repeating: "It goes on about the matter at hand. ", count: 20)
    let parts = (1...4_000).map { "See http://x.example/\($0) first.\n\n\(body)\n\n" }
    let text = parts.joined()
    try folder.write(Array(text.utf8), to: "a.txt")
    let links = try Library(root: folder.path).links(of: ArticlePath("a.txt"))
    #expect(text.utf8.count > 2 * Library.longestOpenedWhole)
    #expect(links.map(\.address) == (1...4_000).map { "http://x.example/\($0)" })
    #expect(links.map(\.number) == Array(1...4_000))
    let bytes = Array(text.utf8)
    #expect(links.allSatisfy { bytes[$0.source].elementsEqual($0.address.utf8) })
  }

  @Test func linesAreCountedExactly() throws {
    let folder = try TemporaryFolder()
    var random = Seeded(3)
    for (number, size) in [0, 1, 700, 1 << 20, (1 << 20) + 1, 3_000_000].enumerated() {
      var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: size)
      for index in bytes.indices where UInt8.random(in: 0..<9, using: &random) == 0 {
        bytes[index] = UInt8(ascii: "\n")
      }
      try folder.write(bytes, to: "\(number).txt")
      let library = try Library(root: folder.path)
      for offset in [0, 1, size / 2, size, size + 1] {
        let count = try library.lineCount(of: ArticlePath("\(number).txt"), before: offset)
        #expect(count?.before == bytes.prefix(offset).count { $0 == 0x0A })
        let open = bytes.last.map { $0 == 0x0A ? 0 : 1 } ?? 0
        #expect(count?.total == bytes.count { $0 == 0x0A } + open)
      }
      let none = try library.lineCount(of: ArticlePath("\(number).txt"), before: 0) { false }
      #expect(none == nil)
    }
  }
}
