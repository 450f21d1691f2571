import Articles
import Screen
import Typesetting

// Lists of places in an article, to go to one of them: its headings, its links.
extension State {
  mutating func performOut(_ command: Command) {
    switch command {
    case .links: listPlaces(.links)
    case .commandLine: beginCommand()
    default: break
    }
  }

  /// Of a long text only a part is there: the rest has to be read first.
  mutating func listPlaces(_ kind: Places.Kind) {
    guard let document = reading.document, reading.galley != nil else {
      return message = Message(Wording.nothingToSearch)
    }
    guard reading.isPart, let path = reading.path else { return show(Places(kind, of: document)) }
    listing = path
    effects.append(.list(kind, path))
    message = Message(Wording.listing(kind))
  }

  /// Shows the places of a long text, if nothing else was done since they were asked for.
  mutating func placesListed(_ path: ArticlePath, _ outcome: Result<Places, LibraryError>) {
    guard path == listing, path == reading.path else { return }
    listing = nil
    message = nil
    switch outcome {
    case .success(let places): show(places)
    case .failure(let error): message = Message(Wording.failure(error), .error)
    }
  }

  /// Selects the section at the top of the page, or the first link on the page or below it.
  private mutating func show(_ places: Places) {
    let offsets = places.offsets
    guard !offsets.isEmpty else { return message = Message(Wording.none(places.kind)) }
    let anchor = reading.anchor ?? 0
    let selection =
      switch places.kind {
      case .headings: offsets.lastIndex { $0 <= anchor } ?? 0
      case .links: offsets.firstIndex { $0 >= anchor } ?? offsets.count - 1
      }
    overlay = .places(PlaceList(places: places, page: ListPage(selection: selection)))
  }

  mutating func pressInPlaces(_ key: Key, _ list: PlaceList) {
    var list = list
    switch key {
    case .escape, .character("q"), list.places.key: overlay = nil
    case .enter:
      overlay = nil
      if pane == .list { enterReadingPane() }
      goTo(offset: list.places.offsets[list.page.selection])
    default:
      list.page.move(by: key, count: list.places.count, rows: overlayRows)
      overlay = .places(list)
    }
  }
}

extension Places {
  /// The key that shows the list also closes it.
  fileprivate var key: Key {
    switch self {
    case .headings: .character("T")
    case .links: .character("L")
    }
  }
}
