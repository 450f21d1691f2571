import Articles
import Typesetting

/// What the index keeps of one version of an article.
package struct IndexEntry: Sendable {
  package let path: ArticlePath
  package let version: UInt64
  package let summary: Summary
  /// Folded words with a space between any two: `SearchWords`.
  let title: [UInt8]
  let text: [UInt8]
  /// The lines that stand alone: `RecurringLines`.
  let lines: Set<UInt64>

  /// A text is searched as far as so many bytes of folded words: the database takes them as one
  /// value, and what a long text takes while it is indexed is to stay small.
  package static let longestText = 8 << 20

  package var byteCount: Int { title.count + text.count }

  package var titleWords: [[UInt8]] { IndexEntry.words(title) }
  package var textWords: [[UInt8]] { IndexEntry.words(text) }

  private static func words(_ line: [UInt8]) -> [[UInt8]] {
    line.split(separator: UInt8(ascii: " ")).map(Array.init)
  }
}

extension Library {
  /// Reads an article for the index: what the list shows of it, and its words without furniture.
  /// Blocks.
  /// - Parameter longest: bytes of folded words after which a long text is left.
  /// - Throws: `LibraryError`.
  package func indexEntry(
    _ article: Article, longest: Int = IndexEntry.longestText
  ) throws(LibraryError) -> IndexEntry {
    var (summary, document) = try described(article.path)
    let words = SearchWords()
    var title: [UInt8] = []
    words.append(
      summary.title.isEmpty ? Array(article.path.name) : Array(summary.title.utf8), to: &title)
    var text: [UInt8] = []
    if document.source.bytes.count < document.source.total {
      // A text too long to be analysed as a whole goes in as it stands.
      text.reserveCapacity(min(document.source.total, longest + Library.longestOpenedWhole))
      try readParts(of: article.path) { part, _ in
        words.append(part, to: &text)
        return text.count < longest
      }
    } else {
      text.reserveCapacity(document.source.bytes.count)
      for block in document.blocks where block.kind != .furniture {
        words.append(document.text(of: block).bytes, to: &text)
      }
      summary = summary.with(textHash: Fingerprint.ofWords(text))
    }
    return IndexEntry(
      path: article.path, version: article.version, summary: summary, title: title, text: text,
      lines: RecurringLines.hashes(of: document, in: article.path))
  }
}
