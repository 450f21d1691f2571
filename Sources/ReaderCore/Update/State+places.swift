import Articles
import Screen
import Typesetting

// Lists of places in an article, to go to one of them: its headings, its links.
extension State {
  mutating func performOut(_ command: Command) {
    switch command {
    case .links: showLinks()
    case .commandLine: beginCommand()
    default: break
    }
  }

  /// Lists the headings. Of a long text only a part is there: the rest has to be read first.
  mutating func showContents() {
    guard let document = reading.document, reading.galley != nil else {
      return message = Message(Wording.nothingToSearch)
    }
    guard reading.isPart, let path = reading.path else { return show(document.headings()) }
    listing = path
    effects.append(.listHeadings(path))
    message = Message(Wording.listing)
  }

  /// Shows the headings of a long text, if nothing else was done since they were asked for.
  mutating func headingsListed(
    _ path: ArticlePath, _ outcome: Result<[Heading], LibraryError>
  ) {
    guard path == listing, path == reading.path else { return }
    listing = nil
    message = nil
    switch outcome {
    case .success(let headings): show(headings)
    case .failure(let error): message = Message(Wording.failure(error), .error)
    }
  }

  /// The section at the top of the page is selected.
  private mutating func show(_ headings: [Heading]) {
    guard !headings.isEmpty else { return message = Message(Wording.noHeadings) }
    let anchor = reading.anchor ?? 0
    let current = headings.lastIndex { $0.offset <= anchor } ?? 0
    overlay = .places(PlaceList(.headings(headings), page: ListPage(selection: current)))
  }

  /// Lists the links; the first one on the page or below it is selected.
  private mutating func showLinks() {
    guard let document = reading.document else { return message = Message(Wording.nothingToSearch) }
    let links = document.links()
    guard !links.isEmpty else { return message = Message(Wording.noLinks) }
    let top = (reading.anchor ?? 0) - document.source.start
    let next = links.firstIndex { $0.source.lowerBound >= top } ?? links.count - 1
    overlay = .places(PlaceList(.links(links), page: ListPage(selection: next)))
  }

  mutating func pressInPlaces(_ key: Key, _ list: PlaceList) {
    var list = list
    switch key {
    case .escape, .character("q"), list.items.key: overlay = nil
    case .enter: goTo(offset: list.items, row: list.page.selection)
    default:
      list.page.move(by: key, count: list.items.count, rows: overlayRows)
      overlay = .places(list)
    }
  }

  private mutating func goTo(offset items: PlaceList.Items, row: Int) {
    overlay = nil
    if pane == .list { enterReadingPane() }
    switch items {
    case .headings(let headings): goTo(offset: headings[row].offset)
    case .links(let links):
      goTo(offset: (reading.document?.source.start ?? 0) + links[row].source.lowerBound)
    }
  }
}

extension PlaceList.Items {
  /// The key that shows the list also closes it.
  fileprivate var key: Key {
    switch self {
    case .headings: .character("T")
    case .links: .character("L")
    }
  }
}
