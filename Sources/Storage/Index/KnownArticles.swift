import Articles
import Foundation
import GRDB

extension SearchIndex {
  /// What is known of those of some articles that have not changed since they were indexed. Blocks.
  /// - Throws: `LibraryError`.
  package func known(_ articles: [Article]) throws(LibraryError) -> [ArticlePath: Summary] {
    var known: [ArticlePath: Summary] = [:]
    for (article, summary) in zip(articles, try summaries(of: articles)) {
      known[article.path] = summary
    }
    return known
  }

  /// The same for each of the articles, in their order.
  package func summaries(of articles: [Article]) throws(LibraryError) -> [Summary?] {
    try reading { db in
      var known = KnownArticles(articles)
      try known.readRange(of: db)
      return try known.read(from: db)
    }
  }
}

/// Looks articles up in the index. Mostly they follow one another in the order of paths: then all
/// rows between the first and the last of them are read in one go, in a fifth of the time.
private struct KnownArticles {
  private let articles: [Article]
  private var known: [Summary?]
  /// Those before it have been looked up.
  private var next = 0

  private static let columns = """
    title, author, date, address, words, minutes, fingerprint, text_hash, path, version
    """

  init(_ articles: [Article]) {
    self.articles = articles
    known = Array(repeating: nil, count: articles.count)
  }

  /// Reads from the first path to the last, unless much lies between them that is not asked for.
  mutating func readRange(of db: Database) throws {
    guard let first = articles.first?.path, let last = articles.last?.path, first < last,
      zip(articles, articles.dropFirst()).allSatisfy({ $0.path < $1.path })
    else { return }
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(KnownArticles.columns) FROM articles WHERE path BETWEEN ? AND ?
        ORDER BY path LIMIT ?
        """)
    let rows = try Row.fetchCursor(
      statement, arguments: [first.data, last.data, articles.count * 2])
    var unasked = articles.count
    while let row = try rows.next() {
      guard let bytes: Data = row.value(8) else { continue }
      let path = ArticlePath([UInt8](bytes))
      while next < articles.count, articles[next].path < path { next += 1 }
      guard next < articles.count, articles[next].path == path else {
        unasked -= 1
        continue
      }
      known[next] = summary(row, of: articles[next])
      next += 1
    }
    // The limit may have cut off what comes after.
    if unasked > 0 { next = articles.count }
  }

  /// Reads the others one by one.
  mutating func read(from db: Database) throws -> [Summary?] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(KnownArticles.columns) FROM articles WHERE path = ?")
    for index in next..<articles.count {
      let row = try Row.fetchOne(statement, arguments: [articles[index].path.data])
      known[index] = row.flatMap { summary($0, of: articles[index]) }
    }
    return known
  }

  private func summary(_ row: Row, of article: Article) -> Summary? {
    guard row.value(9) == Int64(bitPattern: article.version) else { return nil }
    return Summary(row)
  }
}
