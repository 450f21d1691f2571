import Articles
import Typesetting

// What is asked of the list, and where its rows are on the screen.
extension ArticleList {
  var count: Int { rows.count }

  func index(of path: ArticlePath) -> Index? { indices[path].map(Index.init) }

  func holds(_ path: ArticlePath) -> Bool { index(of: path).map(holds) ?? false }

  var selectedIndex: Index? { rows.indices.contains(selection) ? rows[selection] : nil }

  var selected: Article? { selectedIndex.map { articles[$0] } }

  subscript(path: ArticlePath) -> Article? { index(of: path).map { articles[$0] } }

  subscript(row row: Int) -> Article { articles[rows[row]] }

  /// The articles that the folder holds, in the order in which they were found.
  var present: [Index] { articles.indices.filter(holds) }

  /// The indices of articles, which mostly are asked for in the order in which they were found.
  func indices(of paths: [ArticlePath]) -> [Index?] {
    var next = 0
    return paths.map { path in
      let isNext = articles.indices.contains(next) && articles[next].path == path
      let index = isNext ? next : index(of: path)
      next = (index ?? next) + 1
      return index
    }
  }

  /// The row of an article, or of the copy that is shown in its place.
  func row(of path: ArticlePath) -> Int? {
    guard let index = index(of: path) else { return nil }
    let shown = shows(index) ? index : shownCopy(of: index)
    return shown.flatMap { rows.firstIndex(of: $0) }
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
    articles.indices.allSatisfy {
      !holds($0) || articles[$0].summary != nil || problems[articles[$0].path] != nil
    }
  }

  /// Keeps the selection on a row and on the screen.
  mutating func clamp(rows visible: Int) {
    selection = min(max(selection, 0), max(count - 1, 0))
    let visible = max(visible, 1)
    if selection < top { top = selection }
    if selection >= top + visible { top = selection - visible + 1 }
    top = min(max(top, 0), max(count - visible, 0))
  }

  // MARK: Searching

  /// Those of some articles whose titles a search finds.
  func titled(_ search: TitleSearch, among candidates: ArticleFlags) -> ArticleFlags {
    var found = candidates
    let matches = { (index: Index) in search.matches(title(of: index)) }
    for part in search.parts { found.keep(part, in: columns.titles, orElse: matches) }
    if !search.isPlain { found.keep(where: matches) }
    return found
  }

  // MARK: Copies

  /// How many other articles of the folder have the same text.
  func copyCount(of index: Index) -> Int {
    guard !copies.isAlone(index), let hash = articles[index].summary?.textHash else { return 0 }
    return copies.count(of: hash) - 1
  }

  /// The copy of an article whose row is shown in its place.
  func shownCopy(of index: Index) -> Index? {
    guard !copies.isAlone(index), let hash = articles[index].summary?.textHash,
      let shown = copies.shown(of: hash), shown != index, shows(shown)
    else { return nil }
    return shown
  }

  /// Whether an article without marks has a copy that has been begun: its text is not unread.
  func isCopyOfBegun(_ index: Index) -> Bool {
    guard !copies.isAlone(index), !digests[index].isMarked,
      let best = articles[index].summary?.textHash.flatMap(copies.best)
    else { return false }
    return digests[best].state != .unread
  }

  /// Of articles with the same text one, in their order: the one that is to be kept, else the best.
  func singled(_ indices: [Index], keeping kept: Index?) -> [Index] {
    guard copies.hasDoubles else { return indices }
    var chosen: [UInt64: Index] = [:]
    for index in indices where !copies.isAlone(index) {
      guard let hash = articles[index].summary?.textHash else { continue }
      chosen[hash] = chosen[hash].map { better($0, index, keeping: kept) } ?? index
    }
    return indices.filter { index in
      guard !copies.isAlone(index), let hash = articles[index].summary?.textHash else {
        return true
      }
      return chosen[hash] == index
    }
  }

  /// Which of two copies stands for both: the marked one, else the first by path.
  func better(_ one: Index, _ other: Index, keeping kept: Index? = nil) -> Index {
    if one == kept || other == kept { return one == kept ? one : other }
    let isMarked = digests[one].isMarked
    if isMarked != digests[other].isMarked { return isMarked ? one : other }
    return articles[one].path < articles[other].path ? one : other
  }

  // MARK: Order

  /// Articles with more of them, which are in order, each before the first one that follows it.
  func merged(
    _ added: [Index], into indices: [Index], inOrder: (Article, Article) -> Bool
  ) -> [Index] {
    guard let first = added.first, let last = added.last else { return indices }
    // Mostly they all belong to one place, the beginning or the end say.
    let start = indices.partitionPoint { !inOrder(articles[first], articles[$0]) }
    let end = max(start, indices.partitionPoint { !inOrder(articles[last], articles[$0]) })
    var merged = Array(indices[..<start])
    merged.reserveCapacity(indices.count + added.count)
    var next = added[...]
    for index in indices[start..<end] {
      while let first = next.first, inOrder(articles[first], articles[index]) {
        merged.append(first)
        next.removeFirst()
      }
      merged.append(index)
    }
    return merged + next + indices[end...]
  }

  /// Whether articles, which are in order, all come behind the rows.
  func endsBefore(_ added: [Index], inOrder: (Article, Article) -> Bool) -> Bool {
    guard let last = rows.last, let first = added.first else { return false }
    return inOrder(articles[last], articles[first])
  }
}

extension ArticlePath {
  /// Whether a path is that of the article or of a folder above it.
  func isIn(_ other: [UInt8]) -> Bool {
    bytes == other || bytes.starts(with: other + [UInt8(ascii: "/")])
  }
}
