import Articles
import Typesetting

// Which articles a query chooses. Each of its terms goes through all articles that are left, on what
// is small and at hand: `MarkDigest` and `ArticleColumns`.
extension State {
  /// Those of some articles that a view with this condition chooses, in their order. What has been
  /// begun in another copy is not unread.
  func chosen(
    by condition: Condition, among candidates: [ArticleList.Index]
  ) -> [ArticleList.Index] {
    let matching = matching(condition, among: candidates)
    return condition.asksForState ? matching.filter { !list.isCopyOfBegun($0) } : matching
  }

  /// Those of some articles for which a condition holds, in their order.
  private func matching(
    _ condition: Condition, among candidates: [ArticleList.Index]
  ) -> [ArticleList.Index] {
    switch condition {
    case .all(let parts): return parts.reduce(candidates) { matching($1, among: $0) }
    case .any(let parts):
      var isFound = [Bool](repeating: false, count: list.articles.count)
      for part in parts {
        let rest = candidates.filter { !isFound[$0] }
        for index in matching(part, among: rest) { isFound[index] = true }
      }
      return candidates.filter { isFound[$0] }
    case .not(let inner):
      var isFound = [Bool](repeating: false, count: list.articles.count)
      for index in matching(inner, among: candidates) { isFound[index] = true }
      return candidates.filter { !isFound[$0] }
    case .term(let term):
      switch term.test {
      case .text(let phrase): return containing(phrase, among: candidates)
      case .filter(let filter): return passing(filter, among: candidates)
      }
    }
  }

  private func containing(
    _ phrase: Phrase, among candidates: [ArticleList.Index]
  ) -> [ArticleList.Index] {
    guard let narrowing = view.narrowing else { return [] }
    return candidates.filter { index in
      narrowing.contains(phrase, at: index) { list.title(of: index) }
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
