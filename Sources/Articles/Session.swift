/// What a reader showed when it was left, to begin there the next time. The places in articles are
/// marks, and not part of it.
package struct Session: Hashable, Sendable {
  package var sort: Sort
  package var hidesRead: Bool
  /// The query by which the list was narrowed, as it was typed.
  package var query: String?
  /// What the list of views calls that query.
  package var view: String?
  /// The article that was selected.
  package var selected: ArticlePath?
  /// When it was left.
  package var at: Timestamp

  package init(
    sort: Sort = Sort(), hidesRead: Bool = false, query: String? = nil, view: String? = nil,
    selected: ArticlePath? = nil, at: Timestamp = 0
  ) {
    self.sort = sort
    self.hidesRead = hidesRead
    self.query = query
    self.view = view
    self.selected = selected
    self.at = at
  }
}
