import Articles
import Typesetting

/// What queries ask of what texts say of themselves, apart from the articles and folded once, so that
/// all of it can be looked through while one types.
struct ArticleColumns: Sendable {
  private(set) var titles = WordLines()
  private(set) var authors = WordLines()
  private var dates: [PartialDate?] = []

  /// Takes what was learned of an article, in place of what was known of it.
  mutating func take(_ summary: Summary, before: Summary?, at index: ArticleList.Index) {
    guard summary != before else { return }
    if summary.titleBytes != before?.titleBytes ?? [] { titles.set(summary.titleBytes, at: index) }
    if summary.authorBytes != before?.authorBytes ?? [] {
      authors.set(summary.authorBytes, at: index)
    }
    let date = summary.date.flatMap { PartialDate($0) }
    while date != nil, dates.count <= index { dates.append(nil) }
    if index < dates.count { dates[index] = date }
  }

  /// The date that an article states.
  func date(at index: ArticleList.Index) -> PartialDate? {
    dates.indices.contains(index) ? dates[index] : nil
  }
}
