import Articles
import Typesetting

// Which articles a query chooses. Each of its terms goes through all articles that are left, so that
// a hundred thousand of them take no longer than a frame may.
extension State {
  /// Those of some articles for which a condition holds, in their order.
  func matching(
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
      narrowing.contains(phrase, at: index) { title(of: list.articles[index]) }
    }
  }

  private func passing(
    _ filter: Filter, among candidates: [ArticleList.Index]
  ) -> [ArticleList.Index] {
    switch filter {
    case .state(let state): return candidates.filter { list.digests[$0].state == state }
    case .starred: return candidates.filter { list.digests[$0].isStarred }
    case .tag(let name):
      let tagged = Set(marks.articles(tagged: name).compactMap(list.index))
      return candidates.filter(tagged.contains)
    case .added(let comparison, let age):
      return candidates.filter { comparison.holds(now &- list.articles[$0].modified, age) }
    case .folder, .title, .author, .after, .before, .words, .minutes:
      return candidates.filter { passes(filter, list.articles[$0]) }
    }
  }

  private func passes(_ filter: Filter, _ article: Article) -> Bool {
    let date = filter.asksForDate ? date(of: article) : ""
    let subject = Filter.Subject(article, marks: Marks(), date: date)
    return filter.holds(for: subject, now: now) { words, line in
      SearchPhrase(words).occurs(in: line)
    }
  }
}

extension Filter {
  fileprivate var asksForDate: Bool {
    switch self {
    case .after, .before: true
    default: false
    }
  }
}
