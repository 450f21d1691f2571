import Foundation
import GRDB
import Typesetting

/// How much each phrase of an expression says of an article in which it stands: little where it stands
/// in many (inverse document frequency).
struct Ranking {
  /// For `lectern_rank`; nil where no phrase weighs anything.
  let weights: Data?

  /// Words of the title weigh more than those of the text.
  static let titleWeight = 10.0

  /// - Parameter frequent: beside others, a phrase of words that stand in so many articles is not
  ///   weighed.
  init(_ expression: WordExpression, frequent: Int, in db: Database) throws {
    let phrases = Set(expression.phrases.compactMap { $0 })
    guard phrases.count > 1 else {
      // What stands in all that is found need not be weighed against anything.
      self.weights = expression.phrases.map { $0 == nil ? 0 : 1.0 }.withUnsafeBytes { Data($0) }
      return
    }
    var weights: [SearchPhrase: Double] = [:]
    let total = try Int.fetchOne(db, sql: "SELECT max(rowid) FROM articles") ?? 0
    for phrase in phrases {
      let count = try Ranking.count(of: phrase, upTo: frequent, in: db)
      let others = Double(max(total - count, 0))
      weights[phrase] = count == frequent ? 0 : log(1 + (others + 0.5) / (Double(count) + 0.5))
    }
    let all = expression.phrases.map { $0.flatMap { weights[$0] } ?? 0 }
    self.weights = all.contains { $0 > 0 } ? all.withUnsafeBytes { Data($0) } : nil
  }

  /// In how many articles the rarest word of a phrase stands, up to a number. A beginning counts as a
  /// word that is just ranked: how often it stands anywhere is as dear to know as to look it up.
  private static func count(
    of phrase: SearchPhrase, upTo most: Int, in db: Database
  ) throws -> Int {
    let whole = phrase.isPrefix ? phrase.words.dropLast() : phrase.words[...]
    return try whole.reduce(phrase.isPrefix ? SearchIndex.mostRanked : most) { least, word in
      let word = String(decoding: word, as: UTF8.self)
      return try count(of: "\"\(word)\"", upTo: least, in: db)
    }
  }

  /// In how many articles an expression holds, up to a number.
  static func count(of expression: String, upTo most: Int, in db: Database) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT count(*) FROM (SELECT 1 FROM texts WHERE texts MATCH ? LIMIT ?)")
    return try Int.fetchOne(statement, arguments: [expression, most]) ?? 0
  }
}
