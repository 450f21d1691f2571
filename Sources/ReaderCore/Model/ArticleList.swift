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
  private(set) var indices: [ArticlePath: Int32] = [:]
  /// The scan in which an article was last seen; 0 once the folder holds it no longer.
  private var lastSeen: [Int32] = []
  private var scan: Int32 = 1
  /// What could not be read of an article.
  private(set) var problems: [ArticlePath: LibraryError] = [:]

  /// The view: indices of articles, in its order.
  private(set) var rows: [Index] = []
  /// The articles of the rows that the folder holds.
  private(set) var rowCounts = Counts()
  /// What views ask of the marks of each article.
  private(set) var digests: [MarkDigest] = []
  /// What views ask of the texts of each article.
  private(set) var columns = ArticleColumns()
  /// Which articles have the same text.
  private(set) var copies = TextCopies()
  /// The texts of which articles have come or gone, or have other marks, and are to be counted anew.
  private var unsettled: Set<UInt64> = []
  /// The texts of which the copy that stood for them is gone, or the one that was shown.
  private var vacated: Set<UInt64> = []
  private var hasRow: [Bool] = []
  /// The selected row.
  var selection = 0
  /// The first row on the screen.
  var top = 0
  /// The article that was selected before the view was empty.
  private var selectedBefore: Index?
  /// Where the selection of several rows began.
  var anchor: Index?

  /// Articles that the folder holds, whether the view shows them or not.
  private(set) var presentCount = 0
  /// The same, counting what has the same text once.
  private(set) var counts = Counts()

  // MARK: What the folder holds

  /// Makes room for as many articles as are likely to be found.
  mutating func reserve(_ count: Int) {
    articles.reserveCapacity(count)
    indices.reserveCapacity(count)
  }

  /// Takes in some articles; returns the indices of those that were not there before.
  mutating func take(_ found: [Article]) -> [Index] {
    var new: [Index] = []
    for article in found {
      let index = add(article)
      update(index, with: article)
      if lastSeen[index] == 0 {
        new.append(index)
        enter(index)
      }
      lastSeen[index] = scan
    }
    settleTexts()
    return new
  }

  /// The index of an article, which has one from now on.
  private mutating func add(_ article: Article) -> Index {
    let new = Int32(articles.count)
    // An entry that is made where it is missing is looked up once.
    let index = { (entry: inout Int32) in entry }(&indices[article.path, default: new])
    if index == new {
      articles.append(article)
      lastSeen.append(0)
      digests.append(MarkDigest())
      hasRow.append(false)
    }
    return Index(index)
  }

  /// What was said of a text stays until its new version has been read, but for what tells whether
  /// it is the same as another one.
  private mutating func update(_ index: Index, with article: Article) {
    let known = articles[index]
    guard known.bytes != article.bytes || known.modified != article.modified else { return }
    articles[index].bytes = article.bytes
    articles[index].modified = article.modified
    leaveText(index)
    articles[index].summary = known.summary?.withoutContent
  }

  private mutating func enter(_ index: Index) {
    lastSeen[index] = scan
    presentCount += 1
    counts.add(digests[index].state)
    if hasRow[index] { rowCounts.add(digests[index].state) }
    joinText(index)
  }

  /// Notes the marks of an article, as often as they change.
  mutating func note(_ marks: Marks, of index: Index) {
    set(MarkDigest(marks), of: index)
    settleTexts()
  }

  /// Notes the marks of all articles.
  mutating func noteAll(_ marks: (ArticlePath) -> Marks) {
    for index in articles.indices { set(MarkDigest(marks(articles[index].path)), of: index) }
    settleTexts()
  }

  private mutating func set(_ digest: MarkDigest, of index: Index) {
    guard digest != digests[index] else { return }
    let isAlone = copies.isAlone(index)
    if !isAlone, let hash = articles[index].summary?.textHash { unsettle(hash) }
    if holds(index), isAlone { counts.replace(digests[index].state, by: digest.state) }
    if holds(index), hasRow[index] { rowCounts.replace(digests[index].state, by: digest.state) }
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
    let gone = paths.compactMap(index).filter(holds)
    drop(gone, keeping: kept)
    return gone.count
  }

  private mutating func drop(_ gone: [Index], keeping kept: Index?) {
    guard !gone.isEmpty else { return }
    for index in gone {
      leaveText(index)
      counts.remove(digests[index].state)
      lastSeen[index] = 0
    }
    presentCount -= gone.count
    settleTexts()
    show(rows.filter { holds($0) || $0 == kept })
  }

  /// Whether the folder holds an article.
  func holds(_ index: Index) -> Bool { lastSeen[index] != 0 }

  /// Takes what was learned of articles; returns those whose rows show the same as others.
  mutating func describe(
    _ descriptions: [(index: Index, description: Description)], keeping kept: Index?
  ) -> [Index] {
    for (index, description) in descriptions {
      switch description.outcome {
      case .success(let summary):
        describe(index, summary)
        if !problems.isEmpty { problems[description.path] = nil }
      case .failure(let error): problems[description.path] = error
      }
    }
    return settleTexts(keeping: kept)
  }

  private mutating func describe(_ index: Index, _ summary: Summary) {
    columns.take(summary, before: articles[index].summary, at: index)
    let isOther = articles[index].summary?.textHash != summary.textHash
    if isOther { leaveText(index) }
    articles[index].summary = summary
    if isOther { joinText(index) }
  }

  // MARK: The same texts

  /// Counts an article of the folder with those of its text, if that is known.
  private mutating func joinText(_ index: Index) {
    guard holds(index), let hash = articles[index].summary?.textHash else { return }
    if copies.count(of: hash) > 0 || unsettled.contains(hash) {
      unsettle(hash)
      counts.remove(digests[index].state)
    }
    copies.add(index, to: hash)
  }

  /// Counts an article of the folder by itself.
  private mutating func leaveText(_ index: Index) {
    guard holds(index), let hash = articles[index].summary?.textHash else { return }
    unsettle(hash)
    counts.add(digests[index].state)
    let stoodForIt = hasRow[index] || copies.best(of: hash) == index
    copies.remove(index, from: hash)
    if stoodForIt, copies.count(of: hash) > 0 { vacated.insert(hash) }
  }

  private mutating func unsettle(_ hash: UInt64) {
    guard unsettled.insert(hash).inserted, let best = copies.best(of: hash) else { return }
    counts.remove(digests[best].state)
  }

  /// Finds which copy stands for each text that has changed, and counts it.
  /// - Returns: the articles whose rows show the same as others.
  @discardableResult
  private mutating func settleTexts(keeping kept: Index? = nil) -> [Index] {
    var surplus: [Index] = []
    for hash in unsettled {
      let articles = copies.articles(with: hash)
      guard let first = articles.first else { continue }
      let best = articles.reduce(first) { better($0, $1) }
      copies.setBest(best, of: hash)
      counts.add(digests[best].state)
      let rows = articles.filter { hasRow[$0] }
      guard let row = rows.first else { continue }
      let shown = rows.reduce(row) { better($0, $1, keeping: kept) }
      copies.setShown(shown, of: hash)
      surplus += rows.filter { $0 != shown }
    }
    unsettled = []
    return surplus
  }

  /// The articles of texts that lost the copy that stood for them, where none of them has a row.
  mutating func takeVacated() -> [Index] {
    defer { vacated = [] }
    return vacated.flatMap { hash in
      copies.shown(of: hash).map(shows) ?? true ? [] : copies.articles(with: hash)
    }
  }

  /// Takes rows away, as far as the selected row stays where it is among the visible ones.
  mutating func hide(_ surplus: [Index], visible: Int) {
    for index in surplus { hasRow[index] = false }
    let hidden = rows.indices.filter { !hasRow[rows[$0]] }
    let above = hidden.prefix { $0 < selection }
    let below = hidden[above.count...].drop { $0 == selection }
    let first = above.suffix(top)
    let isTop = first.count == top
    let last = isTop ? below : below.suffix(max(count - visible - top, 0))
    for row in hidden { hasRow[rows[row]] = true }
    for index in (first + last).map({ rows[$0] }) {
      hasRow[index] = false
      rowCounts.remove(digests[index].state)
    }
    rows = rows.filter { hasRow[$0] }
    selection -= first.count
    top -= first.count
  }

  // MARK: What the view shows

  /// Whether the view shows an article.
  func shows(_ index: Index) -> Bool { hasRow[index] }

  /// Shows these rows, and the same row of them selected as before.
  mutating func replaceRows(_ newRows: [Index]) {
    for index in rows { hasRow[index] = false }
    rows = newRows
    rowCounts = Counts()
    for index in rows { count(index) }
  }

  private mutating func count(_ index: Index) {
    hasRow[index] = true
    if holds(index) { rowCounts.add(digests[index].state) }
    if !copies.isAlone(index), let hash = articles[index].summary?.textHash {
      copies.setShown(index, of: hash)
    }
  }

  /// Shows more rows below the others.
  mutating func append(_ added: [Index]) {
    rows += added
    for index in added { count(index) }
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
}
