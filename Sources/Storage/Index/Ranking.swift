import GRDB
import Typesetting

/// How well articles match the words of a query that are not too frequent for that.
///
/// To weigh a word by bm25 is to read in which articles it stands, in how many it stands being a
/// part of its weight: what stands in very many tells little and costs most.
struct Ranking {
  private let db: Database
  /// For FTS5: any of the words; nil where all are too frequent.
  private let expression: String?

  /// Words of the title weigh more than those of the text.
  private static let titleWeight = 10.0

  /// - Parameter frequent: a word that stands in so many articles is not weighed.
  init(_ phrases: [SearchPhrase], frequent: Int, in db: Database) throws {
    self.db = db
    let weighed = try phrases.filter { try !Ranking.isFrequent($0, frequent, in: db) }
    let expressions = weighed.compactMap(IndexMatch.expression)
    expression = expressions.isEmpty ? nil : expressions.joined(separator: " OR ")
  }

  /// Of the articles with these numbers; more is better. One without a score has none of the words.
  func scores(of ids: [Int64]) throws -> [Int64: Double] {
    guard let expression, !ids.isEmpty else { return [:] }
    // The plus keeps SQLite from looking the words up anew for each number.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT rowid, bm25(texts, \(Ranking.titleWeight), 1.0) FROM texts
        WHERE texts MATCH ? AND +rowid IN (SELECT value FROM json_each(?))
        """, arguments: [expression, "\(ids)"])
    var scores: [Int64: Double] = [:]
    while let row = try rows.next() {
      if let id: Int64 = row.value(0), let rank: Double = row.value(1) { scores[id] = 0 - rank }
    }
    return scores
  }

  /// Whether each of its words is frequent. A beginning alone is not: how often it stands anywhere is
  /// as dear to know as to look it up.
  private static func isFrequent(
    _ phrase: SearchPhrase, _ frequent: Int, in db: Database
  ) throws -> Bool {
    let whole = phrase.isPrefix ? phrase.words.dropLast() : phrase.words[...]
    guard !whole.isEmpty else { return false }
    return try whole.allSatisfy { word in
      try count(of: "\"\(String(decoding: word, as: UTF8.self))\"", upTo: frequent, in: db)
        == frequent
    }
  }

  /// In how many articles an expression holds, up to a number.
  static func count(of expression: String, upTo most: Int, in db: Database) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT count(*) FROM (SELECT 1 FROM texts WHERE texts MATCH ? LIMIT ?)")
    return try Int.fetchOne(statement, arguments: [expression, most]) ?? 0
  }
}
