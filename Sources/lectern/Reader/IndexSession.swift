import Articles
import Storage

/// Writes into the index while there is something to write, unless another window does. An index
/// that cannot be written is done without: it is only slower.
struct IndexSession {
  private enum Access {
    case wanted
    case open(IndexWriter)
    case refused
  }

  private let index: SearchIndex
  private var access = Access.wanted

  init(_ index: SearchIndex) { self.index = index }

  mutating func add(_ entries: [IndexEntry]) {
    guard !entries.isEmpty else { return }
    write { writer throws(LibraryError) in try writer.add(entries) }
  }

  /// Removes what the folder holds no longer.
  mutating func removeAllBut(_ paths: [ArticlePath]) {
    guard let count = try? index.count(), count > paths.count else { return }
    let paths = Set(paths)
    write { writer throws(LibraryError) in
      try writer.remove(try writer.versions().keys.filter { !paths.contains($0) })
    }
  }

  private mutating func write(_ body: (IndexWriter) throws(LibraryError) -> Void) {
    do throws(LibraryError) {
      guard let writer = try writer() else { return }
      try body(writer)
    } catch {
      access = .refused
    }
  }

  private mutating func writer() throws(LibraryError) -> IndexWriter? {
    switch access {
    case .open(let writer): return writer
    case .refused: return nil
    case .wanted:
      let writer = try IndexWriter(index)
      if let writer { access = .open(writer) }
      return writer
    }
  }
}
