import Articles
import Foundation
import Seeded
import Testing
import Typesetting

@testable import Storage

/// Texts that are too long to be read as a whole are searched to their end.
@Suite struct LongTextTests {
  private static let part = Library.longestOpenedWhole
  private let indexed: IndexedLibrary

  init() throws { indexed = try IndexedLibrary() }

  /// Lines that fill so many bytes, and a word at the end.
  private func filler(_ count: Int) -> String {
    String(repeating: "The train runs on.\n", count: count / 19 + 1)
  }

  @Test func aWordAtTheEndOfALongTextIsFound() throws {
    try indexed.folder.write(filler(5 * Self.part) + "zanzibar", to: "long.txt")
    try indexed.folder.write(filler(5 * Self.part), to: "other.txt")
    try indexed.update()
    #expect(try indexed.search("zanzibar") == ["long.txt"])
    #expect(try indexed.search("\"runs on zanzibar\" train") == ["long.txt"])
    #expect(try indexed.search("-zanzibar") == ["other.txt"])
  }

  @Test func compressedTextsAreToo() throws {
    try indexed.folder.write(filler(5 * Self.part) + "zanzibar", to: "long.txt")
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = [indexed.folder.path + "/long.txt"]
    try gzip.run()
    gzip.waitUntilExit()
    try indexed.update()
    #expect(try indexed.search("zanzibar") == ["long.txt.gz"])
  }

  /// Wherever a part ends: before, in and after a word of long characters, and phrases go on.
  @Test func noPartEndsInAWord() throws {
    let word = "žluťoučkýkůň"
    let count = word.utf8.count
    let shifts = [0, 1, 2, 3, count - 1, count, count + 1]
    for shift in shifts {
      let before = String(repeating: "a ", count: Self.part / 2 - 32)
      let pad = String(repeating: "b", count: 64 - count + shift - 1) + " "
      let text = before + pad + word + " end " + filler(999)
      try indexed.folder.write(text, to: "\(shift).txt")
    }
    try indexed.update()
    #expect(try indexed.search(word).count == shifts.count)
    #expect(try indexed.search("\"\(word) end the train\"").count == shifts.count)
  }

  /// Each character is a word, and no white space is near.
  @Test func noPartEndsInACharacter() throws {
    for shift in 0..<3 {
      let text = String(repeating: "a", count: shift) + String(repeating: "東", count: Self.part / 2)
      try indexed.folder.write(text, to: "\(shift).txt")
    }
    for article in try indexed.articles {
      let entry = try indexed.library.indexEntry(article)
      let words = entry.textWords.filter { $0 == Array("東".utf8) }
      #expect(words.count == Self.part / 2)
    }
  }

  @Test(arguments: ["UTF-16LE", "UTF-16BE", "windows-1252"])
  func otherEncodingsAreReadToTheEnd(_ name: String) throws {
    let text = "\u{FEFF}" + filler(2 * Self.part) + "In Köln hält der Zug am Zürichsee.\n"
    let encoding: String.Encoding =
      [
        "UTF-16LE": .utf16LittleEndian, "UTF-16BE": .utf16BigEndian,
      ][name] ?? .windowsCP1252
    let head = encoding == .windowsCP1252 ? "Müßig fährt er.\n" : ""
    let data = try #require((head + text.dropFirst(head.isEmpty ? 0 : 1)).data(using: encoding))
    try indexed.folder.write(Array(data), to: "a.txt")
    try indexed.update()
    #expect(try indexed.search("\"hält der Zug am Zürichsee\"") == ["a.txt"])
  }

  @Test func theRestOfAVeryLongTextIsLeft() throws {
    try indexed.folder.write(filler(4 * Self.part) + "zanzibar", to: "long.txt")
    let article = try #require(try indexed.articles.first)
    let entry = try indexed.library.indexEntry(article, longest: 2 * Self.part)
    #expect((2 * Self.part..<3 * Self.part).contains(entry.byteCount))
    #expect(!entry.textWords.contains(Array("zanzibar".utf8)))
  }
}
