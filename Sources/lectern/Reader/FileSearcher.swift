import Articles
import ReaderCore
import Storage
import Synchronization

/// Looks through the files that the index does not know yet. Only the last search is still wanted.
final class FileSearcher: Sendable {
  /// So many read at a time, since reading is what takes long.
  private static let workers = 2
  /// So many files are taken at a time, and what was found in them is posted.
  private static let piece = 64

  private let library: Library
  private let describer: Describer
  private let mailbox: Mailbox
  private let questions = Latest()

  init(library: Library, describer: Describer, mailbox: Mailbox) {
    self.library = library
    self.describer = describer
    self.mailbox = mailbox
  }

  /// - Parameter wanted: only these are looked at; nil is all of them.
  func search(_ text: String, among wanted: ChosenArticles?) {
    let isWanted = questions.next()
    guard let search = FileSearch(typed: text) else { return }
    Worker.start { [self] in
      let left = describer.left
      let paths = wanted.map { left.filter($0.contains) } ?? left
      let sweep = Sweep(paths)
      for _ in 0..<min(FileSearcher.workers, paths.count) {
        Worker.start { [self] in look(through: sweep, search, text, while: isWanted) }
      }
    }
  }

  private func look(
    through sweep: Sweep, _ search: FileSearch, _ text: String, while isWanted: () -> Bool
  ) {
    while isWanted(), let piece = sweep.next(FileSearcher.piece, most: TextSearch.mostHits) {
      let found = piece.filter { search.finds($0, in: library) }
      guard !found.isEmpty else { continue }
      sweep.count(found.count)
      mailbox.post(.foundInFiles(text, found))
    }
  }
}

/// Files that are looked through by several, in order.
private final class Sweep: Sendable {
  private let paths: [ArticlePath]
  private let progress = Mutex((next: 0, hits: 0))

  init(_ paths: [ArticlePath]) { self.paths = paths }

  /// The next ones; nil where none is left, or enough was found.
  func next(_ size: Int, most: Int) -> ArraySlice<ArticlePath>? {
    progress.withLock { progress in
      guard progress.next < paths.count, progress.hits < most else { return nil }
      defer { progress.next += size }
      return paths[progress.next...].prefix(size)
    }
  }

  func count(_ hits: Int) { progress.withLock { $0.hits += hits } }
}
