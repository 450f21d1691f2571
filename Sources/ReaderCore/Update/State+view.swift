import Articles

// Which articles the list shows, in which order.
extension State {
  private func isShown(_ index: ArticleList.Index) -> Bool {
    if view.hidesRead, marks[list.articles[index].path].state == .read { return false }
    return view.hits.contains(index) || matchesTitle(index)
  }

  private func matchesTitle(_ index: ArticleList.Index) -> Bool {
    view.search?.matches(title(of: list.articles[index])) ?? true
  }

  /// Chooses the rows of the view anew. Until then a row stays, even if it matches no longer; and
  /// so does that of the article in whose pane the user is.
  mutating func applyView() {
    let kept = pane == .reading ? list.selectedIndex : nil
    var rows = list.present.filter { isShown($0) && $0 != kept }
    if let kept { rows.append(kept) }
    list.anchor = nil
    list.show(sorted(rows))
  }

  /// Shows the rows whose titles match and, behind them, what was found in texts. Titles are not
  /// looked at again that were passed over as the user typed.
  mutating func showHits() {
    let kept = pane == .reading ? list.selectedIndex : nil
    let rows = list.rows.filter { matchesTitle($0) || $0 == kept }
    let known = Set(rows)
    let hits = view.hits.indices.filter { !known.contains($0) && list.holds($0) && isShown($0) }
    list.anchor = nil
    list.show(sorted(rows + hits))
  }

  mutating func sortRows() {
    list.anchor = nil
    list.show(sorted(list.rows))
  }

  /// Narrows the rows to those that the search leaves.
  mutating func narrowRows() {
    list.show(list.rows.filter(isShown))
  }

  /// Puts articles among the rows, if the view shows them and they are no rows yet.
  mutating func addRows(_ indices: [ArticleList.Index]) {
    let rows = Set(list.rows)
    let shown = indices.filter { isShown($0) && !rows.contains($0) }
    guard !shown.isEmpty else { return }
    let merged = view.hits.isEmpty ? merged(shown) : sorted(list.rows + shown)
    // Until the article to begin with is chosen, the first row is as good as any.
    if start == .chosen { list.show(merged) } else { list.replaceRows(merged) }
  }

  private func merged(_ shown: [ArticleList.Index]) -> [ArticleList.Index] {
    list.rows(with: sorted(shown)) { left, right in
      view.sort.isInOrder(rank(of: left), rank(of: right))
    }
  }

  /// In the order of the view; what a search found by texts alone comes last.
  private func sorted(_ rows: [ArticleList.Index]) -> [ArticleList.Index] {
    guard !view.hits.isEmpty else { return inOrder(rows) }
    let byTitle = rows.filter(matchesTitle)
    let others = Set(rows).subtracting(byTitle)
    return inOrder(byTitle) + view.hits.sorted(Array(others))
  }

  private func inOrder(_ rows: [ArticleList.Index]) -> [ArticleList.Index] {
    let ranked = rows.map { (index: $0, rank: rank(of: list.articles[$0])) }
    return ranked.sorted { view.sort.isInOrder($0.rank, $1.rank) }.map(\.index)
  }

  private func rank(of article: Article) -> Rank {
    view.sort.rank(
      of: article, title: title(of: article), marks: marks[article.path], date: date(of: article))
  }
}
