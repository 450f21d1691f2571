import Articles
import Foundation
import GRDB
import Typesetting

/// The articles that an expression finds, those that came last first.
struct Candidates {
  private let db: Database
  private let match: IndexMatch
  private let limits: SearchIndex.Limits

  init(_ match: IndexMatch, _ limits: SearchIndex.Limits, in db: Database) {
    self.db = db
    self.match = match
    self.limits = limits
  }

  /// The best of all; of equal ones those that came last.
  func best(_ limit: Int, _ phrases: [SearchPhrase]) throws -> [SearchIndex.Hit] {
    try best(limit, phrases) { (_: Int64) in true }
  }

  /// The best of those that are accepted.
  func best(
    _ limit: Int, _ phrases: [SearchPhrase], accept: (ArticlePath) -> Bool
  ) throws -> [SearchIndex.Hit] {
    try best(limit, phrases) { (id: Int64) in try path(of: id).map(accept) ?? false }
  }

  private func best(
    _ limit: Int, _ phrases: [SearchPhrase], accept: (Int64) throws -> Bool
  ) throws -> [SearchIndex.Hit] {
    let last = try ids(max(limits.ranked, limit), accept)
    let isCut = last.count >= limits.ranked
    // How often a beginning stands anywhere is known by now.
    let weighed = isCut ? phrases.filter { !$0.isPrefix || $0.words.count > 1 } : phrases
    let ranking = try Ranking(weighed, frequent: limits.frequent, in: db)
    let scores = try ranking.scores(of: last)
    let found = last.sorted { ((scores[$0] ?? 0), $0) > ((scores[$1] ?? 0), $1) }
    return try found.prefix(limit).compactMap { id in
      try path(of: id).map { SearchIndex.Hit(path: $0, score: scores[id] ?? 0) }
    }
  }

  private func ids(_ count: Int, _ accept: (Int64) throws -> Bool) throws -> [Int64] {
    let rows = try cursor()
    var ids: [Int64] = []
    while ids.count < count, let id = try rows.next() {
      if try accept(id) { ids.append(id) }
    }
    return ids
  }

  private func cursor() throws -> FastDatabaseValueCursor<Int64> {
    guard let expression = match.expression else {
      return try Int64.fetchCursor(db, sql: "SELECT id FROM articles ORDER BY id DESC")
    }
    return try Int64.fetchCursor(
      db,
      sql: """
        SELECT rowid FROM texts WHERE texts MATCH ?
        AND NOT EXISTS (SELECT 1 FROM gone WHERE gone.id = texts.rowid) ORDER BY rowid DESC
        """, arguments: [expression])
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
