import Articles
import Screen
import Typesetting

// The pages that lie over the panes.
extension State {
  mutating func pressInOverlay(_ key: Key) {
    switch overlay {
    case .help(let page): pressInHelp(key, page)
    case .info(let top): pressInInfo(key, top: top)
    case .places(let list): pressInPlaces(key, list)
    case .views(let views): pressInViews(key, views)
    case nil: break
    }
  }

  /// Letters search the page; before the first one, those that move and close it do that.
  private mutating func pressInHelp(_ key: Key, _ page: HelpPage) {
    var page = page
    if let step = scrollStep(for: key, isTyping: page.isTyping) {
      page.top = min(max(page.top + step, 0), max(helpLines(page).count - overlayRows, 0))
      overlay = .help(page)
      return
    }
    switch key {
    case .escape where page.isTyping: page = HelpPage(pane: page.pane)
    case .escape, .enter, .function(1): return overlay = nil
    case .character("q") where !page.isTyping: return overlay = nil
    case .character("?") where !page.isTyping: return overlay = nil
    case .character("/") where !page.isTyping: page.isTyping = true
    case .backspace where page.filter.isEmpty: page.isTyping = false
    case .backspace: page.filter.removeLast()
    case .character(let scalar):
      page.isTyping = true
      page.filter.unicodeScalars.append(scalar)
      page.top = 0
    default: return
    }
    overlay = .help(page)
  }

  /// Shows what is known of the text; the lines of a long one are counted meanwhile.
  mutating func showInfo() {
    guard let path = reading.path else { return }
    overlay = .info(top: 0)
    guard reading.isPart, let start = reading.document?.source.start,
      reading.lineCount?.offset != start
    else { return }
    effects.append(.countLines(path, before: start))
  }

  mutating func linesCounted(
    _ path: ArticlePath, _ outcome: Result<LineCount?, LibraryError>
  ) {
    guard path == reading.path else { return }
    switch outcome {
    case .success(let count): reading.lineCount = count
    case .failure(let error): message = Message(Wording.failure(error), .error)
    }
  }

  private mutating func pressInInfo(_ key: Key, top: Int) {
    guard let step = scrollStep(for: key, isTyping: false) else { return overlay = nil }
    overlay = .info(top: min(max(top + step, 0), max(infoLines.count - overlayRows, 0)))
  }

  /// More lines than any overlay has.
  private static let farthest = 1 << 30

  /// Lines by which a key moves an overlay.
  private func scrollStep(for key: Key, isTyping: Bool) -> Int? {
    switch key {
    case .down: 1
    case .up: -1
    case .pageDown, .control("f"): overlayRows
    case .pageUp, .control("b"): -overlayRows
    case .home: -State.farthest
    case .end: State.farthest
    case .character("G") where !isTyping: State.farthest
    case .character("j") where !isTyping: 1
    case .character("k") where !isTyping: -1
    case .character(" ") where !isTyping: overlayRows
    default: nil
    }
  }

  /// Rows of an overlay that scroll: all but its title and the bottom line.
  var overlayRows: Int { max(size.rows - 3, 1) }
}
