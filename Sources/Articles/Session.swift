/// What a reader showed when it was left, to begin there the next time. The places in articles are
/// marks, and not part of it.
package struct Session: Hashable, Sendable {
  package var sort: Sort
  package var hidesRead: Bool
  /// The article that was selected.
  package var selected: ArticlePath?
  /// When it was left.
  package var at: Timestamp

  package init(
    sort: Sort = Sort(), hidesRead: Bool = false, selected: ArticlePath? = nil, at: Timestamp = 0
  ) {
    self.sort = sort
    self.hidesRead = hidesRead
    self.selected = selected
    self.at = at
  }
}
