import Articles
import Storage
import Typesetting

/// Texts that were read and analysed last, or are likely to be wanted next.
final class Shelf: Sendable {
  /// The article that is shown and its neighbours.
  private static let room = 4

  private let library: Library
  private let index: SearchIndex
  private let latest = LatestTexts<Document>(room: Shelf.room)

  /// - Parameter index: tells what the folder says of a text.
  init(library: Library, index: SearchIndex) {
    self.library = library
    self.index = index
  }

  /// The text, of a long one the part around a byte offset. Blocks.
  func document(_ path: ArticlePath, near offset: Int) throws(LibraryError) -> Document {
    let version = try library.version(path)
    if let document = latest.take(path, version) { return document }
    let document = index.learned(try library.document(path, near: offset), of: path)
    if document.source.isWhole { latest.put(document, of: path, version, size: 1) }
    return document
  }

  /// Reads a text ahead, if it is one that can be kept. What fails is told when it is wanted.
  func prepare(_ path: ArticlePath) {
    guard let version = try? library.version(path), version.bytes <= Library.longestOpenedWhole
    else { return }
    _ = try? document(path, near: 0)
  }
}
