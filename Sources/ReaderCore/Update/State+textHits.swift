import Articles
import Typesetting

// Searching the texts of the library from the list: asked for as one types, answered later.
extension State {
  /// Asks for the articles whose texts hold what is typed. Those that were found before stay until
  /// the answer is there, so that nothing flickers.
  mutating func searchTexts(_ text: String) {
    guard TypedWords(text).condition != nil else { return view.hits = TextHits() }
    (view.hits.isRefresh, view.hits.isBehind) = (false, false)
    askForHits(text)
  }

  private mutating func askForHits(_ text: String) {
    view.hits.awaited = text
    effects.append(.search(text, among: searchedArticles, page: max(visibleRows, 1)))
  }

  /// The articles among which a search looks; nil is all of them.
  private var searchedArticles: ChosenArticles? {
    guard view.hidesRead || view.narrowing != nil else { return nil }
    return ChosenArticles(narrowed(view.order?.indices ?? list.present), of: list)
  }

  /// Takes the answer, if it is still wanted.
  mutating func foundInTexts(_ text: String, _ outcome: Result<[ArticlePath], LibraryError>) {
    guard view.search != nil, view.hits.awaited == text else { return }
    let isBehind = view.hits.isBehind
    if view.hits.isRefresh { takeMoreHits(outcome) } else { takeHits(outcome) }
    if isBehind { refreshHits() }
  }

  /// Takes what fills the screen while the rest is still looked for; that comes below.
  mutating func foundFirst(_ text: String, _ paths: [ArticlePath]) {
    guard view.search != nil, view.hits.awaited == text, !view.hits.isRefresh else { return }
    let isBehind = view.hits.isBehind
    takeHits(.success(paths))
    (view.hits.awaited, view.hits.isRefresh, view.hits.isBehind) = (text, true, isBehind)
  }

  private mutating func takeHits(_ outcome: Result<[ArticlePath], LibraryError>) {
    let paths = (try? outcome.get()) ?? []
    view.hits = TextHits(paths.compactMap { list.index(of: $0) })
    if case .failure = outcome, indexed == nil { view.hits.isMissing = true }
    let isAtTop = prompt?.purpose == .findTitle && list.selection == 0
    showHits()
    if isAtTop { select(row: 0) }
    searchFiles()
  }

  /// What the index does not know yet is looked through in the files, once for each search.
  private mutating func searchFiles() {
    guard indexed != nil, let text = view.search?.typed?.text else { return }
    effects.append(.searchFiles(text, among: searchedArticles))
  }

  /// Looks through the files where more of them are known than before. The answer that is awaited
  /// has that done anyway.
  mutating func searchMoreFiles() {
    if view.hits.awaited == nil || view.hits.isRefresh { searchFiles() }
  }

  /// Shows what was found in files, below what was found before.
  mutating func foundInFiles(_ text: String, _ paths: [ArticlePath]) {
    guard view.search?.typed?.text == text, view.hits.awaited == nil || view.hits.isRefresh else {
      return
    }
    let found = paths.compactMap { list.index(of: $0) }
    let known = view.hits.sorted(Array(view.hits.indices))
    view.hits.replace(by: known + found.filter { !view.hits.contains($0) })
    addRows(found)
  }

  // MARK: An index that grows

  /// Notes how far the index is. What is looked for meanwhile may stand in what it knows now.
  mutating func indexed(_ done: Int, of total: Int) {
    let wasComplete = indexed == nil
    indexed = done < total ? Double(done) / Double(total) : nil
    refreshHits()
    if wasComplete { searchMoreFiles() }
    guard done == total else { return }
    lookUpAgain()
    if view.orderSort.needsSummaries, list.isDescribed { sortRows() }
  }

  /// Asks again, one question at a time.
  private mutating func refreshHits() {
    guard let text = view.search?.typed?.text, TypedWords(text).condition != nil else { return }
    guard view.hits.awaited == nil else { return view.hits.isBehind = true }
    (view.hits.isRefresh, view.hits.isBehind) = (true, false)
    askForHits(text)
  }

  /// Shows what is found besides. What was found before stays, even if the answer has no room for it.
  private mutating func takeMoreHits(_ outcome: Result<[ArticlePath], LibraryError>) {
    guard case .success(let paths) = outcome else {
      return (view.hits.awaited, view.hits.isRefresh, view.hits.isBehind) = (nil, false, false)
    }
    let found = paths.compactMap { list.index(of: $0) }
    let known = list.flags(found)
    let others = view.hits.indices.filter { list.shows($0) && !known[$0] }
    view.hits = TextHits(found + view.hits.sorted(others))
    addRows(found)
  }

  /// Whether the first answer to the latest search is still to come, or that to the words of the views.
  package var awaitsHits: Bool {
    if case .views(let views) = overlay, views.awaited != nil { return true }
    let isFirstAwaited = view.hits.awaited != nil && !view.hits.isRefresh
    return isFirstAwaited || view.narrowing?.isAwaited ?? false
  }

  // MARK: Opening

  /// The article is entered because of its text: there the search goes on.
  mutating func seekHit() {
    guard view.search?.typed != nil, let index = list.selectedIndex, view.hits.contains(index)
    else { return }
    seeking = list.articles[index].path
  }

  /// Goes to the first match of the search by which the article was found, once its page is there.
  mutating func settleSeeking() {
    guard let path = seeking else { return }
    guard path == reading.wanted, let search = view.search?.typed else { return seeking = nil }
    guard reading.path == path, let galley = reading.galley else { return }
    seeking = nil
    let phrases = State.sought(search.text)
    let wanted = [phrases.joined(separator: " ")] + phrases.sorted { $0.count > $1.count }
    let found = wanted.first { !galley.matches(of: $0).isEmpty }
    // Of a long text only its beginning, with all that was typed, is sure to be the first place.
    let isFirst = !reading.isPart || reading.document?.source.start == 0 && found == wanted[0]
    if let found, isFirst { return searchText(found, from: nil) }
    guard reading.isPart, let longest = wanted.dropFirst().first else { return }
    seekHit(in: path, showing: search.text, longest: longest)
  }

  /// The words and phrases of a search, as they are looked for in an article.
  private static func sought(_ typed: String) -> [String] {
    TypedWords(typed).phrases.map { $0.text.lowercased() }
  }

  private mutating func seekHit(in path: ArticlePath, showing typed: String, longest: String) {
    reading.search = TextSearch(
      text: longest, matches: reading.galley?.matches(of: longest) ?? [], origin: nil,
      seek: TextSearch.Seek(start: 0, isForward: true))
    message = Message(Wording.seeking)
    effects.append(.seekHit(path, showing: typed))
  }

  /// Goes to the place by which a long text was found, if that is still looked for.
  mutating func hitSought(
    _ path: ArticlePath, _ typed: String, _ outcome: Result<TextHit?, LibraryError>
  ) {
    guard path == reading.path, let search = reading.search, search.seek != nil,
      view.search?.typed?.text == typed
    else { return }
    guard case .success(let hit?) = outcome else {
      return sought(path, search.text, outcome.map { _ in nil })
    }
    message = nil
    let phrases = State.sought(typed)
    let text = phrases.indices.contains(hit.phrase) ? phrases[hit.phrase] : search.text
    reading.search = TextSearch(text: text, matches: [], origin: nil)
    goTo(offset: hit.offset)
    if reading.awaitedOffset == nil { refreshSearch() }
  }
}
