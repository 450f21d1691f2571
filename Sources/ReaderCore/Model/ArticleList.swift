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
  /// The scan in which an article was last seen; nil once the folder holds it no longer.
  private var lastSeen: [Int?] = []
  private var scan = 0
  /// What could not be read of an article.
  private(set) var problems: [ArticlePath: LibraryError] = [:]

  /// The view: indices of articles, in its order.
  private(set) var rows: [Index] = []
  /// How many rows there are in each state.
  private(set) var rowCounts = Counts()
  /// What views ask of the marks of each article.
  private(set) var digests: [MarkDigest] = []
  /// What views ask of the texts of each article.
  private(set) var columns = ArticleColumns()
  private var hasRow: [Bool] = []
  /// The selected row.
  var selection = 0
  /// The first row on the screen.
  var top = 0
  /// The article that was selected before the view was empty.
  private var selectedBefore: Index?
  /// Where the selection of several rows began.
  var anchor: Index?

  var count: Int { rows.count }
  /// Articles that the folder holds, whether the view shows them or not.
  private(set) var presentCount = 0

  var selected: Article? { rows.indices.contains(selection) ? articles[rows[selection]] : nil }

  subscript(row row: Int) -> Article { articles[rows[row]] }

  subscript(path: ArticlePath) -> Article? { indices[path].map { articles[$0] } }

  func index(of path: ArticlePath) -> Index? { indices[path] }

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

  /// Takes in some articles; returns the indices of those that were not there before.
  mutating func take(_ found: [Article]) -> [Index] {
    var new: [Index] = []
    for article in found {
      let index = indices[article.path] ?? add(article)
      if lastSeen[index] == nil { new.append(index) }
      lastSeen[index] = scan
      update(index, with: article)
    }
    presentCount += new.count
    return new
  }

  private mutating func add(_ article: Article) -> Index {
    indices[article.path] = articles.count
    articles.append(article)
    lastSeen.append(nil)
    digests.append(MarkDigest())
    hasRow.append(false)
    return articles.count - 1
  }

  /// What was said of a text stays until its new version has been read, but for what tells whether
  /// it is the same as another one.
  private mutating func update(_ index: Index, with article: Article) {
    let known = articles[index]
    guard known.bytes != article.bytes || known.modified != article.modified else { return }
    articles[index].bytes = article.bytes
    articles[index].modified = article.modified
    articles[index].summary?.fingerprint = nil
    guard let hash = known.summary?.textHash else { return }
    columns.forget(hash, at: index)
    articles[index].summary?.textHash = nil
  }

  /// Notes the marks of an article, as often as they change.
  mutating func note(_ marks: Marks, of index: Index) {
    let digest = MarkDigest(marks)
    if hasRow[index] { rowCounts.change(from: digests[index].state, to: digest.state) }
    digests[index] = digest
  }

  mutating func beginScan() { scan += 1 }

  /// Forgets what a complete scan did not find, but for what could not be listed; returns how many
  /// that were. The row of an article that is being read stays.
  mutating func endScan(unlisted: [[UInt8]], keeping kept: Index?) -> Int {
    let gone = present.filter { index in
      lastSeen[index] != scan && !unlisted.contains { articles[index].path.isIn($0) }
    }
    drop(gone, keeping: kept)
    return gone.count
  }

  /// Forgets articles that the folder holds no longer; returns how many there were.
  mutating func lose(_ paths: [ArticlePath], keeping kept: Index?) -> Int {
    let gone = paths.compactMap { indices[$0] }.filter(holds)
    drop(gone, keeping: kept)
    return gone.count
  }

  private mutating func drop(_ gone: [Index], keeping kept: Index?) {
    guard !gone.isEmpty else { return }
    for index in gone { lastSeen[index] = nil }
    presentCount -= gone.count
    show(rows.filter { holds($0) || $0 == kept })
  }

  /// Whether the folder holds an article.
  func holds(_ index: Index) -> Bool { lastSeen[index] != nil }

  func holds(_ path: ArticlePath) -> Bool { indices[path].map(holds) ?? false }

  mutating func describe(_ path: ArticlePath, _ outcome: Result<Summary, LibraryError>) {
    guard let index = indices[path] else { return }
    switch outcome {
    case .success(let summary):
      columns.take(summary, before: articles[index].summary, at: index)
      articles[index].summary = summary
      problems[path] = nil
    case .failure(let error):
      problems[path] = error
    }
  }

  /// The articles that the folder holds, in the order in which they were found.
  var present: [Index] { articles.indices.filter(holds) }

  /// The folders in which articles are, and those above them, with a slash each.
  var folders: [String] {
    var folders: Set<[UInt8]> = []
    for index in present {
      let bytes = articles[index].path.bytes
      for end in bytes.indices.reversed() where bytes[end] == UInt8(ascii: "/") {
        guard folders.insert(Array(bytes[...end])).inserted else { break }
      }
    }
    return folders.compactMap { String(validating: $0, as: UTF8.self) }.sorted()
  }

  /// Whether every article of the folder has been read once.
  var isDescribed: Bool {
    present.allSatisfy { articles[$0].summary != nil || problems[articles[$0].path] != nil }
  }

  /// Other articles of the folder with the same text.
  func copies(of path: ArticlePath) -> [ArticlePath] {
    guard let hash = self[path]?.summary?.textHash else { return [] }
    let same = columns.copies(ofText: hash).filter(holds)
    return same.map { articles[$0].path }.filter { $0 != path }.sorted()
  }

  // MARK: What the view shows

  var selectedIndex: Index? { rows.indices.contains(selection) ? rows[selection] : nil }

  /// Whether the view shows an article.
  func shows(_ index: Index) -> Bool { hasRow[index] }

  /// Articles with more of them, which are in order, each before the first one that follows it.
  func merged(
    _ added: [Index], into indices: [Index], inOrder: (Article, Article) -> Bool
  ) -> [Index] {
    if let last = indices.last, let first = added.first, inOrder(articles[last], articles[first]) {
      return indices + added
    }
    var merged: [Index] = []
    merged.reserveCapacity(indices.count + added.count)
    var next = added[...]
    for index in indices {
      while let first = next.first, inOrder(articles[first], articles[index]) {
        merged.append(first)
        next.removeFirst()
      }
      merged.append(index)
    }
    return merged + next
  }

  /// Shows these rows, and the same row of them selected as before.
  mutating func replaceRows(_ newRows: [Index]) {
    for index in rows { hasRow[index] = false }
    rows = newRows
    rowCounts = Counts()
    for index in rows {
      hasRow[index] = true
      rowCounts.add(digests[index].state)
    }
  }

  /// Shows more rows below the others.
  mutating func append(_ added: [Index]) {
    rows += added
    for index in added {
      hasRow[index] = true
      rowCounts.add(digests[index].state)
    }
  }

  /// Whether articles, which are in order, all come behind the rows.
  func endsBefore(_ added: [Index], inOrder: (Article, Article) -> Bool) -> Bool {
    guard let last = rows.last, let first = added.first else { return false }
    return inOrder(articles[last], articles[first])
  }

  /// Shows these rows. The selected article stays selected and where it is on the screen; where it
  /// is gone, the next one that is left takes its place.
  mutating func show(_ newRows: [Index]) {
    let offset = selection - top
    let (before, selected) = (rows, selectedIndex ?? selectedBefore)
    replaceRows(newRows)
    selectedBefore = newRows.isEmpty ? selected : nil
    defer { top = max(selection - offset, 0) }
    guard let selected else { return selection = 0 }
    if let row = rows.firstIndex(of: selected) { return selection = row }
    let next = before.dropFirst(selection + 1).first(where: shows)
    let neighbour = next ?? before.prefix(selection).last(where: shows)
    selection = neighbour.flatMap { rows.firstIndex(of: $0) } ?? 0
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

/// What views ask of the marks of an article, so small that all of them can be looked through at
/// once.
struct MarkDigest: Hashable, Sendable {
  var state = ReadState.unread
  var isStarred = false
  var mayHaveTags = false
}

extension MarkDigest {
  init(_ marks: Marks) {
    self.init(
      state: marks.state, isStarred: marks.isStarred, mayHaveTags: !marks.tags.isEmpty)
  }
}

extension ArticlePath {
  /// Whether a path is that of the article or of a folder above it.
  fileprivate func isIn(_ other: [UInt8]) -> Bool {
    bytes == other || bytes.starts(with: other + [UInt8(ascii: "/")])
  }
}
