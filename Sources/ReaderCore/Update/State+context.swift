import Articles
import Typesetting

/// What rows show of the texts that a search has found.
struct HitContext: Sendable {
  /// What was looked for.
  var text = ""
  var snippets: [ArticleList.Index: Snippet] = [:]
  /// The visible articles whose texts were asked for last.
  var asked: [ArticlePath] = []
}

// Rows that show where in the text stands what is looked for.
extension State {
  /// Asks for what the rows on the screen are to show.
  mutating func excerptVisible() {
    guard rowLines > 1, let text = view.search?.typed?.text else { return }
    if view.context.text != text { view.context = HitContext(text: text) }
    let visible = list.rows.dropFirst(list.top).prefix(visibleRows)
    let unknown = visible.filter { view.context.snippets[$0] == nil }
    let paths = unknown.map { list.articles[$0].path }
    guard paths != view.context.asked else { return }
    view.context.asked = paths
    if !paths.isEmpty { effects.append(.excerpt(paths, showing: text)) }
  }

  /// Takes what was asked for, if it is still wanted.
  mutating func excerpted(_ path: ArticlePath, _ text: String, _ snippet: Snippet) {
    guard text == view.context.text, let index = list.index(of: path) else { return }
    view.context.snippets[index] = snippet
  }
}
