import Articles
import CSystem
import Foundation
import ReaderCore
import Storage
import Synchronization

/// Learns what the list shows of every article; of those on the screen first.
///
/// The index is asked first. Of what it does not know, the heads are read by two threads, so that
/// soon all titles are there; then one thread reads it whole, and writes it into the index.
final class Describer: Sendable {
  /// So many that were read are posted, and written into the index, at a time.
  private static let readBatch = 256
  /// Bytes of texts that are read before they are written into the index.
  private static let batchBytes = 8 << 20
  /// So few that the index does not know are read whole at once.
  private static let fewUnknown = 64
  /// Seconds between two looks at whether what was posted has been taken in, and how many of them.
  private static let wait = 0.002
  private static let mostWaits = 1_000

  private typealias Outcome = Result<Summary, LibraryError>

  private let library: Library
  /// One for each worker, so that none waits for another.
  private let indexes: [SearchIndex]
  private let mailbox: Mailbox
  private let queue = Mutex(DescribingQueue())
  private let session: Mutex<IndexSession>

  init(library: Library, index: SearchIndex, mailbox: Mailbox) {
    self.library = library
    indexes = [index, index.again()]
    self.mailbox = mailbox
    session = Mutex(IndexSession(index))
  }

  /// So many are likely to be found.
  func expect(_ count: Int) { queue.withLock { $0.inventory.reserve(count) } }

  /// Posts articles that were found, and describes those that are not known or have changed.
  func announce(_ articles: [Article]) {
    enqueue { queue in
      queue.inventory.note(articles)
      // Under the lock, so that what is learned of them is posted later; and when they are noted: two
      // threads that use the same articles hold each other up at every reference count.
      mailbox.post(.found(articles))
    }
  }

  /// Describes these before all others.
  func describe(first paths: [ArticlePath]) {
    enqueue { $0.urgent = paths }
  }

  /// All that the folder holds will be found.
  func beginWalk() { queue.withLock { $0.beginWalk() } }

  /// - Parameter isComplete: all that the folder holds has been found since; what else is known is
  ///   gone.
  func endWalk(isComplete: Bool) {
    enqueue { $0.endWalk(isComplete: isComplete) }
  }

  /// From now on, what is asked for is read.
  func begin() {
    enqueue { $0.isHeld = false }
  }

  /// Articles that are described when they are found, whatever is known of them.
  func forget(_ paths: [ArticlePath]) {
    queue.withLock { $0.inventory.forget(paths) }
  }

  /// Those that the index may not know yet, in order.
  var left: [ArticlePath] { queue.withLock { $0.inventory.leftPaths } }

  private func enqueue(_ change: (inout DescribingQueue) -> Void) {
    let woken = queue.withLock { queue in
      change(&queue)
      return queue.wakeWorkers()
    }
    for number in woken { Worker.start(.background) { [self] in work(number) } }
  }

  private func work(_ number: Int) {
    let index = indexes[number]
    while let task = queue.withLock({ $0.next(for: number) }) {
      switch task {
      case .urgent(let articles): lookUp(articles, in: index, few: articles.count)
      case .lookUp(let articles): lookUp(articles, in: index, few: Describer.fewUnknown)
      case .read(let articles): read(articles)
      case .tidy: tidy()
      }
      queue.withLock { $0.end(task) }
    }
    guard queue.withLock({ $0.isAtRest }) else { return }
    session.withLock { $0 = IndexSession(indexes[0]) }
    // What was posted is taken in first, so that its memory can be given back too.
    for _ in 0..<Describer.mostWaits where !mailbox.isSettled {
      Thread.sleep(forTimeInterval: Describer.wait)
    }
    lectern_memory_trim()
  }

  private func lookUp(_ articles: [Article], in index: SearchIndex, few: Int) {
    let known = (try? index.summaries(of: articles)) ?? articles.map { _ in nil }
    var described: [(Article, Outcome)] = []
    var unknown: [Article] = []
    for (article, summary) in zip(articles, known) {
      if let summary {
        described.append((article, .success(summary)))
      } else {
        unknown.append(article)
      }
    }
    settle(described, as: .described)
    if unknown.count > few { glimpse(unknown) } else if !unknown.isEmpty { read(unknown) }
  }

  /// Reads heads of articles.
  private func glimpse(_ articles: [Article]) {
    // At once: a search that is under way looks through the files from then on.
    let isFirst = queue.withLock { queue in
      defer { queue.isBehind = true }
      return !queue.isBehind
    }
    if isFirst { postProgress() }
    let outcomes = articles.map { article in
      (article, Result { () throws(LibraryError) in try library.headSummary(article.path) })
    }
    settle(outcomes, as: .glimpsed)
  }

  /// Reads articles, and writes what was read before it takes too much memory.
  private func read(_ articles: [Article]) {
    var outcomes: [(Article, Outcome)] = []
    var entries: [IndexEntry] = []
    var bytes = 0
    for article in articles {
      let read = Result { () throws(LibraryError) in try library.indexEntry(article) }
      outcomes.append((article, read.map(\.summary)))
      if let entry = try? read.get() {
        entries.append(entry)
        bytes += entry.byteCount
      }
      let isFull = outcomes.count == Describer.readBatch || bytes > Describer.batchBytes
      guard isFull || article == articles.last else { continue }
      settle(outcomes, as: .described)
      session.withLock { $0.add(entries) }
      if !entries.isEmpty { queue.withLock { $0.isBehind = true } }
      (outcomes, entries, bytes) = ([], [], 0)
    }
    if queue.withLock({ $0.isBehind }) { postProgress() }
  }

  private func tidy() {
    let paths = queue.withLock { $0.inventory.paths }
    session.withLock { $0.removeAllBut(paths) }
  }

  /// Says how far the index is; for the last time when nothing is left.
  private func postProgress() {
    let (total, left) = queue.withLock { queue in
      queue.isBehind = queue.inventory.left > 0
      return (queue.inventory.count, queue.inventory.left)
    }
    mailbox.post(.indexed(done: total - left, total: total))
  }

  /// Posts what was learned of articles, unless another has learned more meanwhile.
  private func settle(
    _ outcomes: [(article: Article, outcome: Outcome)], as stage: Inventory.Stage
  ) {
    // Under the lock, so that what was learned later is posted later.
    queue.withLock { queue in
      let isNews = queue.inventory.settle(outcomes.map(\.article), as: stage)
      let descriptions = zip(outcomes, isNews).filter(\.1).map { pair, _ in
        Description(path: pair.article.path, outcome: pair.outcome)
      }
      // What could not be read is read when it is found again, even if it looks the same.
      queue.inventory.forget(descriptions.filter { $0.outcome.isFailure }.map(\.path))
      if !descriptions.isEmpty { mailbox.post(.described(descriptions)) }
    }
  }
}

extension Result {
  fileprivate var isFailure: Bool {
    if case .failure = self { return true }
    return false
  }
}
