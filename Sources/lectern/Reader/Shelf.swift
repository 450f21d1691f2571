import Articles
import Storage
import Synchronization
import Typesetting

/// Texts that were read and analysed last, or are likely to be wanted next. One is handed out only
/// while its file is as it was when it was read.
final class Shelf: Sendable {
  /// The article that is shown and its neighbours.
  private static let room = 4

  private struct Copy {
    let path: ArticlePath
    let version: FileVersion
    let document: Document
  }

  private let library: Library
  private let index: SearchIndex
  /// The one that was used last comes last.
  private let copies = Mutex<[Copy]>([])

  /// - Parameter index: tells what the folder says of a text.
  init(library: Library, index: SearchIndex) {
    self.library = library
    self.index = index
  }

  /// The text, of a long one the part around a byte offset. Blocks.
  func document(_ path: ArticlePath, near offset: Int) throws(LibraryError) -> Document {
    let version = try library.version(path)
    if let copy = take(path, version) { return copy }
    let document = index.learned(try library.document(path, near: offset), of: path)
    if document.source.isWhole { put(Copy(path: path, version: version, document: document)) }
    return document
  }

  /// Reads a text ahead, if it is one that can be kept. What fails is told when it is wanted.
  func prepare(_ path: ArticlePath) {
    guard let version = try? library.version(path), version.bytes <= Library.longestOpenedWhole
    else { return }
    _ = try? document(path, near: 0)
  }

  private func take(_ path: ArticlePath, _ version: FileVersion) -> Document? {
    copies.withLock { copies in
      guard let index = copies.firstIndex(where: { $0.path == path }) else { return nil }
      let copy = copies.remove(at: index)
      guard copy.version == version else { return nil }
      copies.append(copy)
      return copy.document
    }
  }

  private func put(_ copy: Copy) {
    copies.withLock { copies in
      copies.removeAll { $0.path == copy.path }
      copies.append(copy)
      copies.removeFirst(max(copies.count - Shelf.room, 0))
    }
  }
}
