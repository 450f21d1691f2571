import Articles
import Screen

// Views: named queries with a sort order.
extension State {
  /// Lists the views; the one that is shown is selected.
  mutating func showViews() {
    let present = list.present
    let views = NamedView.standard + marks.tags.map { NamedView.tag($0.name) }
    let rows = views.map { ViewPage.Row(view: $0, count: count(of: $0, among: present)) }
    let shown = view.narrowing.map(\.text) ?? ""
    let current = rows.firstIndex { $0.view.query == shown } ?? 0
    overlay = .views(ViewPage(rows: rows, page: ListPage(selection: current)))
  }

  private func count(of view: NamedView, among present: [ArticleList.Index]) -> Int {
    guard let query = try? Query(view.query) else { return 0 }
    return list.singled(chosen(by: query.condition, among: present), keeping: pinned).count
  }

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
    guard let query = try? Query(named.query) else { return }
    leaveReadingPane()
    leaveSearch()
    view.hidesRead = false
    view.sort = named.sort
    set(named.query.isEmpty ? nil : Narrowing(named.query, name: named.name, query))
    select(row: 0)
  }
}
