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

  package var titleWords: [[UInt8]] { IndexEntry.words(title) }
  package var textWords: [[UInt8]] { IndexEntry.words(text) }

  private static func words(_ line: [UInt8]) -> [[UInt8]] {
    line.split(separator: UInt8(ascii: " ")).map(Array.init)
  }
}

extension Library {
  /// Reads an article for the index: what the list shows of it, and its words without furniture.
  /// Blocks.
  /// - Throws: `LibraryError`.
  package func indexEntry(_ article: Article) throws(LibraryError) -> IndexEntry {
    var (summary, document) = try described(article.path)
    let words = SearchWords()
    var title: [UInt8] = []
    words.append(
      summary.title.isEmpty ? Array(article.path.name) : Array(summary.title.utf8), to: &title)
    var text: [UInt8] = []
    if document.source.bytes.count < document.source.total {
      // A text too long to be analysed as a whole goes in as it stands.
      words.append(try beginning(article.path), to: &text)
    } else {
      text.reserveCapacity(document.source.bytes.count)
      for block in document.blocks where block.kind != .furniture {
        words.append(document.text(of: block).bytes, to: &text)
      }
      summary.textHash = Fingerprint.ofWords(text)
    }
    return IndexEntry(
      path: article.path, version: article.version, summary: summary, title: title, text: text,
      lines: RecurringLines.hashes(of: document, in: article.path))
  }

  /// Of a long text only the beginning is searched: what it takes to read it is to stay small.
  private func beginning(_ path: ArticlePath) throws(LibraryError) -> [UInt8] {
    Source(try read(path, from: 0, count: Library.longestOpenedWhole).bytes).bytes
  }
}
