import Articles
import Foundation
import GRDB
import Typesetting

/// The articles that an expression finds, the best first; of equal ones those that came last.
struct Candidates {
  private let db: Database
  private let match: IndexMatch
  private let limits: SearchIndex.Limits
  private let memory: IndexMemory

  private struct Candidate {
    let id: Int64
    let score: Double
  }

  init(
    _ match: IndexMatch, _ limits: SearchIndex.Limits, in db: Database,
    remembering memory: IndexMemory
  ) {
    self.db = db
    self.match = match
    self.limits = limits
    self.memory = memory
  }

  /// - Parameters:
  ///   - takesAll: accepts all without a question.
  ///   - first: is called with the first page, where the limits ask for one: the best of all, or of
  ///     those that came last where it takes longer to find the rest, which then comes behind them.
  func best(
    _ limit: Int, takingAll takesAll: Bool = false,
    first: ([SearchIndex.Hit]) -> Void = { _ in }, accept: (ArticlePath) -> Bool
  ) throws -> [SearchIndex.Hit] {
    let end = ContinuousClock.now + limits.patience
    var shown: [SearchIndex.Hit] = []
    var found: [Candidate] = []
    let rows = try cursor()
    while found.count < max(limits.ranked, limit), let row = try rows.next() {
      guard let id: Int64 = row.value(0) else { continue }
      if !takesAll {
        guard let path = try path(of: id), accept(path) else { continue }
      }
      found.append(Candidate(id: id, score: row.value(1) ?? 0))
      if let page = limits.page, shown.isEmpty, found.count >= page, end < .now {
        try answerFirst(page)
      }
    }
    if let page = limits.page, shown.isEmpty, found.count > page { try answerFirst(page) }
    return try shown + hits(of: Candidates.sorted(found).prefix(max(limit - shown.count, 0)))

    func answerFirst(_ page: Int) throws {
      let best = Candidates.sorted(found)
      shown = try hits(of: best.prefix(min(page, limit)))
      first(shown)
      found = Array(best.dropFirst(page))
    }
  }

  private static func sorted(_ found: [Candidate]) -> [Candidate] {
    found.sorted { ($0.score, $0.id) > ($1.score, $1.id) }
  }

  /// - Returns: the articles as they are found, those that came last first, with their scores.
  private func cursor() throws -> RowCursor {
    guard let expression = match.expression else {
      return try Row.fetchCursor(db, sql: "SELECT id, 0.0 FROM articles ORDER BY id DESC")
    }
    let weights = try Ranking(expression, frequent: limits.frequent, in: db).weights
    let score = weights == nil ? "?" : "lectern_rank(texts, \(Ranking.titleWeight), ?)"
    // Mostly there are none, and then nobody needs to look for each article.
    let isAnyGone = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM gone)") ?? true
    let isThere =
      isAnyGone ? "AND NOT EXISTS (SELECT 1 FROM gone WHERE gone.id = texts.rowid)" : ""
    let statement = try db.cachedStatement(
      sql: """
        SELECT rowid, \(score) FROM texts WHERE texts MATCH ? \(isThere) ORDER BY rowid DESC
        """)
    return try Row.fetchCursor(statement, arguments: [weights, expression.text])
  }

  // MARK: Paths

  private func hits(of found: ArraySlice<Candidate>) throws -> [SearchIndex.Hit] {
    let paths = try memory.paths(of: found.map(\.id), else: paths)
    return found.compactMap { candidate in
      paths[candidate.id].map { SearchIndex.Hit(path: $0, score: candidate.score) }
    }
  }

  private func paths(of ids: [Int64]) throws -> [Int64: ArticlePath] {
    let statement = try db.cachedStatement(
      sql: "SELECT id, path FROM articles WHERE id IN (SELECT value FROM json_each(?))")
    let rows = try Row.fetchCursor(statement, arguments: ["\(ids)"])
    var paths: [Int64: ArticlePath] = [:]
    while let row = try rows.next() {
      if let id: Int64 = row.value(0), let path: Data = row.value(1) {
        paths[id] = ArticlePath([UInt8](path))
      }
    }
    return paths
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
