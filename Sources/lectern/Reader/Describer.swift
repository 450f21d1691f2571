import Articles
import CSystem
import Foundation
import ReaderCore
import Storage
import Synchronization

/// Learns what the list shows of every article, one after the other; those on the screen first.
///
/// The index is asked first. What it does not know is read, and written into it.
final class Describer: Sendable {
  /// So many are looked up at a time; first as many as fill a screen.
  private static let batch = 1_024
  private static let firstBatch = 64
  /// So many that were read are posted, and written into the index, at a time.
  private static let readBatch = 256
  /// Bytes of texts that are read before they are written into the index.
  private static let batchBytes = 8 << 20
  /// Seconds between two looks at whether what was posted has been taken in, and how many of them.
  private static let wait = 0.01
  private static let mostWaits = 200

  private struct Queue {
    var urgent: [ArticlePath] = []
    var others: [Article] = []
    /// How many of the others have had their turn.
    var done = 0
    /// What was described, with the version of the file.
    var known: [ArticlePath: UInt64] = [:]
    /// Nothing is read before the first frame: it has the machine for itself.
    var isHeld = true
    var isRunning = false
    /// The folder was walked, and all that it holds is known.
    var isComplete = false

    var hasWork: Bool { !urgent.isEmpty || !others.isEmpty || isComplete }

    /// A version of 0 is that of no file: what was forgotten is read.
    func articles(_ paths: [ArticlePath]) -> [Article] {
      paths.map { Article(path: $0, bytes: 0, modified: 0, version: known[$0] ?? 0) }
    }
  }

  private let library: Library
  private let index: SearchIndex
  private let mailbox: Mailbox
  private let queue = Mutex(Queue())

  init(library: Library, index: SearchIndex, mailbox: Mailbox) {
    self.library = library
    self.index = index
    self.mailbox = mailbox
  }

  /// Describes articles that were found, but for those that are known and have not changed.
  func describe(_ articles: [Article]) {
    enqueue { queue in
      for article in articles {
        let before = queue.known.updateValue(article.version, forKey: article.path)
        if before != article.version { queue.others.append(article) }
      }
    }
  }

  /// Describes these before all others.
  func describe(first paths: [ArticlePath]) {
    enqueue { $0.urgent = paths }
  }

  /// All that the folder holds has been found: what else is known is gone.
  func finish(_ found: Set<ArticlePath>) {
    enqueue { queue in
      if queue.known.count > found.count {
        queue.known = queue.known.filter { found.contains($0.key) }
      }
      queue.isComplete = true
    }
  }

  /// From now on, what is asked for is read.
  func begin() {
    enqueue { $0.isHeld = false }
  }

  private func enqueue(_ change: (inout Queue) -> Void) {
    let starts = queue.withLock { queue in
      change(&queue)
      let isIdle = !queue.isHeld && !queue.isRunning && queue.hasWork
      if isIdle { queue.isRunning = true }
      return isIdle
    }
    guard starts else { return }
    Worker.start(.background) { [self] in work() }
  }

  private func work() {
    var session = IndexSession(index)
    var isBehind = false
    while let batch = nextBatch() {
      guard !batch.isEmpty else {
        session.removeAllBut(queue.withLock { Set($0.known.keys) })
        continue
      }
      let known = (try? index.summaries(of: batch)) ?? batch.map { _ in nil }
      post(
        zip(batch, known).compactMap { article, summary in
          summary.map { Description(path: article.path, outcome: .success($0)) }
        })
      let unknown = zip(batch, known).filter { $1 == nil }.map(\.0)
      let isAdded = read(unknown, into: &session)
      isBehind = isBehind || isAdded
      if isBehind { isBehind = postProgress() }
    }
    // What was posted is taken in first, so that its memory can be given back too.
    for _ in 0..<Describer.mostWaits where !mailbox.isSettled {
      Thread.sleep(forTimeInterval: Describer.wait)
    }
    lectern_memory_trim()
  }

  /// Reads articles, and writes what was read before it takes too much memory.
  /// - Returns: whether there was anything for the index.
  private func read(_ articles: [Article], into session: inout IndexSession) -> Bool {
    var descriptions: [Description] = []
    var entries: [IndexEntry] = []
    var bytes = 0
    var isAdded = false
    for article in articles {
      let read = Result { () throws(LibraryError) in try library.indexEntry(article) }
      descriptions.append(Description(path: article.path, outcome: read.map(\.summary)))
      if let entry = try? read.get() {
        entries.append(entry)
        bytes += entry.byteCount
      }
      let isFull = entries.count == Describer.readBatch || bytes > Describer.batchBytes
      guard isFull || article == articles.last else { continue }
      post(descriptions)
      session.add(entries)
      isAdded = isAdded || !entries.isEmpty
      (descriptions, entries, bytes) = ([], [], 0)
    }
    return isAdded
  }

  /// - Returns: whether the index is still to learn of articles.
  private func postProgress() -> Bool {
    let (total, left) = queue.withLock { ($0.known.count, $0.others.count - $0.done) }
    mailbox.post(.indexed(done: total - left, total: total))
    return left > 0
  }

  private func post(_ descriptions: [Description]) {
    // What could not be read is read when it is found again, even if it looks the same.
    forget(descriptions.filter { $0.outcome.isFailure }.map(\.path))
    if !descriptions.isEmpty { mailbox.post(.described(descriptions)) }
  }

  /// Articles that are described when they are found, whatever is known of them.
  func forget(_ paths: [ArticlePath]) {
    queue.withLock { queue in
      for path in paths { queue.known[path] = nil }
    }
  }

  /// What is to be described next; nothing when the index is to be tidied, nil in the end.
  private func nextBatch() -> [Article]? {
    queue.withLock { queue in
      if !queue.urgent.isEmpty {
        defer { queue.urgent = [] }
        return queue.articles(queue.urgent)
      }
      let size = queue.done == 0 ? Describer.firstBatch : Describer.batch
      let batch = queue.others[queue.done...].prefix(size)
      queue.done += batch.count
      if queue.done == queue.others.count { (queue.others, queue.done) = ([], 0) }
      guard batch.isEmpty else { return Array(batch) }
      guard queue.isComplete else {
        queue.isRunning = false
        return nil
      }
      queue.isComplete = false
      return []
    }
  }
}

extension Result {
  fileprivate var isFailure: Bool {
    if case .failure = self { return true }
    return false
  }
}
