import Articles
import Typesetting

/// What queries ask of what texts say of themselves, apart from the articles and folded once, so that
/// all of it can be looked through while one types; and which texts are the same.
struct ArticleColumns: Sendable {
  private(set) var titles = WordLines()
  private(set) var authors = WordLines()
  private var dates: [PartialDate?] = []
  /// By the hash of their words, the articles that have each text.
  private var copies: [UInt64: [ArticleList.Index]] = [:]

  /// Takes what was learned of an article, in place of what was known of it.
  mutating func take(_ summary: Summary, before: Summary?, at index: ArticleList.Index) {
    if summary.title != before?.title ?? "" { titles.set(summary.title, at: index) }
    if summary.author != before?.author { authors.set(summary.author ?? "", at: index) }
    while dates.count <= index { dates.append(nil) }
    dates[index] = summary.date.flatMap { PartialDate($0) }
    guard summary.textHash != before?.textHash else { return }
    if let hash = before?.textHash { forget(hash, at: index) }
    if let hash = summary.textHash { copies[hash, default: []].append(index) }
  }

  /// The articles with the same text, in the folder or gone from it.
  func copies(ofText hash: UInt64) -> [ArticleList.Index] { copies[hash] ?? [] }

  /// The date that an article states.
  func date(at index: ArticleList.Index) -> PartialDate? {
    dates.indices.contains(index) ? dates[index] : nil
  }

  /// Forgets that an article has a text.
  mutating func forget(_ hash: UInt64, at index: ArticleList.Index) {
    copies[hash]?.removeAll { $0 == index }
    if copies[hash] == [] { copies[hash] = nil }
  }
}
