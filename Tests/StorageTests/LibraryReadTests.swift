import Articles
import Foundation
import Seeded
import Storage
import Testing
import Typesetting

/// Reading articles: whole, by windows, compressed, and what must not be read.
@Suite struct LibraryReadTests {
  /// "hello gzip\n", compressed.
  private static let compressed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0x02, 0xFF, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x57, 0x48, 0xAF,
    0xCA, 0x2C, 0xE0, 0x02, 0x00, 0x39, 0x7C, 0x63, 0x56, 0x0B, 0, 0, 0,
  ]

  @Test(
    arguments: [
      "../x.txt", "sub/../../x.txt", "/etc/hostname", "", ".", "..", "a//x.txt", "x.txt/",
      "./x.txt", "x.txt\0.txt",
    ])
  func pathsThatLeadOutAreRefused(path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "x.txt")
    try folder.write("x", to: "library/sub/a.txt")
    let library = try Library(root: folder.path + "/library")
    let error = #expect(throws: LibraryError.self) { try library.readWhole(ArticlePath(path)) }
    #expect(error?.reason == .outsideLibrary)
  }

  @Test func aFolderThatBecameALinkOutIsNotFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "outside/x.txt")
    try folder.write("mine", to: "library/sub/x.txt")
    let library = try Library(root: folder.path + "/library")
    #expect(try library.readWhole(ArticlePath("sub/x.txt")).bytes == Array("mine".utf8))
    try FileManager.default.removeItem(atPath: folder.path + "/library/sub")
    symlink("../outside", folder.path + "/library/sub")
    let error = #expect(throws: LibraryError.self) {
      try library.readWhole(ArticlePath("sub/x.txt"))
    }
    #expect(error?.reason == .outsideLibrary)
  }

  @Test func anAbsoluteLinkInsideIsFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "sub/x.txt")
    symlink(folder.path + "/sub/x.txt", folder.path + "/link.txt")
    let library = try Library(root: folder.path)
    #expect(try library.readWhole(ArticlePath("link.txt")).bytes == Array("mine".utf8))
  }

  @Test(arguments: ["fifo.txt", "folder.txt"]) func whatIsNoFileIsNotWaitedFor(name: String) throws
  {
    let folder = try TemporaryFolder()
    mkfifo(folder.path + "/fifo.txt", 0o600)
    mkdir(folder.path + "/folder.txt", 0o700)
    let library = try Library(root: folder.path)
    let path = ArticlePath(name)
    let whole = #expect(throws: LibraryError.self) { try library.readWhole(path) }
    let part = #expect(throws: LibraryError.self) { try library.read(path, from: 0, count: 1) }
    #expect(whole?.reason == .notRegularFile)
    #expect(part?.reason == .notRegularFile)
  }

  @Test func anArticleThatVanishedIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a.txt")
    let library = try Library(root: folder.path)
    unlink(folder.path + "/a.txt")
    let path = ArticlePath("a.txt")
    #expect(throws: LibraryError(.open, path: path.bytes, reason: .system(ENOENT))) {
      try library.readWhole(path)
    }
    #expect(throws: LibraryError.self) { try library.document(path) }
    #expect(throws: LibraryError.self) { try library.fingerprint(path) }
  }

  @Test func partsAreCutAtTheEndsOfTheFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("0123456789", to: "a.txt")
    try folder.write("", to: "empty.txt")
    let library = try Library(root: folder.path)
    func part(_ offset: Int, _ count: Int) throws -> String {
      let content = try library.read(ArticlePath("a.txt"), from: offset, count: count)
      #expect(content.total == 10)
      return String(decoding: content.bytes, as: UTF8.self)
    }
    #expect(try part(0, 3) == "012")
    #expect(try part(8, 9) == "89")
    #expect(try part(-5, 2) == "01")
    #expect(try part(10, 1) == "")
    #expect(try part(.max, .max) == "")
    #expect(try part(.min, .min) == "")
    #expect(try library.readWhole(ArticlePath("empty.txt")).bytes.isEmpty)
  }

  @Test func compressedTextsAreInflated() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.compressed, to: "a.txt.gz")
    try folder.write(Self.compressed + Self.compressed + [0, 0], to: "two.TXT.GZ")
    let library = try Library(root: folder.path)
    let text = Array("hello gzip\n".utf8)
    #expect(try library.readWhole(ArticlePath("a.txt.gz")).bytes == text)
    #expect(try library.readWhole(ArticlePath("two.TXT.GZ")).bytes == text + text)
    let part = try library.read(ArticlePath("a.txt.gz"), from: 6, count: 4)
    #expect(part.bytes == Array("gzip".utf8))
    #expect(part.total == text.count)
  }

  @Test func damagedCompressedTextsAreErrors() throws {
    let folder = try TemporaryFolder()
    let library = try Library(root: folder.path)
    for end in 0..<Self.compressed.count {
      try folder.write(Array(Self.compressed[..<end]), to: "a.txt.gz")
      let error = #expect(throws: LibraryError.self, "cut at \(end)") {
        try library.readWhole(ArticlePath("a.txt.gz"))
      }
      #expect(error?.reason == .damaged)
    }
  }

  @Test func tooLargeAFileIsRefusedUnread() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "a.txt")
    truncate(folder.path + "/a.txt", Library.largestWhole + 1)
    let library = try Library(root: folder.path)
    let error = #expect(throws: LibraryError.self) { try library.readWhole(ArticlePath("a.txt")) }
    #expect(error?.reason == .tooLarge(bytes: Library.largestWhole + 1))
  }

  /// Lines of many lengths, wherever the window falls.
  @Test(arguments: [1] as [UInt64]) func windowsAreWholeLines(seed: UInt64) throws {
    var numbers = Seeded(seed)
    var text: [UInt8] = []
    while text.count < 2 << 20 {
      let length = Int.random(in: 0...200, using: &numbers)
      text += [UInt8](repeating: UInt8(ascii: "x"), count: length) + [0x0A]
    }
    let folder = try TemporaryFolder()
    try folder.write(text, to: "a.txt")
    let library = try Library(root: folder.path)
    for _ in 0..<3 {
      let offset = Int.random(in: 0..<text.count, using: &numbers)
      let source = try library.document(ArticlePath("a.txt"), near: offset).source
      let end = source.start + source.bytes.count
      #expect(source.total == text.count, "seed \(seed)")
      #expect((source.start..<end).contains(offset), "seed \(seed), offset \(offset)")
      #expect(source.start == 0 || text[source.start - 1] == 0x0A, "seed \(seed), \(offset)")
      #expect(end == text.count || text[end - 1] == 0x0A, "seed \(seed), \(offset)")
      #expect(source.bytes.elementsEqual(text[source.start..<end]), "seed \(seed), \(offset)")
    }
  }

  @Test func aWindowOfOneLongLineIsCutBetweenCharacters() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "€", count: 500_000), to: "a.txt")
    let library = try Library(root: folder.path)
    let source = try library.document(ArticlePath("a.txt"), near: 700_001).source
    #expect(source.start.isMultiple(of: 3))
    #expect(source.bytes.count.isMultiple(of: 3))
  }
}
