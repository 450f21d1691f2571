import Articles
import Typesetting

/// A text as it is searched: all of it, or of a long one its beginning.
package struct SearchedText: Sendable {
  let beginning: SearchableText
  /// Where the rest begins, which is looked through part by part.
  let rest: Int?

  package init(of document: Document) {
    beginning = SearchableText(of: document)
    rest = document.source.isWhole ? nil : document.source.bytes.count
  }

  /// A text without words.
  package static let empty = SearchedText(beginning: .empty, rest: nil)

  private init(beginning: SearchableText, rest: Int?) {
    (self.beginning, self.rest) = (beginning, rest)
  }

  /// What it takes in memory.
  package var byteCount: Int { beginning.byteCount }
}

/// Where in a text what is looked for stands.
package struct Hit: Sendable {
  /// The absolute byte at which the longest of the phrases stands that stand there.
  package let offset: Int
  /// Which of them it is.
  package let phrase: Int
  let count: Int
  let snippet: Snippet

  fileprivate init(_ place: SearchPlace, in text: SearchableText, from start: Int) {
    offset = start + place.offset
    (phrase, count) = (place.phrase, place.count)
    snippet = Snippet(of: text, at: place)
  }
}

extension Library {
  /// Bytes that are looked through once more with the next part, so that what lies across both is
  /// found, and shown with what stands before it.
  private static let overlap = 4 << 10

  /// A few words of a text around what is looked for: where most of it stands together. Blocks.
  /// - Parameter isWanted: asked before each part of a long text.
  /// - Returns: nil where it is no longer wanted.
  package func snippet(
    of text: SearchedText, _ path: ArticlePath, showing phrases: [SearchPhrase],
    while isWanted: () -> Bool = { true }
  ) -> Snippet? {
    let place = SearchPlace(of: phrases, in: text.beginning)
    let count = place?.count ?? 0
    var hit: Hit?
    if let rest = text.rest, count < phrases.sought {
      // What cannot be read any more shows what is known of it.
      hit = try? self.hit(of: phrases, in: path, from: rest - Library.overlap, while: isWanted)
    }
    guard isWanted() else { return nil }
    if let hit, hit.count > count { return hit.snippet }
    return Snippet(of: text.beginning, at: place)
  }

  /// The first place of a long text at which all phrases stand together, else the first at which
  /// most of them do; nil where there is none, or it is no longer wanted. Blocks.
  /// - Parameters:
  ///   - start: the byte at which it begins.
  ///   - longest: bytes of folded words after which the text is left, as the index leaves it.
  ///   - isWanted: asked before each part.
  /// - Throws: `LibraryError`.
  package func hit(
    of phrases: [SearchPhrase], in path: ArticlePath, from start: Int = 0,
    longest: Int = IndexEntry.longestText, while isWanted: () -> Bool = { true }
  ) throws(LibraryError) -> Hit? {
    var best: Hit?
    var end: [UInt8] = []
    var words = 0
    try readParts(of: path) { part, offset in
      guard isWanted() else {
        best = nil
        return false
      }
      let skipped = min(max(start - offset, 0), part.count)
      let text = SearchableText(end + part[skipped...])
      if let place = SearchPlace(of: phrases, in: text), place.count > best?.count ?? 0 {
        best = Hit(place, in: text, from: offset + skipped - end.count)
      }
      words += text.wordBytes - end.count
      end = Array(part.suffix(Library.overlap))
      return words < longest && best?.count ?? 0 < phrases.sought
    }
    return best
  }
}

extension [SearchPhrase] {
  /// How many of them can stand anywhere.
  fileprivate var sought: Int { count { !$0.words.isEmpty } }
}
