import Articles
import Screen

// Views: named queries with a sort order.
extension State {
  /// Lists the views; the one that is shown is selected.
  mutating func showViews() {
    let present = list.present
    let rows = (knownViews + marks.tags.map { NamedView.tag($0.name) }).map { view in
      let narrowing = Narrowing(view)
      let isKnown = narrowing?.isIncomplete != true
      return ViewPage.Row(view: view, count: isKnown ? count(of: narrowing, among: present) : nil)
    }
    let shown = view.narrowing.map(\.text) ?? NamedView.all.query
    let alike = rows.indices.filter { rows[$0].view.query == shown }
    let current = alike.first { rows[$0].view.name == view.narrowing?.name } ?? alike.first ?? 0
    // Until the index says where the words of a query stand, nothing is counted.
    let waiting = rows.filter { $0.count == nil }.compactMap { Narrowing($0.view) }
    let words = waiting.isEmpty ? nil : Query(condition: .all(waiting.map(\.query.condition)))
    overlay = .views(ViewPage(rows: rows, page: ListPage(selection: current), awaited: words))
    if let words { effects.append(.lookUpViews(words)) }
  }

  /// Those of every library, then those of the user; not the tags.
  private var knownViews: [NamedView] { NamedView.standard + settings.views }

  /// The view that a name meant when the library was left: with the same query, or else one whose
  /// query the user has changed since.
  func view(named name: String, query: String) -> NamedView? {
    let tag = name.hasPrefix(NamedView.tagPrefix) ? [NamedView(name: name, query: query)] : []
    return (knownViews + tag).first { $0.name == name && $0.query == query }
      ?? settings.views.first { $0.name == name }
  }

  private func count(of narrowing: Narrowing?, among present: [ArticleList.Index]) -> Int {
    guard let narrowing else { return 0 }
    return list.singled(chosen(by: narrowing, among: present), keeping: pinned).count
  }

  /// Takes the answer, if it is still wanted. Without one, only titles are counted.
  mutating func foundViewWords(_ query: Query, _ outcome: Result<WordsFound, LibraryError>) {
    guard case .views(var page) = overlay, page.awaited == query else { return }
    page.awaited = nil
    let present = list.present
    for index in page.rows.indices where page.rows[index].count == nil {
      var narrowing = Narrowing(page.rows[index].view)
      if let found = try? outcome.get(), let words = narrowing?.query.condition.phrases {
        let articles = found.articles.filter { words.contains($0.key) }
        narrowing?.take(WordsFound(articles: articles, ranked: []), in: list)
      }
      page.rows[index].count = count(of: narrowing, among: present)
    }
    overlay = .views(page)
  }

  // MARK: Keys

  mutating func pressInViews(_ key: Key, _ views: ViewPage) {
    var views = views
    switch key {
    case .escape, .character("q"): overlay = nil
    case .enter:
      overlay = nil
      show(views.rows[views.page.selection].view)
    default:
      views.page.move(by: key, count: views.rows.count, rows: overlayRows)
      overlay = .views(views)
    }
  }

  /// Shows a view from its first row on.
  private mutating func show(_ named: NamedView) {
    guard let narrowing = Narrowing(named) else { return }
    leaveReadingPane()
    leaveSearch()
    view.hidesRead = false
    view.sort = named.sort
    set(named == .all ? nil : narrowing)
    select(row: 0)
  }
}

extension Narrowing {
  /// Nil where the query cannot be understood.
  fileprivate init?(_ view: NamedView) {
    guard let query = try? Query(view.query) else { return nil }
    self.init(view.query, name: view.name, query)
  }
}
