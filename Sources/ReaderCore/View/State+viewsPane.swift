import Articles
import Screen

extension State {
  /// The views: number of articles, name, query.
  func viewsPane(_ views: ViewPage) -> Pane {
    let digits = views.rows.map { ($0.count.map(String.init) ?? "").utf8.count }.max() ?? 1
    return listPane(Wording.viewsTitle, views.page, count: views.rows.count) { index in
      let row = views.rows[index]
      let count = row.count.map(String.init) ?? ""
      let number = SafeText.spaces(digits - count.utf8.count + 1) + SafeText(count + "  ")
      let room = max(size.columns - number.columns - 1, 1)
      let name = Line(number, style: .dim) + Line(SafeText(row.view.name).fitted(to: min(room, 24)))
      return name + Line(SafeText("  " + row.view.query), style: .dim)
    }
  }
}
