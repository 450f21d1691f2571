import Articles
import Typesetting

/// A line of text that the user is typing.
struct Prompt: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    /// Titles, in the list.
    case findTitle
    /// Words, in the reading pane.
    case findText
    /// A query that narrows the list.
    case narrow
    /// Tags of the chosen articles.
    case tag
    /// The name of a command.
    case command
  }

  let purpose: Purpose
  var text = ""
  /// The article that was selected when the user began to type.
  let origin: ArticlePath?
  /// Tags that Tab may complete a word to.
  var names: [String] = []
  /// What Tab put there, and which of what it may put there this is.
  private(set) var completion: Completion?
  private(set) var completionNumber = 0
  /// Why the query that is typed cannot be understood.
  var error: QueryError?
  /// A word that is typed can be no tag.
  var isWrong = false

  init(_ purpose: Purpose, origin: ArticlePath?) {
    self.purpose = purpose
    self.origin = origin
  }

  /// More than that would not be looked for by hand.
  private static let mostCharacters = 200

  /// Adds what was typed or pasted, as one line.
  mutating func add(_ typed: String) {
    let line = typed.split(whereSeparator: \.isNewline).joined(separator: " ")
    replace(with: String((text + line).prefix(Prompt.mostCharacters)))
  }

  mutating func deleteLast() { replace(with: String(text.dropLast())) }

  mutating func replace(with newText: String) {
    text = newText
    completion = nil
    isWrong = false
  }

  /// Deletes the last word and the spaces behind it.
  mutating func deleteWord() {
    var rest = text[...]
    while rest.last == " " { rest.removeLast() }
    while let last = rest.last, last != " " { rest.removeLast() }
    replace(with: String(rest))
  }

  /// Puts the next or the previous candidate there.
  /// - Parameter find: what the word may be completed to, where that has not been asked yet.
  mutating func complete(by step: Int, _ find: (Prompt) -> Completion) {
    let known = completion ?? find(self)
    guard !known.candidates.isEmpty else { return }
    completionNumber = completion == nil ? (step > 0 ? 0 : -1) : completionNumber + step
    completion = known
    text = known.line(completionNumber)
  }
}

/// A page that lies over the panes.
enum Overlay: Hashable, Sendable {
  case help(HelpPage)
  /// What is known of the article in the reading pane; `top` is the first line shown.
  case info(top: Int)
  /// Places in the article in the reading pane.
  case places(PlaceList)
  /// Views to choose from.
  case views(ViewPage)
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
