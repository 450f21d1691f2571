import Articles
import ReaderCore
import Typesetting

// What the index and a look into the files find.
extension TestReader {
  /// A plain look at the texts that the index does not know.
  mutating func searchFiles(_ text: String, among chosen: ChosenArticles?) -> [Event] {
    fileSearches.append(text)
    guard readsFiles else { return [] }
    let found = texts.filter { article in
      !(indexed?.contains(article.path) ?? true)
        && TypedWords(text).phrases.allSatisfy { stands($0, in: article.text) }
    }.map { ArticlePath($0.path) }
    return [.foundInFiles(text, found.filter { chosen?.contains($0) ?? true })]
  }

  /// A plain look at all texts.
  func search(_ text: String, among chosen: ChosenArticles? = nil) -> Event {
    let known = texts.filter { indexed?.contains($0.path) ?? true }
    let found = known.filter { article in
      TypedWords(text).phrases.allSatisfy { stands($0, in: article.text) }
    }.map { ArticlePath($0.path) }
    let hits = found.filter { chosen?.contains($0) ?? true }.prefix(hitLimit)
    return .foundInTexts(text, .success(Array(hits)))
  }

  /// Where the words of a query stand; the last article is the best.
  func lookUp(_ query: Query) -> Event {
    let articles = articles(with: query.condition.phrases)
    let ranked = Set(articles.values.joined()).sorted().reversed()
    return .foundWords(query, .success(WordsFound(articles: articles, ranked: Array(ranked))))
  }

  func lookUpViews(_ query: Query) -> Event {
    let articles = articles(with: query.condition.phrases)
    return .foundViewWords(query, .success(WordsFound(articles: articles, ranked: [])))
  }

  private func articles(with phrases: [Phrase]) -> [Phrase: [ArticlePath]] {
    phrases.reduce(into: [:]) { articles, phrase in
      articles[phrase] = texts.filter { stands(phrase, in: $0.text) }.map { ArticlePath($0.path) }
    }
  }

  private func stands(_ phrase: Phrase, in text: String?) -> Bool {
    SearchPhrase(phrase.text, isPrefix: phrase.isPrefix).occurs(in: text ?? "")
  }
}
