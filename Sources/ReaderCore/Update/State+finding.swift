import Articles
import Screen
import Typesetting

// Searching, hiding and sorting.
extension State {
  mutating func performFind(_ command: Command) {
    switch command {
    case .find: beginSearch()
    case .endFind: endSearch()
    case .toggleHideRead: toggleHideRead()
    case .contents: listPlaces(.headings)
    case .sortByPath: sort(by: .path)
    case .sortByTitle: sort(by: .title)
    case .sortByDate: sort(by: .date)
    case .sortByLength: sort(by: .length)
    case .sortByProgress: sort(by: .progress)
    case .sortByAdded: sort(by: .added)
    case .sortByRank: sortByRank()
    case .narrow: beginNarrowing()
    case .views: showViews()
    case .articlesWithWord: findArticlesWithWord()
    case .related: findRelated()
    case .reverseSort: reverseSort()
    default: break
    }
  }

  // MARK: The list

  private mutating func toggleHideRead() {
    view.hidesRead.toggle()
    applyView()
    message = Message(Wording.hidesRead(view.hidesRead))
  }

  /// The order of what a search found is one of its own.
  private mutating func set(_ sort: Sort) {
    if view.search == nil { view.sort = sort } else { view.searchSort = sort }
    sortRows()
    message = Message(Wording.sort(sort))
  }

  private mutating func sort(by key: Sort.Key) { set(Sort(key: key)) }

  private mutating func sortByRank() {
    guard view.search != nil || view.narrowing.hasWords else {
      return message = Message(Wording.noRank)
    }
    set(Sort(key: .rank))
  }

  private mutating func reverseSort() {
    var sort = view.search == nil ? view.sort : view.searchSort
    sort.isReversed.toggle()
    set(sort)
  }

  /// Searches the list: what is asked of texts is on its way while titles are looked at.
  mutating func searchList(_ text: String, from origin: ArticlePath?) {
    searchTitles()
    let search = TitleSearch(text)
    let isNarrower = view.search?.typed.map(search.narrows) ?? false
    unfinished = Unfinished(isNarrower: isNarrower, origin: text.isEmpty ? origin : nil)
    view.search = .words(search)
    searchTexts(text)
  }

  /// Does what a search of the list has left for later: chooses the rows by their titles.
  mutating func searchTitles() {
    guard let rest = unfinished, let search = view.search?.typed else { return }
    unfinished = nil
    view.titled = list.titled(search, among: rest.isNarrower ? view.titled : list.everyFlag)
    if rest.isNarrower { narrowRows() } else { applyView() }
    select(row: rest.origin.flatMap { list.row(of: $0) } ?? 0)
  }

  /// Looks again at titles that have become known.
  mutating func searchTitles(of indices: [ArticleList.Index]) {
    guard let search = view.search?.typed else { return }
    let found = list.titled(search, among: list.flags(indices))
    view.titled.remove(indices)
    view.titled.insert(indices.filter { found[$0] })
  }

  mutating func beginListSearch() {
    prompt = Prompt(.findTitle, origin: list.selected?.path)
    view.searchSort = Sort(key: .rank)
    searchList("", from: prompt?.origin)
  }

  // MARK: The prompt

  private mutating func beginSearch() {
    switch pane {
    case .list: beginListSearch()
    case .reading:
      guard reading.galley != nil else { return message = Message(Wording.nothingToSearch) }
      prompt = Prompt(.findText, origin: reading.path)
      reading.search = nil
    }
  }

  /// Ends what `Esc` ends in this pane: the selection of rows, then the search.
  mutating func endSearch() {
    if list.anchor != nil { return list.anchor = nil }
    if pane == .reading, reading.search != nil { return reading.search = nil }
    guard pane == .list, view.search != nil else { return }
    leaveSearch()
    applyView()
  }

  /// Without choosing the rows anew.
  mutating func leaveSearch() {
    view.search = nil
    view.titled = ArticleFlags()
    view.hits = TextHits()
    view.context = HitContext()
    view.searchSort = Sort(key: .rank)
  }

  // MARK: The article

  mutating func searchText(_ text: String, from origin: Int?) {
    let matches = reading.galley?.matches(of: text) ?? []
    goBack(to: origin)
    reading.search = TextSearch(
      text: text, matches: matches, current: firstMatch(of: matches), origin: origin)
    showMatch()
  }

  /// The first match from the top of the page on; below it there is none, the first of all.
  private mutating func firstMatch(of matches: [Match]) -> Int? {
    let top = reading.top
    let next = reading.withGalley { $0.firstMatch(of: matches, from: top) } ?? nil
    return next ?? matches.indices.first
  }

  /// After the galley was set anew, the matches are found again; the current one stays so.
  mutating func refreshSearch() {
    guard let search = reading.search, let galley = reading.galley else { return }
    let matches = galley.matches(of: search.text)
    let current = search.currentMatch.flatMap { matches.firstIndex(of: $0) }
    reading.search = TextSearch(
      text: search.text, matches: matches, current: current ?? firstMatch(of: matches),
      origin: search.origin, seek: search.seek)
  }

  mutating func goBack(to origin: Int?) {
    jump { galley, _ in origin.map { galley.place(at: $0) } ?? galley.start }
  }

  /// Goes to a match that is so many further; false where no search is shown.
  mutating func goToMatch(by count: Int) -> Bool {
    switch pane {
    case .list:
      guard view.search != nil else { return false }
      let row = list.selection + count
      if !list.rows.indices.contains(row) { message = Message(Wording.noFurtherMatch) }
      select(row: row)
    case .reading:
      guard let search = reading.search else { return false }
      let isThere = search.current.map { search.matches.indices.contains($0 + count) } ?? false
      if reading.isPart, !isThere {
        seek(isForward: count > 0)
        return true
      }
      guard let current = search.current else {
        message = Message(Wording.notFound(search.text))
        return true
      }
      goToMatch(current + count, of: search.matches.count)
    }
    return true
  }

  /// Beyond the last match comes the first one.
  private mutating func goToMatch(_ index: Int, of total: Int) {
    let wrapped = (index % total + total) % total
    if wrapped != index { message = Message(Wording.wrapped(isForward: index > 0)) }
    reading.search?.current = wrapped
    showMatch()
  }

  /// Brings the match on the page; with a third of the page above it if it was not there.
  private mutating func showMatch() {
    guard let match = reading.search?.currentMatch else { return }
    let shown = Set(reading.lines.prefix(pageRows).map(\.place))
    let rows = pageRows
    jump { galley, top in
      let place = galley.place(of: match)
      return shown.contains(place) ? top : galley.moved(place, by: -rows / 3)
    }
  }
}
