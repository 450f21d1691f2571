import Articles
import Storage
import Testing

/// The articles that are like one.
@Suite struct RelatedTests {
  /// Words that all articles have.
  private static let filler = String(repeating: "people said that this was about things ", count: 9)

  private func library() throws -> IndexedLibrary {
    let indexed = try IndexedLibrary()
    let texts = [
      "rail": "The locomotive left the station; a locomotive needs a signalman and a boiler.",
      "steam": "A boiler makes steam, and the locomotive runs on it.",
      "signal": "The signalman slept.",
      "sea": "The harbour was full of ships, and the tide of herring.",
      "fish": "Herring goes with the tide.",
    ]
    for (name, text) in texts {
      try indexed.folder.write("Title: \(name)\n\n\(text) \(Self.filler)\n", to: "\(name).txt")
    }
    try indexed.update()
    return indexed
  }

  private func related(to path: String, in indexed: IndexedLibrary, limit: Int = 9) throws
    -> [String]
  {
    let article = Article(path: ArticlePath(path), bytes: 0, modified: 0)
    let entry = try indexed.library.indexEntry(article)
    return try indexed.index.related(to: entry, limit: limit).map(\.path.displayString)
  }

  @Test func thoseThatShareItsRareWordsComeFirst() throws {
    let indexed = try library()
    let found = try related(to: "rail.txt", in: indexed)
    #expect(found.prefix(2) == ["steam.txt", "signal.txt"])
    #expect(!found.contains("rail.txt"), "an article is not like itself")
    #expect(try related(to: "rail.txt", in: indexed, limit: 1) == ["steam.txt"])
    #expect(try related(to: "sea.txt", in: indexed).first == "fish.txt")
  }

  @Test func anArticleOfWordsOfItsOwnIsLikeNone() throws {
    let indexed = try library()
    try indexed.folder.write("Title: Xyzzy\n\nPlugh plover.\n", to: "own.txt")
    try indexed.update()
    #expect(try related(to: "own.txt", in: indexed) == [])
  }

  @Test func aSearchMayBeAmongSomeArticlesAlone() throws {
    let indexed = try library()
    let condition = try Query("boiler or herring").condition
    let wanted: Set = [ArticlePath("rail.txt"), ArticlePath("fish.txt"), ArticlePath("signal.txt")]
    let found = try indexed.index.search(condition, limit: 9, among: wanted.contains)
    #expect(Set(found.map(\.path.displayString)) == ["rail.txt", "fish.txt"])
    #expect(try indexed.index.search(condition, limit: 9, among: { _ in false }).isEmpty)
  }
}
