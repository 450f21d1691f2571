import Foundation
import Synchronization

/// Asks for the facts of files of a large folder while the others are still being listed: both take
/// long, and one thread does not hold the other up.
final class StatusAhead: Sendable {
  /// So many files are taken at a time.
  static let piece = 2_048

  private struct Work {
    var waiting: [(start: Int, piece: FolderListing)] = []
    var facts: [(start: Int, facts: [FileFacts?])] = []
    var isRunning = false
  }

  private let folder: Int32
  private let work = Mutex(Work())
  private let running = DispatchGroup()

  /// - Parameter folder: stays open until all is finished.
  init(folder: Int32) { self.folder = folder }

  /// - Parameter start: the place of the first one among all files.
  func add(_ piece: FolderListing, from start: Int) {
    let starts = work.withLock { work in
      work.waiting.append((start, piece))
      defer { work.isRunning = true }
      return !work.isRunning
    }
    guard starts else { return }
    running.enter()
    Worker.start { [self] in
      look(ending: true)
      running.leave()
    }
  }

  /// Looks at what is left, and waits for the other thread.
  /// - Returns: the facts of files, from the place of the first of them on.
  func finish() -> [(start: Int, facts: [FileFacts?])] {
    look(ending: false)
    running.wait()
    return work.withLock { $0.facts }
  }

  /// Looks at files while some wait.
  /// - Parameter isRun: is what `add` has started: it is started anew for what is added later.
  private func look(ending isRun: Bool) {
    while let next = work.withLock({ work in
      if isRun, work.waiting.isEmpty { work.isRunning = false }
      return work.waiting.popLast()
    }) {
      let facts = next.piece.entries.indices.map { next.piece.facts(at: $0, in: folder) }
      work.withLock { $0.facts.append((next.start, facts)) }
    }
  }
}
