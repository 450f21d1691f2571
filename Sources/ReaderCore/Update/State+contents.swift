import Screen
import Typesetting

// The contents: the headings of an article, to go to one of them.
extension State {
  /// Lists the headings; the section at the top of the page is selected.
  mutating func showContents() {
    guard let galley = reading.galley else { return message = Message(Wording.nothingToSearch) }
    let headings = galley.headings()
    guard !headings.isEmpty else { return message = Message(Wording.noHeadings) }
    let anchor = reading.anchor ?? 0
    let current = headings.lastIndex { $0.offset <= anchor } ?? 0
    overlay = .contents(Contents(headings: headings, page: ListPage(selection: current)))
  }

  mutating func pressInContents(_ key: Key, _ contents: Contents) {
    var contents = contents
    switch key {
    case .escape, .character("q"), .character("T"): overlay = nil
    case .enter: goTo(contents.headings[contents.page.selection])
    default:
      contents.page.move(by: key, count: contents.headings.count, rows: overlayRows)
      overlay = .contents(contents)
    }
  }

  private mutating func goTo(_ heading: Heading) {
    overlay = nil
    if pane == .list { enterReadingPane() }
    goTo(offset: heading.offset)
  }
}
