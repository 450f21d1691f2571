import Articles
import Screen

/// The articles of the library, which of them the view shows in which order, and the selection.
///
/// Articles keep their index as long as the program runs; rows are indices in the order of the
/// view. Every change of rows keeps the selected article selected, and keeps it where it stands on
/// the screen.
struct ArticleList: Sendable {
  typealias Index = Int

  private(set) var articles: [Article] = []
  private var indices: [ArticlePath: Index] = [:]
  /// The scan in which an article was last seen.
  private var lastSeen: [Int] = []
  private var scan = 0
  /// What could not be read of an article.
  private(set) var problems: [ArticlePath: LibraryError] = [:]

  /// The view: indices of articles, in its order.
  private(set) var rows: [Index] = []
  /// The selected row.
  var selection = 0
  /// The first row on the screen.
  var top = 0
  /// Where the selection of several rows began.
  var anchor: Index?

  var count: Int { rows.count }
  /// Articles that the folder holds, whether the view shows them or not.
  var presentCount: Int { indices.count }

  var selected: Article? { rows.indices.contains(selection) ? articles[rows[selection]] : nil }

  subscript(row row: Int) -> Article { articles[rows[row]] }

  subscript(path: ArticlePath) -> Article? { indices[path].map { articles[$0] } }

  func row(of path: ArticlePath) -> Int? {
    guard let index = indices[path] else { return nil }
    return rows.firstIndex(of: index)
  }

  /// The first row whose article the condition holds for.
  func row(where condition: (Article) -> Bool) -> Int? {
    rows.firstIndex { condition(articles[$0]) }
  }

  /// The rows that the next mark is for: those between the anchor and the selection, or it alone.
  var chosenRows: ClosedRange<Int>? {
    guard rows.indices.contains(selection) else { return nil }
    guard let anchor, let row = rows.firstIndex(of: anchor) else { return selection...selection }
    return min(row, selection)...max(row, selection)
  }

  // MARK: What the folder holds

  /// Takes in some articles; returns the indices of those that are new.
  mutating func take(_ found: [Article]) -> [Index] {
    var new: [Index] = []
    for article in found {
      if let index = indices[article.path] {
        lastSeen[index] = scan
        update(index, with: article)
      } else {
        new.append(articles.count)
        indices[article.path] = articles.count
        articles.append(article)
        lastSeen.append(scan)
      }
    }
    return new
  }

  private mutating func update(_ index: Index, with article: Article) {
    let known = articles[index]
    guard known.bytes != article.bytes || known.modified != article.modified else { return }
    articles[index].bytes = article.bytes
    articles[index].modified = article.modified
    articles[index].summary = nil
  }

  mutating func beginScan() { scan += 1 }

  /// Forgets what a complete scan did not find; returns whether that was anything.
  mutating func endScan() -> Bool {
    let gone = Set(indices.values.filter { lastSeen[$0] != scan })
    guard !gone.isEmpty else { return false }
    for index in gone { indices[articles[index].path] = nil }
    show(rows.filter { !gone.contains($0) })
    return true
  }

  mutating func describe(_ path: ArticlePath, _ outcome: Result<Summary, LibraryError>) {
    guard let index = indices[path] else { return }
    switch outcome {
    case .success(let summary):
      articles[index].summary = summary
      problems[path] = nil
    case .failure(let error):
      problems[path] = error
    }
  }

  /// The articles that the folder holds, in no particular order.
  var present: some Collection<Index> { indices.values }

  /// Whether every article of the folder has been read once.
  var isDescribed: Bool {
    indices.values.allSatisfy {
      articles[$0].summary != nil || problems[articles[$0].path] != nil
    }
  }

  // MARK: What the view shows

  var selectedIndex: Index? { rows.indices.contains(selection) ? rows[selection] : nil }

  /// Merges articles into rows that are in order. The selection stays with its article if it is
  /// anchored to it, else with its row.
  mutating func insert(
    _ new: [Index], isAnchored: Bool, inOrder: (Article, Article) -> Bool
  ) {
    let added = new.sorted { inOrder(articles[$0], articles[$1]) }
    var merged: [Index] = []
    merged.reserveCapacity(rows.count + added.count)
    var next = added[...]
    for index in rows {
      while let first = next.first, inOrder(articles[first], articles[index]) {
        merged.append(first)
        next.removeFirst()
      }
      merged.append(index)
    }
    merged += next
    if isAnchored { show(merged) } else { rows = merged }
  }

  /// Shows these rows. The selected article stays selected and where it is on the screen; where it
  /// is gone, the one that took its place is.
  mutating func show(_ newRows: [Index]) {
    let offset = selection - top
    let kept = rows.indices.contains(selection) ? rows[selection] : nil
    let before = kept == nil ? [] : rows[...selection].reversed()
    rows = newRows
    selection = keptRow(among: before) ?? min(selection, max(rows.count - 1, 0))
    top = max(selection - offset, 0)
  }

  /// The row of the first of these articles that is still shown.
  private func keptRow(among candidates: [Index]) -> Int? {
    guard let first = candidates.first else { return nil }
    if let row = rows.firstIndex(of: first) { return row }
    var rowOf: [Index: Int] = [:]
    for (row, index) in rows.enumerated() { rowOf[index] = row }
    return candidates.lazy.compactMap { rowOf[$0] }.first
  }

  /// Keeps the selection on a row and on the screen.
  mutating func clamp(rows visible: Int) {
    selection = min(max(selection, 0), max(count - 1, 0))
    let visible = max(visible, 1)
    if selection < top { top = selection }
    if selection >= top + visible { top = selection - visible + 1 }
    top = min(max(top, 0), max(count - visible, 0))
  }
}
