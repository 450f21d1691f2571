import Articles
import Storage
import Testing
import Typesetting

/// What the other articles of a folder tell of a line that stands alone.
@Suite struct RecurringLinesTests {
  private static let line = "The Lamp Post of Bath"

  /// A page as it was saved: the article, and below it a line that all pages have.
  private static func page(_ number: Int, _ line: String = line) -> String {
    let prose =
      "The lamp number \(number) had been lit since four, because the days were short and the keeper "
      + "was slow to climb the hill with his ladder in the rain."
    return "Keeper \(number)\n\n\(prose)\n\n\(prose)\n\n\(line)\n"
  }

  private static func library(_ paths: [String]) throws -> IndexedLibrary {
    let indexed = try IndexedLibrary()
    for (number, path) in paths.enumerated() {
      try indexed.folder.write(page(number), to: path)
    }
    try indexed.update()
    return indexed
  }

  private func kind(_ path: String, in indexed: IndexedLibrary) throws -> Block.Kind? {
    let path = ArticlePath(path)
    let document = try indexed.library.document(path)
    return indexed.index.learned(document, of: path).blocks.last?.kind
  }

  @Test(arguments: [(4, Block.Kind.paragraph), (5, .furniture), (9, .furniture)])
  func aLineOfManyArticlesIsFurniture(count: Int, kind: Block.Kind) throws {
    let indexed = try Self.library((0..<count).map { "\($0).txt" })
    #expect(try self.kind("0.txt", in: indexed) == kind)
  }

  @Test func eachFolderSpeaksForItself() throws {
    let indexed = try Self.library((0..<5).map { "a/\($0).txt" } + ["b/5.txt", "6.txt"])
    #expect(try kind("a/0.txt", in: indexed) == .furniture)
    #expect(try kind("b/5.txt", in: indexed) == .paragraph)
    #expect(try kind("6.txt", in: indexed) == .paragraph)
  }

  @Test func copiesOfOneTextAreOneArticle() throws {
    let indexed = try IndexedLibrary()
    for number in 0..<8 { try indexed.folder.write(Self.page(1), to: "\(number).txt") }
    try indexed.update()
    #expect(try kind("0.txt", in: indexed) == .paragraph)
  }

  @Test func whatIsGoneOrHasChangedCountsNoLonger() throws {
    let indexed = try Self.library((0..<5).map { "\($0).txt" })
    try indexed.folder.write(Self.page(4, "Another line"), to: "4.txt")
    try indexed.update()
    #expect(try kind("0.txt", in: indexed) == .paragraph)
    try indexed.folder.write(Self.page(7), to: "7.txt")
    try indexed.update()
    #expect(try kind("0.txt", in: indexed) == .furniture)
    indexed.folder.remove("7.txt")
    try indexed.update()
    #expect(try kind("0.txt", in: indexed) == .paragraph)
  }

  @Test func aSentenceIsTextWhereverItStands() throws {
    let indexed = try IndexedLibrary()
    let sentence = "He never came back to the house on the hill, and nobody asked why."
    for number in 0..<9 {
      try indexed.folder.write(Self.page(number, sentence), to: "\(number).txt")
    }
    try indexed.update()
    #expect(try kind("0.txt", in: indexed) == .paragraph)
  }

  /// What the folder says of a line changes no text that was read.
  @Test func aLineIsNotNewBecauseItIsNoLongerFurniture() throws {
    let indexed = try Self.library((0..<5).map { "\($0).txt" })
    let path = ArticlePath("0.txt")
    let document = try indexed.library.document(path)
    let learned = indexed.index.learned(document, of: path)
    #expect(learned.blocks.last?.kind == .furniture && document.blocks.last?.kind == .paragraph)
    #expect(TextTrace(learned).changes(in: document).isEmpty)
    #expect(TextTrace(document).changes(in: learned).isEmpty)
  }

  @Test func withoutAnIndexTheDocumentStaysAsItIs() throws {
    let indexed = try IndexedLibrary()
    try indexed.folder.write(Self.page(1), to: "1.txt")
    #expect(try kind("1.txt", in: indexed) == .paragraph)
  }
}
