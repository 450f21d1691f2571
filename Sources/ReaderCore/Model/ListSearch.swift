import Articles
import Typesetting

/// What the list is searched for.
enum ListSearch: Sendable {
  /// Words that are typed.
  case words(TitleSearch)
  /// Articles like the one with this path and title.
  case related(ArticlePath, title: String)

  /// What was typed, if anything was.
  var typed: TitleSearch? {
    if case .words(let words) = self { words } else { nil }
  }
}

/// A search of titles as it is typed: every word must stand in the title, case and accents aside, and
/// every phrase, whatever stands between its words.
struct TitleSearch: Sendable {
  let text: String
  /// The words, and the phrases between quotation marks.
  let parts: [String]
  private let words: [Needle]

  init(_ text: String) {
    self.text = text
    parts = TypedWords(text).phrases.map(\.text)
    words = parts.compactMap { Needle($0) }
  }

  /// Whether there is nothing to look for.
  var isEmpty: Bool { words.isEmpty }

  /// Whether folded words tell all: nothing but small letters, digits and spaces is typed.
  var isPlain: Bool {
    parts.allSatisfy {
      $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x20 }
    }
  }

  func matches(_ title: String) -> Bool { words.allSatisfy { $0.occurs(in: title) } }

  /// Whether every title that matches this also matches `other`, so that only those need a look.
  /// A capital letter asks for more than the small one, so it narrows a search as well; a quotation
  /// mark may ask for less.
  func narrows(_ other: TitleSearch) -> Bool {
    if parts == other.parts { return true }
    return text.hasPrefix(other.text) && !text.dropFirst(other.text.count).contains("\"")
  }
}
