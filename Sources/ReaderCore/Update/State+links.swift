import Screen
import Typesetting

// The links of an article, to go to the place of one of them.
extension State {
  mutating func performOut(_ command: Command) {
    switch command {
    case .links: showLinks()
    default: break
    }
  }

  /// Lists the links; the first one on the page or below it is selected.
  private mutating func showLinks() {
    guard let document = reading.document else { return message = Message(Wording.nothingToSearch) }
    let links = document.links()
    guard !links.isEmpty else { return message = Message(Wording.noLinks) }
    let top = (reading.anchor ?? 0) - document.source.start
    let next = links.firstIndex { $0.source.lowerBound >= top } ?? links.count - 1
    overlay = .links(LinkList(links: links, page: ListPage(selection: next)))
  }

  mutating func pressInLinks(_ key: Key, _ list: LinkList) {
    var list = list
    switch key {
    case .escape, .character("q"), .character("L"): overlay = nil
    case .enter: goTo(list.links[list.page.selection])
    default:
      list.page.move(by: key, count: list.links.count, rows: overlayRows)
      overlay = .links(list)
    }
  }

  private mutating func goTo(_ link: Link) {
    overlay = nil
    if pane == .list { enterReadingPane() }
    goTo(offset: (reading.document?.source.start ?? 0) + link.source.lowerBound)
  }
}
