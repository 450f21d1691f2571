import Articles
import Foundation
import GRDB
import GRDBSQLite

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
        SELECT \(ArticleRow.columns) FROM articles WHERE path BETWEEN ? AND ?
        ORDER BY path LIMIT ?
        """)
    let row = ArticleRow(statement.sqliteStatement)
    let versions = try Int64.fetchCursor(
      statement, arguments: [first.data, last.data, articles.count * 2])
    var unasked = articles.count
    while let version = try versions.next() {
      var order = -1
      while next < articles.count {
        order = row.order(of: articles[next].path)
        if order >= 0 { break }
        next += 1
      }
      guard order == 0 else {
        unasked -= 1
        continue
      }
      known[next] = row.summary(version, of: articles[next])
      next += 1
    }
    // The limit may have cut off what comes after.
    if unasked > 0 { next = articles.count }
  }

  /// Reads the others one by one.
  mutating func read(from db: Database) throws -> [Summary?] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(ArticleRow.columns) FROM articles WHERE path = ?")
    let row = ArticleRow(statement.sqliteStatement)
    for index in next..<articles.count {
      let versions = try Int64.fetchCursor(statement, arguments: [articles[index].path.data])
      // The row is there as long as its cursor is.
      while let version = try versions.next() {
        known[index] = row.summary(version, of: articles[index])
      }
    }
    return known
  }
}

/// The row at which a statement stands. Its columns are read as SQLite has them: there are very many
/// rows at a start, and whatever goes through other types takes several times as long.
private struct ArticleRow {
  static let columns = "version, path, summary"

  private let statement: SQLiteStatement

  init(_ statement: SQLiteStatement) { self.statement = statement }

  /// Below 0 for a path that comes before that of the row, 0 for that of the row.
  func order(of path: ArticlePath) -> Int { path.order(with: blob(1)) }

  /// What the row says of an article; nil where that is another version by now, or it is damaged.
  func summary(_ version: Int64, of article: Article) -> Summary? {
    guard version == Int64(bitPattern: article.version) else { return nil }
    return Summary(record: blob(2))
  }

  /// As long as the statement stands at the row.
  private func blob(_ column: Int32) -> UnsafeRawBufferPointer {
    let bytes = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return UnsafeRawBufferPointer(start: bytes, count: count)
  }
}
