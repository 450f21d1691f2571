import Articles
import Typesetting

/// A query by which the list is narrowed, and what is known of the articles that match it.
struct Narrowing: Sendable {
  /// As it was typed.
  let text: String
  /// What the list of views calls it.
  let name: String?
  let query: Query
  /// Where its words stand, as the index said; of other words, titles are looked at.
  private var found: [Phrase: ArticleFlags] = [:]
  private let needles: [Phrase: Needle]
  /// The articles with its words, the best first.
  private var ranked = TextHits()
  /// Whether the index is still to say where the words stand.
  var isAwaited = false
  /// There was no answer: only titles are found.
  var isMissing = false

  /// - Parameter before: what was typed before; what is known by it is not asked for again.
  init(_ text: String, name: String? = nil, _ query: Query, after before: Narrowing? = nil) {
    self.text = text
    self.name = name
    self.query = query
    let phrases = Set(query.condition.phrases)
    needles = Dictionary(
      uniqueKeysWithValues: phrases.compactMap { phrase in
        Needle(phrase.text).map { (phrase, $0) }
      })
    found = before?.found.filter { phrases.contains($0.key) } ?? [:]
    if let before, Set(before.query.condition.phrases) == phrases { ranked = before.ranked }
  }

  /// Whether the index has something to say that is not known yet.
  var isIncomplete: Bool { needles.keys.contains { found[$0] == nil } }

  /// Takes the answer of the index.
  mutating func take(_ answer: WordsFound, in list: ArticleList) {
    for (phrase, paths) in answer.articles {
      found[phrase] = list.flags(paths.lazy.compactMap(list.index))
    }
    ranked = TextHits(answer.ranked.compactMap(list.index))
    isMissing = false
  }

  /// Whether a phrase stands in an article, as far as that is known.
  func contains(_ phrase: Phrase, at index: ArticleList.Index, title: () -> String) -> Bool {
    found[phrase]?[index] ?? needles[phrase]?.occurs(in: title()) ?? false
  }

  /// Where an article stands among those that have the words, the best first.
  func place(of index: ArticleList.Index) -> Int? { ranked.place(of: index) }
}

/// What the index says of the words of a query.
package struct WordsFound: Hashable, Sendable {
  /// All articles in which each phrase stands.
  package let articles: [Phrase: [ArticlePath]]
  /// Articles with any of the words, the best first.
  package let ranked: [ArticlePath]

  package init(articles: [Phrase: [ArticlePath]], ranked: [ArticlePath]) {
    self.articles = articles
    self.ranked = ranked
  }
}
