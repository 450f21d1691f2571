import Articles
import Foundation
import GRDB
import Typesetting

extension SearchIndex {
  /// The articles that are most like one: those that share its most telling words. Blocks.
  /// - Throws: `LibraryError`.
  package func related(to entry: IndexEntry, limit: Int) throws(LibraryError) -> [Hit] {
    try reading { db in
      let words = try TellingWords(of: entry, in: db).words
      guard !words.isEmpty else { return [] }
      let any = Condition.any(words.map { .term(Term(.text(Phrase($0)), range: 0..<0)) })
      return try Candidates(IndexMatch(any), Limits(), in: db, remembering: memory)
        .best(limit) { $0 != entry.path }
    }
  }
}

/// The words that tell most of an article: frequent in it, and rare in the library (tf-idf: Spärck
/// Jones, "A statistical interpretation of term specificity", 1972).
private struct TellingWords {
  /// The most telling comes first.
  let words: [String]

  /// So many of an article's words are looked up, the most frequent ones.
  private static let mostLookedUp = 200
  private static let mostUsed = 16
  /// A word of the title counts for so many of the text.
  private static let titleWeight = 3
  /// Shorter words tell little, in bytes; a Chinese character has three.
  private static let shortest = 3

  private struct Word {
    let text: String
    let articles: Int
    let weight: Double
  }

  init(of entry: IndexEntry, in db: Database) throws {
    let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM articles") ?? 0
    let found = try TellingWords.frequent(in: entry).compactMap { word, count -> Word? in
      let text = String(decoding: word, as: UTF8.self)
      let articles = try TellingWords.articles(with: text, in: db)
      // A word of this article alone leads nowhere, and one of very many leads everywhere.
      guard articles > 1, articles < SearchIndex.mostRanked else { return nil }
      let weight = (1 + log(Double(count))) * log(Double(total + 1) / Double(articles))
      return Word(text: text, articles: articles, weight: weight)
    }.sorted { ($0.weight, $1.text) > ($1.weight, $0.text) }
    // No more candidates than can be ranked.
    var room = SearchIndex.mostRanked
    words = found.prefix(TellingWords.mostUsed).prefix { word in
      room -= word.articles
      return room >= 0
    }.map(\.text)
  }

  private static func frequent(in entry: IndexEntry) -> [(key: [UInt8], value: Int)] {
    var counts: [[UInt8]: Int] = [:]
    for word in entry.textWords where word.count >= shortest { counts[word, default: 0] += 1 }
    for word in entry.titleWords where word.count >= shortest {
      counts[word, default: 0] += titleWeight
    }
    let sorted = counts.sorted { left, right in
      left.value != right.value
        ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
    }
    return Array(sorted.prefix(mostLookedUp))
  }

  /// In how many articles a word stands, as far as that matters.
  private static func articles(with word: String, in db: Database) throws -> Int {
    guard let expression = WordExpression(SearchPhrase(word)) else { return 0 }
    return try Ranking.count(of: expression.text, upTo: SearchIndex.mostRanked, in: db)
  }
}
