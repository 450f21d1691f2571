import Articles
import Foundation
import GRDB

/// The articles that an expression finds, those that came last first.
struct Candidates {
  private struct Candidate {
    let id: Int64
    let score: Double
  }

  private let db: Database
  private let rows: RowCursor

  /// Words of the title weigh more than those of the text.
  private static let titleWeight = 10.0

  init(_ match: IndexMatch, in db: Database) throws {
    self.db = db
    guard let expression = match.expression else {
      rows = try Row.fetchCursor(db, sql: "SELECT id, 0.0 FROM articles ORDER BY id DESC")
      return
    }
    rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT rowid, bm25(texts, \(Candidates.titleWeight), 1.0) FROM texts WHERE texts MATCH ?
        AND NOT EXISTS (SELECT 1 FROM gone WHERE gone.id = texts.rowid) ORDER BY rowid DESC
        """, arguments: [expression])
  }

  /// The best of all.
  func best(_ limit: Int) throws -> [SearchIndex.Hit] {
    try best(limit) { (_: Int64) in true }
  }

  /// The best of those that are accepted.
  func best(_ limit: Int, accept: (ArticlePath) -> Bool) throws -> [SearchIndex.Hit] {
    try best(limit) { (id: Int64) in try path(of: id).map(accept) ?? false }
  }

  private func best(
    _ limit: Int, accept: (Int64) throws -> Bool
  ) throws -> [SearchIndex.Hit] {
    var found: [Candidate] = []
    while found.count < max(SearchIndex.mostRanked, limit), let row = try rows.next() {
      guard let id: Int64 = row.value(0), let rank: Double = row.value(1), try accept(id)
      else { continue }
      found.append(Candidate(id: id, score: 0 - rank))
    }
    found.sort { ($0.score, $0.id) > ($1.score, $1.id) }
    return try found.prefix(limit).compactMap { candidate in
      try path(of: candidate.id).map { SearchIndex.Hit(path: $0, score: candidate.score) }
    }
  }

  private func path(of id: Int64) throws -> ArticlePath? {
    let statement = try db.cachedStatement(sql: "SELECT path FROM articles WHERE id = ?")
    return try Data.fetchOne(statement, arguments: [id]).map { ArticlePath([UInt8]($0)) }
  }
}

extension ArticlePath {
  /// As SQLite takes bytes.
  var data: Data { Data(bytes) }
}

extension Row {
  /// A value of whatever type the row should have there; nil where a damaged index has another.
  func value<Value: DatabaseValueConvertible>(_ index: Int) -> Value? {
    Value.fromDatabaseValue(self[index])
  }
}

extension Summary {
  /// A row of (title, author, date, address, words, minutes, fingerprint, text hash); nil where it is
  /// damaged.
  init?(_ row: Row) {
    guard let title: String = row.value(0), let words: Int = row.value(4),
      let minutes: Int = row.value(5)
    else { return nil }
    self.init(
      title: title, author: row.value(1), date: row.value(2), address: row.value(3), words: words,
      minutes: minutes, fingerprint: row.value(6),
      textHash: (row.value(7) as Int64?).map(UInt64.init(bitPattern:)))
  }
}
