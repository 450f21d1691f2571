import Articles
import GRDB
import Typesetting

/// Phrases whose last word may go on. FTS5 gathers all articles of all such words before it
/// has the first one; looked up word by word, those that came last are there at once.
enum Beginnings {
  /// Of a beginning of so many words FTS5 gathers the articles: each word that is looked up takes
  /// some memory.
  private static let mostWords = 500
  /// So many words are read ahead.
  private static let mostAhead = 4_000

  /// A word that stands in more articles than are ranked is taken for whole: what begins with it
  /// would only be more of them, and takes long to gather.
  static func settled(
    _ phrase: Phrase, in db: Database, remembering memory: IndexMemory
  ) throws -> Phrase {
    let whole = SearchPhrase(phrase.text)
    guard phrase.isPrefix, let exact = WordExpression(whole) else { return phrase }
    if let word = whole.lastWord, let known = try memory.words(beginningWith: word, in: db) {
      // Without the word itself, or with it alone, it is all the same.
      if known.first != word || known.count == 1 { return phrase }
    }
    let count = try Ranking.count(of: exact.text, upTo: SearchIndex.mostRanked, in: db)
    return count == SearchIndex.mostRanked ? Phrase(phrase.text) : phrase
  }

  /// The words of the index that each phrase may end with, where it is the beginning of one.
  static func words(
    of phrases: [Phrase], in db: Database, remembering memory: IndexMemory
  ) throws -> WordExpression.Beginnings {
    var found: WordExpression.Beginnings = [:]
    for phrase in phrases.map({ SearchPhrase($0) }) where phrase.isPrefix {
      guard let beginning = phrase.lastWord else { continue }
      let words = try words(beginning, upTo: mostWords, in: db, remembering: memory)
      if let words { found[phrase] = words.isEmpty ? [beginning] : words }
    }
    return found
  }

  /// Reads the words that begin as the last one of a search does: with the next letter, some of them
  /// are asked for. To read a word takes as long as to read where it stands.
  static func readAhead(
    _ phrase: SearchPhrase, in db: Database, remembering memory: IndexMemory
  ) throws {
    guard let beginning = phrase.lastWord,
      beginning.utf8.count + 1 >= SearchPhrase.shortestPrefix
    else { return }
    _ = try words(beginning, upTo: mostAhead, in: db, remembering: memory)
  }

  /// Nil where the words are too many.
  private static func words(
    _ beginning: String, upTo most: Int, in db: Database, remembering memory: IndexMemory
  ) throws -> [String]? {
    if let known = try memory.words(beginningWith: beginning, in: db) {
      return known.count <= most ? known : nil
    }
    let words = try String.fetchAll(
      db, sql: "SELECT term FROM temp.words WHERE term BETWEEN ? AND ? LIMIT ?",
      arguments: [beginning, beginning + "\u{10FFFF}", most + 1])
    guard words.count <= most else { return nil }
    try memory.remember(words, beginningWith: beginning, in: db)
    return words
  }
}

extension SearchPhrase {
  fileprivate var lastWord: String? { words.last.map { String(decoding: $0, as: UTF8.self) } }
}
