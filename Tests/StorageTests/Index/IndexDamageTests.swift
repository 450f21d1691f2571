import Articles
import Foundation
import Storage
import Testing

/// The index is a cache: whatever happens to it, it is made anew or done without.
@Suite struct IndexDamageTests {
  private static let words = ["alpha", "beta", "gamma", "delta"]

  private func library() throws -> IndexedLibrary {
    let indexed = try IndexedLibrary()
    for (number, word) in Self.words.enumerated() {
      let text = String(repeating: "\(word) and more \(number) ", count: 300)
      try indexed.folder.write("Title: Title \(word)\n\n\(text)\n", to: "\(word).txt")
    }
    try indexed.update()
    return indexed
  }

  /// Updates until the index is whole; what is damaged may show at the first or at a later try.
  private func recover(_ indexed: IndexedLibrary) throws -> IndexedLibrary {
    let again = IndexedLibrary(sharing: indexed)
    for _ in 0..<3 {
      if (try? again.update()) != nil, answersRight(again) { return again }
      // What a user is told to do who does not trust the answers.
      _ = try again.writer(isFresh: true)
    }
    return again
  }

  private func answersRight(_ indexed: IndexedLibrary) -> Bool {
    Self.words.allSatisfy { word in
      (try? indexed.search(word)) == ["\(word).txt"]
    }
  }

  @Test func anyByteMayBeWrong() throws {
    let indexed = try library()
    let whole = try Data(contentsOf: URL(filePath: indexed.location.file))
    for offset in stride(from: 0, to: whole.count, by: 61) {
      var damaged = whole
      damaged[offset] ^= 0xFF
      try damaged.write(to: URL(filePath: indexed.location.file))
      let other = IndexedLibrary(sharing: indexed)
      _ = try? other.index.known(try other.articles)
      _ = try? other.search("alpha or (beta -gamma) or \"and more\"")
      #expect(answersRight(try recover(indexed)), "offset \(offset)")
    }
  }

  @Test(arguments: [0, 1, 100, 4_095, 4_096, 9_000]) func itMayBeCutShort(size: Int) throws {
    let indexed = try library()
    let whole = try Data(contentsOf: URL(filePath: indexed.location.file))
    try whole.prefix(size).write(to: URL(filePath: indexed.location.file))
    #expect(answersRight(try recover(indexed)))
  }

  @Test func anotherFileMayStandThere() throws {
    let indexed = try library()
    for text in ["", "no database", String(repeating: "x", count: 10_000)] {
      try Data(text.utf8).write(to: URL(filePath: indexed.location.file))
      #expect((try? IndexedLibrary(sharing: indexed).search("alpha")) == nil)
      #expect(answersRight(try recover(indexed)), "\(text.prefix(20))")
    }
  }

  @Test func anotherVersionIsReplaced() throws {
    let indexed = try library()
    var bytes = try Data(contentsOf: URL(filePath: indexed.location.file))
    // The user version of a database stands at byte 60, its application at byte 68.
    for (offset, value) in [(60, UInt8(0x7F)), (68, 0x7F)] {
      bytes[offset] = value
      try bytes.write(to: URL(filePath: indexed.location.file))
      #expect((try? IndexedLibrary(sharing: indexed).search("alpha")) == nil)
      let again = IndexedLibrary(sharing: indexed)
      #expect(try again.update().added == Self.words.count && answersRight(again))
      bytes = try Data(contentsOf: URL(filePath: indexed.location.file))
    }
  }

  @Test func itMayVanishWhileItIsOpen() throws {
    let indexed = try library()
    #expect(answersRight(indexed))
    try FileManager.default.removeItem(atPath: indexed.cache.path + "/index")
    #expect((try? indexed.search("alpha")) == nil)
    try indexed.update()
    #expect(answersRight(indexed))
  }

  @Test func whereItCannotBeMadeThereIsAReason() throws {
    let indexed = try IndexedLibrary()
    try indexed.cache.write("a file", to: "index")
    let error = try #require(throws: LibraryError.self) { try IndexWriter(indexed.index) }
    #expect(error.operation == .create)
    let other = try IndexedLibrary()
    try FileManager.default.createDirectory(
      atPath: other.location.file, withIntermediateDirectories: true)
    #expect(throws: LibraryError.self) { try IndexWriter(other.index) }
    #expect(throws: LibraryError.self) { try other.search("alpha") }
  }
}
