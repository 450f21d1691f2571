import Articles
import ReaderCore
import Storage
import Synchronization

/// Reads what the list shows of every article, one after the other; those on the screen first.
final class Describer: Sendable {
  /// Descriptions are posted by so many; the first by as many as fill a screen.
  private static let batch = 256
  private static let firstBatch = 64

  private struct Queue {
    var urgent: [ArticlePath] = []
    var others: [ArticlePath] = []
    /// How many of the others have had their turn.
    var done = 0
    /// What was described, with the file as it was then.
    var known: [ArticlePath: Version] = [:]
    /// Nothing is read before the first frame: it has the machine for itself.
    var isHeld = true
    var isRunning = false
  }

  /// What tells that a file has changed.
  private struct Version: Equatable {
    let bytes: Int
    let modified: Timestamp
  }

  private let library: Library
  private let mailbox: Mailbox
  private let queue = Mutex(Queue())

  init(library: Library, mailbox: Mailbox) {
    self.library = library
    self.mailbox = mailbox
  }

  /// Describes articles that were found, but for those that are known and have not changed.
  func describe(_ articles: [Article]) {
    enqueue { queue in
      for article in articles {
        let version = Version(bytes: article.bytes, modified: article.modified)
        guard queue.known.updateValue(version, forKey: article.path) != version else { continue }
        queue.others.append(article.path)
      }
    }
  }

  /// Describes these before all others.
  func describe(first paths: [ArticlePath]) {
    enqueue { $0.urgent = paths }
  }

  /// From now on, what is asked for is read.
  func begin() {
    enqueue { $0.isHeld = false }
  }

  private func enqueue(_ change: (inout Queue) -> Void) {
    let starts = queue.withLock { queue in
      change(&queue)
      let isIdle =
        !queue.isHeld && !queue.isRunning && !(queue.urgent.isEmpty && queue.others.isEmpty)
      if isIdle { queue.isRunning = true }
      return isIdle
    }
    guard starts else { return }
    Task.detached(priority: .utility) { [self] in work() }
  }

  private func work() {
    while let paths = nextBatch() {
      let descriptions = paths.map { Description(path: $0, outcome: summary($0)) }
      forget(descriptions.filter { $0.outcome.isFailure }.map(\.path))
      mailbox.post(.described(descriptions))
    }
  }

  /// What could not be read is read when it is found again, even if it looks the same.
  private func forget(_ paths: [ArticlePath]) {
    queue.withLock { queue in
      for path in paths { queue.known[path] = nil }
    }
  }

  private func nextBatch() -> [ArticlePath]? {
    queue.withLock { queue in
      guard queue.urgent.isEmpty else {
        defer { queue.urgent = [] }
        return queue.urgent
      }
      let size = queue.done == 0 ? Describer.firstBatch : Describer.batch
      let batch = Array(queue.others[queue.done...].prefix(size))
      queue.done += batch.count
      if queue.done == queue.others.count { (queue.others, queue.done) = ([], 0) }
      if batch.isEmpty { queue.isRunning = false }
      return batch.isEmpty ? nil : batch
    }
  }

  private func summary(_ path: ArticlePath) -> Result<Summary, LibraryError> {
    do {
      return .success(try library.summary(path))
    } catch {
      return .failure(error)
    }
  }
}

extension Result {
  fileprivate var isFailure: Bool {
    if case .failure = self { return true }
    return false
  }
}
