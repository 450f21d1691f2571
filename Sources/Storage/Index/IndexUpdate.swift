import Articles
import CSystem
import Foundation
import Synchronization

/// Brings an index up to date with the folder: reads what is new or changed, removes what is gone.
///
/// Articles go in by the time of their files, so that the greater number is the newer article. What
/// was written before a kill stays; the next update goes on from there.
package struct IndexUpdate {
  package struct Progress: Hashable, Sendable {
    package let done: Int
    package let total: Int
  }

  /// What an update came to.
  package struct Outcome: Sendable {
    package internal(set) var added = 0
    package internal(set) var removed = 0
    /// What could not be read.
    package internal(set) var failures: [LibraryError] = []
  }

  /// So much is read before it is written, and lost by a kill: articles, and bytes.
  private static let batch = (articles: 1_024, bytes: 8 << 20)

  private let library: Library
  private let writer: IndexWriter

  package init(of library: Library, into writer: IndexWriter) {
    self.library = library
    self.writer = writer
  }

  /// Blocks, with as many threads as the machine runs.
  /// - Parameters:
  ///   - articles: what the folder holds.
  ///   - unlisted: what could not be listed; what is known of it stays.
  /// - Throws: `LibraryError` where the index cannot be read or written.
  package func run(
    _ articles: [Article], unlisted: [LibraryError] = [], progress: (Progress) -> Void = { _ in }
  ) throws(LibraryError) -> Outcome {
    var outcome = Outcome()
    let versions = try writer.versions()
    if unlisted.isEmpty {
      let gone = Set(versions.keys).subtracting(articles.map(\.path))
      if !gone.isEmpty { try writer.remove(gone) }
      outcome.removed = gone.count
    }
    let wanted = articles.filter { versions[$0.path] != $0.version }
      .sorted { ($0.modified, $0.path) < ($1.modified, $1.path) }
    try add(wanted, &outcome, progress)
    return outcome
  }

  /// Reads one batch while those before it are written.
  private func add(
    _ articles: [Article], _ outcome: inout Outcome, _ progress: (Progress) -> Void
  ) throws(LibraryError) {
    var rest = articles[...]
    var done = 0
    let writing = BackgroundWriting(writer)
    while !rest.isEmpty {
      progress(Progress(done: done, total: articles.count))
      let batch = IndexUpdate.batch(of: rest)
      rest = rest.dropFirst(batch.count)
      // A long text has the memory for itself.
      let isLong = batch.contains { $0.bytes > IndexUpdate.batch.bytes }
      if isLong { try writing.finish() }
      let results = read(batch)
      outcome.failures += results.compactMap {
        if case .failure(let error) = $0 { error } else { nil }
      }
      let entries = results.compactMap { try? $0.get() }
      outcome.added += entries.count
      try writing.write(entries)
      if isLong {
        try writing.finish()
        lectern_memory_trim()
      }
      done += batch.count
    }
    try writing.finish()
    progress(Progress(done: done, total: articles.count))
  }

  private static func batch(of rest: ArraySlice<Article>) -> ArraySlice<Article> {
    var bytes = 0
    let end = rest.prefix(batch.articles).firstIndex { article in
      bytes += article.bytes
      return bytes > batch.bytes
    }
    guard let end else { return rest.prefix(batch.articles) }
    return rest[..<max(end, rest.startIndex + 1)]
  }

  /// Pieces are small, so that no thread waits long for the last one.
  private static let piece = 16

  private func read(
    _ articles: ArraySlice<Article>
  ) -> [Result<IndexEntry, LibraryError>] {
    let articles = Array(articles)
    let pieces = (articles.count + IndexUpdate.piece - 1) / IndexUpdate.piece
    let results = Mutex<[Int: [Result<IndexEntry, LibraryError>]]>([:])
    DispatchQueue.concurrentPerform(iterations: pieces) { number in
      let start = number * IndexUpdate.piece
      let part = articles[start..<min(start + IndexUpdate.piece, articles.count)].map { article in
        Result { () throws(LibraryError) in try library.indexEntry(article) }
      }
      results.withLock { $0[number] = part }
    }
    let all = results.withLock { $0 }
    return (0..<pieces).flatMap { all[$0] ?? [] }
  }
}

/// Batches are written while the next ones are read.
private final class BackgroundWriting: Sendable {
  private let writer: IndexWriter
  private let queue = DispatchQueue(label: "index")
  private let failure = Mutex<LibraryError?>(nil)
  /// So many batches may wait to be written.
  private let room = DispatchSemaphore(value: 2)

  init(_ writer: IndexWriter) { self.writer = writer }

  /// Waits for room; fails as a batch before did.
  func write(_ entries: [IndexEntry]) throws(LibraryError) {
    room.wait()
    if let error = failure.withLock({ $0 }) {
      room.signal()
      throw error
    }
    queue.async { [self] in
      defer { room.signal() }
      do throws(LibraryError) {
        try writer.add(entries)
      } catch {
        failure.withLock { $0 = error }
      }
    }
  }

  func finish() throws(LibraryError) {
    queue.sync {}
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
