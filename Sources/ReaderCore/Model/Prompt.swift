import Articles
import Typesetting

/// A line of text that the user is typing.
struct Prompt: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    /// Titles, in the list.
    case findTitle
    /// Words, in the reading pane.
    case findText
  }

  let purpose: Purpose
  var text = ""
  /// The article that was selected when the user began to type.
  let origin: ArticlePath?

  init(_ purpose: Purpose, origin: ArticlePath?) {
    self.purpose = purpose
    self.origin = origin
  }

  /// More than that would not be looked for by hand.
  private static let mostCharacters = 200

  /// Adds what was typed or pasted, as one line.
  mutating func add(_ typed: String) {
    let line = typed.split(whereSeparator: \.isNewline).joined(separator: " ")
    text = String((text + line).prefix(Prompt.mostCharacters))
  }

  mutating func deleteLast() {
    if !text.isEmpty { text.removeLast() }
  }

  /// Deletes the last word and the spaces behind it.
  mutating func deleteWord() {
    while text.last == " " { text.removeLast() }
    while let last = text.last, last != " " { text.removeLast() }
  }
}

/// A page that lies over the panes.
enum Overlay: Hashable, Sendable {
  case help(HelpPage)
  /// What is known of the article in the reading pane; `top` is the first line shown.
  case info(top: Int)
  /// Places in the article in the reading pane.
  case places(PlaceList)
}

/// A list of places in an article, one of them selected.
struct PlaceList: Hashable, Sendable {
  enum Items: Hashable, Sendable {
    case headings([Heading])
    case links([Link])

    var count: Int {
      switch self {
      case .headings(let headings): headings.count
      case .links(let links): links.count
      }
    }
  }

  let items: Items
  var page: ListPage

  init(_ items: Items, page: ListPage) {
    self.items = items
    self.page = page
  }
}

/// The keys of a pane.
struct HelpPage: Hashable, Sendable {
  let pane: PaneName
  /// Only rows that contain it are shown.
  var filter = ""
  /// Whether every letter is for the filter.
  var isTyping = false
  var top = 0

  init(pane: PaneName) { self.pane = pane }
}
