import Articles
import Glibc
import ReaderCore
import Storage
import Synchronization

/// Looks for words in the texts of the library while the user types: a newer search ends the older.
final class TextSearcher: Sendable {
  /// More than that nobody looks through.
  private static let mostHits = 500

  private struct Desk {
    var wanted: String?
    var isRunning = false
  }

  private let index: SearchIndex
  private let mailbox: Mailbox
  private let desk = Mutex(Desk())

  init(index: SearchIndex, mailbox: Mailbox) {
    self.index = index
    self.mailbox = mailbox
  }

  func search(_ text: String) {
    let starts = desk.withLock { desk in
      desk.wanted = text
      defer { desk.isRunning = true }
      return !desk.isRunning
    }
    guard starts else { return index.interrupt() }
    Worker.start { [self] in work() }
  }

  private func work() {
    while let text = next() {
      var outcome = outcome(of: text)
      // An interrupt that came late was meant for the search before.
      while outcome.isInterrupted, !isOutdated { outcome = self.outcome(of: text) }
      if !isOutdated { mailbox.post(.foundInTexts(text, outcome)) }
    }
  }

  private var isOutdated: Bool { desk.withLock { $0.wanted != nil } }

  private func outcome(of text: String) -> Result<[ArticlePath], LibraryError> {
    Result { () throws(LibraryError) in try hits(of: text) }
  }

  private func next() -> String? {
    desk.withLock { desk in
      defer { desk.wanted = nil }
      if desk.wanted == nil { desk.isRunning = false }
      return desk.wanted
    }
  }

  private func hits(of text: String) throws(LibraryError) -> [ArticlePath] {
    guard let condition = TypedWords(text).condition else { return [] }
    return try index.search(condition, limit: TextSearcher.mostHits).map(\.path)
  }
}

extension Result<[ArticlePath], LibraryError> {
  fileprivate var isInterrupted: Bool {
    if case .failure(let error) = self { error.reason == .system(EINTR) } else { false }
  }
}
