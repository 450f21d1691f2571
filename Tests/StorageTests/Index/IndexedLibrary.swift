import Articles
import Glibc
import Seeded
import Storage
import Testing

/// A small library with an index beside it.
struct IndexedLibrary {
  let folder: TemporaryFolder
  let cache: TemporaryFolder
  let library: Library
  let location: IndexLocation
  let index: SearchIndex

  init() throws {
    folder = try TemporaryFolder()
    cache = try TemporaryFolder()
    library = try Library(root: folder.path)
    location = IndexLocation(library: folder.path, cacheHome: cache.path)
    index = SearchIndex(location)
  }

  /// The same library and index, opened once more.
  init(sharing other: IndexedLibrary) {
    (folder, cache, library, location) = (other.folder, other.cache, other.library, other.location)
    index = SearchIndex(location)
  }

  var articles: [Article] {
    get throws {
      var articles: [Article] = []
      try library.scan { batch in
        articles += batch
        return true
      }
      return articles
    }
  }

  /// Brings the index up to date.
  @discardableResult
  func update() throws -> IndexUpdate.Outcome {
    let writer = try #require(try writer())
    return try IndexUpdate(of: library, into: writer).run(try articles)
  }

  /// A process that another test is about to start holds all files of this one for a moment, the lock
  /// among them.
  func writer(isFresh: Bool = false) throws -> IndexWriter? {
    for _ in 0..<200 {
      if let writer = try IndexWriter(index, isFresh: isFresh) { return writer }
      usleep(10_000)
    }
    return nil
  }

  /// The paths of what matches, the best first.
  func search(_ query: String, limit: Int = 1_000) throws -> [String] {
    try index.search(try Query(query).condition, limit: limit).map(\.path.displayString)
  }
}

/// Words of several scripts, some of which are the same to a search.
enum RandomWords {
  static let all = [
    "night", "Night", "nights", "train", "Zug", "café", "CAFE", "e-mail", "東京", "京都", "ไทย", "7",
    "nightly", "über", "or", "NOT", "NEAR",
  ]

  static func text(_ count: Int, _ random: inout Seeded) -> String {
    (0..<count).map { _ in all.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }

  /// A condition on words, perhaps with filters.
  static func condition(
    depth: Int, filters: [Filter] = [], _ random: inout Seeded
  ) -> Condition {
    switch depth == 0 ? 0 : Int.random(in: 0...5, using: &random) {
    case 1:
      .all(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          condition(depth: depth - 1, filters: filters, &random)
        })
    case 2:
      .any(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          condition(depth: depth - 1, filters: filters, &random)
        })
    case 3: .not(condition(depth: depth - 1, filters: filters, &random))
    default: .term(term(filters, &random))
    }
  }

  private static func term(_ filters: [Filter], _ random: inout Seeded) -> Term {
    if let filter = filters.randomElement(using: &random),
      Int.random(in: 0..<4, using: &random) == 0
    {
      return Term(.filter(filter), range: 0..<0)
    }
    let words = text(Int.random(in: 1...2, using: &random), &random)
    return Term(.text(Phrase(words, isPrefix: Bool.random(using: &random))), range: 0..<0)
  }
}
