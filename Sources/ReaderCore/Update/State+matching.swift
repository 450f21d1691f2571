import Articles
import Typesetting

// Which articles a query chooses. Each of its terms goes through all articles that are left, on what
// is small and at hand: `MarkDigest` and `ArticleColumns`.
extension State {
  /// Those of some articles that a view with this query chooses, in their order. What has been begun
  /// in another copy is not unread.
  func chosen(
    by narrowing: Narrowing, among candidates: [ArticleList.Index]
  ) -> [ArticleList.Index] {
    let condition = narrowing.query.condition
    let matching = matching(condition, of: narrowing, among: candidates)
    return condition.asksForState ? matching.filter { !list.isCopyOfBegun($0) } : matching
  }

  /// Those of some articles for which a condition holds, in their order.
  private func matching(
    _ condition: Condition, of narrowing: Narrowing, among candidates: [ArticleList.Index]
  ) -> [ArticleList.Index] {
    switch condition {
    case .all(let parts): return parts.reduce(candidates) { matching($1, of: narrowing, among: $0) }
    case .any(let parts):
      var found = list.flags()
      for part in parts {
        found.insert(matching(part, of: narrowing, among: candidates.filter { !found[$0] }))
      }
      return candidates.filter { found[$0] }
    case .not(let inner):
      let found = list.flags(matching(inner, of: narrowing, among: candidates))
      return candidates.filter { !found[$0] }
    case .term(let term):
      switch term.test {
      case .text(let phrase):
        return candidates.filter { index in
          narrowing.contains(phrase, at: index) { list.title(of: index) }
        }
      case .filter(let filter): return passing(filter, among: candidates)
      }
    }
  }

  private func passing(
    _ filter: Filter, among candidates: [ArticleList.Index]
  ) -> [ArticleList.Index] {
    switch filter {
    case .state(let state): return candidates.filter { list.digests[$0].state == state }
    case .starred: return candidates.filter { list.digests[$0].isStarred }
    case .tag(let name):
      return candidates.filter { index in
        list.digests[index].hasTags
          && marks[list.articles[index].path].has(.tag(name, true))
      }
    case .added(let comparison, let age):
      return candidates.filter { comparison.holds(now &- list.articles[$0].modified, age) }
    case .words(let comparison, let count):
      return candidates.filter { comparison.holds(list.articles[$0].summary?.words, count) }
    case .minutes(let comparison, let count):
      return candidates.filter { comparison.holds(list.articles[$0].summary?.minutes, count) }
    case .folder(let folder):
      return candidates.filter { list.articles[$0].path.bytes.starts(with: folder) }
    case .title(let words):
      return list.columns.titles.indices(with: SearchPhrase(words), among: candidates)
    case .author(let words):
      return list.columns.authors.indices(with: SearchPhrase(words), among: candidates)
    case .after(let date): return candidates.filter { self.date(at: $0) >= date }
    case .before(let date): return candidates.filter { self.date(at: $0) < date }
    }
  }

  /// The date that the text of an article states, else that of its file.
  private func date(at index: ArticleList.Index) -> PartialDate {
    list.columns.date(at: index)
      ?? PartialDate(
        fileOf: list.articles[index].modified, secondsFromGMT: settings.secondsFromGMT)
  }
}

extension Condition {
  fileprivate var asksForState: Bool {
    terms.contains { term in
      if case .filter(.state) = term.test { true } else { false }
    }
  }
}

extension Filter.Comparison {
  /// What is not known holds nothing.
  fileprivate func holds(_ value: Int?, _ other: Int) -> Bool {
    value.map { holds($0, other) } ?? false
  }
}
