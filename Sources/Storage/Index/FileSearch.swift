import Articles
import Typesetting

/// Looks for typed words in the files of articles, for as long as the index does not know them.
///
/// It finds what the index would find. Files are ruled out by their bytes alone where these leave no
/// doubt; any other text is analysed, and compared word by word.
package struct FileSearch: Sendable {
  private let lines: [FoldedLine]
  /// The beginnings of all words, each with a space before it.
  private let beginnings: [FoldedLine]
  private let isASCII: Bool

  /// Nil where there is nothing to look for.
  package init?(typed text: String) {
    guard let condition = TypedWords(text).condition else { return nil }
    let phrases = condition.wantedPhrases
    lines = phrases.compactMap(\.foldedLine)
    let words = phrases.flatMap(\.words)
    beginnings = words.map { FoldedLine([UInt8(ascii: " ")] + $0) }
    isASCII = words.allSatisfy { $0.allSatisfy { $0 < 0x80 } }
    // A phrase without words is found nowhere.
    guard !lines.isEmpty, lines.count == phrases.count else { return nil }
  }

  /// Whether all words stand in an article; false where it cannot be read. Blocks.
  package func finds(_ path: ArticlePath, in library: Library) -> Bool {
    guard let head = try? library.read(path, from: 0, count: Library.window) else { return false }
    if head.bytes.count == head.total, rulesOut(head.bytes, name: path.name) { return false }
    let article = Article(path: path, bytes: 0, modified: 0)
    guard let entry = try? library.indexEntry(article) else { return false }
    let (title, text) = (FoldedText(folded: entry.title), FoldedText(folded: entry.text))
    return lines.allSatisfy { title.holds($0) || text.holds($0) }
  }

  /// Whether words are missing, in a text of whose bytes each is what it seems: ASCII without marks
  /// that may be taken out from between the letters of a word.
  private func rulesOut(_ bytes: [UInt8], name: ArraySlice<UInt8>) -> Bool {
    guard let text = FoldedText(plain: bytes) else { return false }
    // An article without a title is found by the name of its file.
    guard let name = FoldedText(plain: Array(name)) else { return false }
    return !isASCII || !beginnings.allSatisfy { text.holds($0) || name.holds($0) }
  }
}
