import Articles

/// The articles among which texts are searched. What the list knows of them is shared with it, not
/// copied: a question is asked with each letter.
package struct ChosenArticles: Hashable, Sendable {
  private let indices: [ArticlePath: Int32]
  private let flags: ArticleFlags

  init(_ chosen: [ArticleList.Index], of list: ArticleList) {
    (flags, indices) = (list.flags(chosen), list.indices)
  }

  package func contains(_ path: ArticlePath) -> Bool {
    indices[path].map { flags[Int($0)] } ?? false
  }
}
