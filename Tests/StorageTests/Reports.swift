import Articles
import Glibc
import Storage
import Synchronization

/// What a store reported, from its own thread.
final class Reports: Sendable {
  private let reports = Mutex<[StateReport]>([])

  func add(_ report: StateReport) { reports.withLock { $0.append(report) } }

  var all: [StateReport] { reports.withLock { $0 } }

  /// The changes that were reported to be on the disk.
  var saved: Int {
    all.reduce(0) { sum, report in
      if case .saved(let changes) = report { sum + changes } else { sum }
    }
  }

  /// Waits until a report is there, for ten seconds at most.
  func contains(_ condition: (StateReport) -> Bool) -> Bool {
    wait { all.contains(where: condition) }
  }

  /// Waits for what the reports bring about, for ten seconds at most.
  func wait(for condition: () -> Bool) -> Bool {
    let end = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < end {
      if condition() { return true }
      sched_yield()
    }
    return false
  }
}

extension MarkChange {
  static func read(_ name: String, _ value: Bool = true, at time: Timestamp = 1) -> MarkChange {
    MarkChange(path: ArticlePath(name), mark: .read(value), at: time)
  }
}
