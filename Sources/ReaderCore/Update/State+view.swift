import Articles

// Which articles the list shows, in which order.
extension State {
  /// Those of some articles that the view shows, in their order.
  private func shown(_ candidates: [ArticleList.Index]) -> [ArticleList.Index] {
    guard view.search != nil else { return narrowed(candidates) }
    let hits = list.flags(view.hits.indices)
    return narrowed(candidates.filter { view.titled[$0] || hits[$0] })
  }

  /// Those of some articles that the view shows where nothing is looked for.
  func narrowed(_ candidates: [ArticleList.Index]) -> [ArticleList.Index] {
    let held = candidates.filter(list.holds)
    let wanted = view.hidesRead ? held.filter(isLeftToRead) : held
    return view.narrowing.map { chosen(by: $0, among: wanted) } ?? wanted
  }

  private func isLeftToRead(_ index: ArticleList.Index) -> Bool {
    list.digests[index].state != .read && !list.isCopyOfBegun(index)
  }

  /// The article in whose pane the user is; its row stays, whether it matches or not.
  private var kept: ArticleList.Index? { pane == .reading ? list.selectedIndex : nil }

  /// The article that stands for its copies, because the user is at it.
  var pinned: ArticleList.Index? { start == .chosen ? list.selectedIndex : nil }

  /// Chooses the rows of the view anew. Until then a row stays, even if it matches no longer.
  mutating func applyView() {
    list.anchor = nil
    list.show(arranged(list.singled(keeping(shown(ordered())), keeping: pinned)))
  }

  /// Shows the rows whose titles match and, behind them, what was found in texts. Titles are not
  /// looked at again that were passed over as the user typed.
  mutating func showHits() {
    guard view.search != nil, !isFoundByOtherCopy else { return applyView() }
    let kept = kept
    let rows = list.rows.filter { view.titled[$0] || $0 == kept }
    let stays = list.flags(rows)
    let hits = shown(view.hits.indices.filter { !stays[$0] })
    list.anchor = nil
    guard view.isRanked, kept == nil else {
      return list.show(arranged(list.singled(rows + inOrder(hits), keeping: pinned)))
    }
    // By title is every row found; they are many where words are frequent, and looked at once.
    list.show(inDirection(list.singled(rows + view.hits.sorted(hits), keeping: pinned)))
  }

  mutating func sortRows() {
    list.anchor = nil
    let order = ordered()
    let gone = list.rows.filter { !list.holds($0) }
    list.show(arranged(merged(gone, into: order.filter { list.holds($0) && list.shows($0) })))
  }

  /// Narrows the rows to those that the search leaves.
  mutating func narrowRows() {
    if isFoundByOtherCopy { applyView() } else { list.show(shown(list.rows)) }
  }

  /// Whether a row is found no longer, but a copy of it is, by another title.
  private var isFoundByOtherCopy: Bool {
    guard view.search != nil, list.copies.hasDoubles else { return false }
    return list.rows.contains { row in
      !view.titled[row] && list.copies.others(of: row).contains { view.titled[$0] }
    }
  }

  /// Takes in articles that are new in the folder.
  mutating func take(_ new: [ArticleList.Index]) {
    addRows(new)
    guard let order = view.order, order.sort == view.orderSort else { return view.order = nil }
    let isAllShown = view.isWhole && list.count == list.presentCount
    let indices = isAllShown ? list.rows : merged(inOrder(new), into: order.indices)
    view.order = ListView.Order(sort: order.sort, indices: indices)
  }

  /// Forgets what the folder does not hold any longer.
  mutating func forgetLost() {
    view.order = view.order.map { order in
      ListView.Order(sort: order.sort, indices: order.indices.filter(list.holds))
    }
    recount()
  }

  /// Puts articles among the rows, if the view shows them and they are no rows yet.
  mutating func addRows(_ indices: [ArticleList.Index]) {
    let new = shown(indices.filter { !list.shows($0) && list.shownCopy(of: $0) == nil })
    let added = list.singled(new, keeping: nil)
    guard !added.isEmpty else { return }
    let sorted = inOrder(added)
    if !view.isRanked, list.endsBefore(sorted, inOrder: isInOrder) { return list.append(sorted) }
    let rows = view.isRanked ? ranked(sorted) : merged(sorted, into: list.rows)
    // Until the article to begin with is chosen, the first row is as good as any.
    if start == .chosen { list.show(rows) } else { list.replaceRows(rows) }
  }

  /// Shows an article whether it matches or not.
  mutating func addRow(_ index: ArticleList.Index) {
    list.show(view.isRanked ? list.rows + [index] : merged([index], into: list.rows))
  }

  /// Takes in what becomes known of some articles. A row goes that only seemed to match, unless it is
  /// the selected one; what has been marked since it became a row stays.
  mutating func learn(of indices: [ArticleList.Index], _ change: (inout State) -> Void) {
    guard view.narrowing != nil else { return change(&self) }
    let matching = narrowed(indices.filter { list.shows($0) })
    change(&self)
    let gone = Set(matching).subtracting(narrowed(matching)).filter { $0 != pinned }
    guard !gone.isEmpty else { return }
    list.show(list.rows.filter { !gone.contains($0) })
    addRows(gone.flatMap { Array(list.copies.others(of: $0)) })
  }

  /// Rows with others that a search has found; down to the selected one they stay as they are.
  private func ranked(_ added: [ArticleList.Index]) -> [ArticleList.Index] {
    let fixed = list.rows.prefix(list.selection + 1)
    return fixed + arranged(list.rows.dropFirst(fixed.count) + added)
  }

  /// Shows copies of what has gone or has another text by now.
  mutating func fillIn() { addRows(list.takeVacated()) }

  /// Hides rows that show the same as others, where nothing moves by it that the user looks at.
  mutating func hide(_ surplus: [ArticleList.Index]) {
    guard !surplus.isEmpty, list.anchor == nil else { return }
    guard start == .chosen else {
      let hidden = Set(surplus)
      return list.replaceRows(list.rows.filter { !hidden.contains($0) })
    }
    list.hide(surplus, visible: visibleRows)
  }

  // MARK: Order

  /// All articles in the order from which rows are taken: nothing is compared that need not be.
  private mutating func ordered() -> [ArticleList.Index] {
    if let order = view.order, order.sort == view.orderSort { return order.indices }
    let indices = inOrder(list.present)
    view.order = ListView.Order(sort: view.orderSort, indices: indices)
    return indices
  }

  /// While a search is shown by rank, what it found by titles comes first, then the other hits.
  private func arranged(_ rows: [ArticleList.Index]) -> [ArticleList.Index] {
    guard view.isRanked else { return rows }
    let titled = rows.filter { view.titled[$0] }
    return inDirection(titled + view.hits.sorted(rows.filter { !view.titled[$0] }))
  }

  private func inDirection(_ found: [ArticleList.Index]) -> [ArticleList.Index] {
    view.searchSort.isReversed ? found.reversed() : found
  }

  /// Rows with the one that stays.
  private func keeping(_ rows: [ArticleList.Index]) -> [ArticleList.Index] {
    guard let kept, !rows.contains(kept) else { return rows }
    return view.isRanked ? rows + [kept] : merged([kept], into: rows)
  }

  private func merged(
    _ added: [ArticleList.Index], into indices: [ArticleList.Index]
  ) -> [ArticleList.Index] {
    guard !added.isEmpty else { return indices }
    return list.merged(added, into: indices, inOrder: isInOrder)
  }

  private func isInOrder(_ left: Article, _ right: Article) -> Bool {
    view.orderSort.isInOrder(rank(of: left), rank(of: right))
  }

  private func inOrder(_ rows: [ArticleList.Index]) -> [ArticleList.Index] {
    let ranked = rows.map { (index: $0, rank: rank(of: list.articles[$0])) }
    return ranked.sorted { view.orderSort.isInOrder($0.rank, $1.rank) }.map(\.index)
  }

  private func rank(of article: Article) -> Rank {
    view.orderSort.rank(
      of: article, title: title(of: article), marks: marks[article.path], date: date(of: article),
      place: place(of: article.path))
  }

  /// Where an article stands among those that were found by words.
  private func place(of path: ArticlePath) -> Int? {
    list.index(of: path).flatMap { view.narrowing?.place(of: $0) }
  }
}
