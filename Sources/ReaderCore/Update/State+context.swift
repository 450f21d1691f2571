import Articles
import Typesetting

/// What rows show of the texts that a search has found.
struct HitContext: Sendable {
  /// What was looked for.
  var text = ""
  /// A snippet; until it is there, the one of the words that were looked for before: what stays the
  /// same as the user types does not flicker.
  private var snippets: [ArticleList.Index: (text: String, snippet: Snippet)] = [:]
  /// The visible articles whose texts were asked for last.
  var asked: [ArticlePath] = []

  subscript(index: ArticleList.Index) -> Snippet? { snippets[index]?.snippet }

  /// Whether the snippet shows what is looked for now.
  func isKnown(_ index: ArticleList.Index) -> Bool { snippets[index]?.text == text }

  mutating func take(_ snippet: Snippet, of index: ArticleList.Index) {
    snippets[index] = (text, snippet)
  }

  /// The text is another one by now.
  mutating func forget(_ index: ArticleList.Index) {
    if snippets.removeValue(forKey: index) != nil { asked = [] }
  }
}

// Rows that show where in the text stands what is looked for.
extension State {
  /// Asks for what the rows on the screen are to show, once they are those that were found.
  mutating func excerptVisible() {
    guard rowLines > 1, let text = view.search?.typed?.text, !awaitsHits else { return }
    if view.context.text != text { (view.context.text, view.context.asked) = (text, []) }
    let visible = list.rows.dropFirst(list.top).prefix(visibleRows)
    let unknown = visible.filter { !view.context.isKnown($0) }
    let paths = unknown.map { list.articles[$0].path }
    if paths.allSatisfy(view.context.asked.contains) { return }
    view.context.asked = paths
    effects.append(.excerpt(paths, showing: text))
  }

  /// Whether something is soon to be there that belongs on the screen.
  package var awaitsMore: Bool { awaitsHits || awaitsPage || awaitsContext }

  /// Whether rows on the screen are still to show what was asked for.
  package var awaitsContext: Bool {
    guard rowLines > 1, let text = view.search?.typed?.text else { return false }
    let visible = list.rows.dropFirst(list.top).prefix(visibleRows)
    return view.context.text != text || visible.contains { !view.context.isKnown($0) }
  }

  /// Takes what was asked for, if it is still wanted.
  mutating func excerpted(_ snippets: [(path: ArticlePath, snippet: Snippet)], _ text: String) {
    guard text == view.context.text else { return }
    for (path, snippet) in snippets {
      if let index = list.index(of: path) { view.context.take(snippet, of: index) }
    }
  }
}
