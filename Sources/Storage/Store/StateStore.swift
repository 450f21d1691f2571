import Articles
import Glibc

/// Keeps the marks on the disk: one thread of its own reads and writes, so that nobody else waits.
///
/// Changes that come during a save join the next one. A report of `.saved` means that the changes
/// would survive a power cut; what could not be saved is kept and tried again.
package final class StateStore: Sendable {
  private let desk = Monitor(Desk())

  /// - Parameters:
  ///   - now: The time in milliseconds since 1970.
  ///   - report: Called on the store's thread.
  package init(
    location: StateLocation, on disk: any Disk = SystemDisk(), pace: Pace = Pace(),
    now: @escaping @Sendable () -> Timestamp = StateStore.wallClock,
    report: @escaping @Sendable (StateReport) -> Void
  ) {
    let desk = desk
    let isStarted = Worker.tryStart {
      var writer = StateWriter(location, disk, pace, now, report)
      writer.run(desk)
    }
    precondition(isStarted, "no thread for the state")
  }

  deinit { desk.update { $0.isClosed = true } }

  package static func wallClock() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(time.tv_sec) * 1000 + Timestamp(time.tv_nsec) / 1_000_000
  }

  /// Reads what is on the disk. Blocks: not for the main thread.
  package func load() -> LoadedState {
    desk.update { $0.isLoadWanted = true }
    return desk.wait { desk in
      guard !desk.isLoadWanted, let loaded = desk.loaded.take() else { return .wait(until: nil) }
      return .answer(loaded)
    }
  }

  /// Hands over changes to be saved, as soon as that is sensible. Never blocks.
  package func save(_ changes: [MarkChange]) {
    desk.update { desk in
      desk.pending += changes
      desk.submitted += changes.count
    }
  }

  /// Reads what was done before. Blocks: not for the main thread.
  package func history() -> [HistoryEntry] {
    desk.update { $0.isHistoryWanted = true }
    return desk.wait { desk in
      guard !desk.isHistoryWanted, let history = desk.history else { return .wait(until: nil) }
      return .answer(history)
    }
  }

  /// Hands over something that was done, to be added to the history. Never blocks.
  package func log(_ entry: HistoryEntry) { desk.update { $0.entries.append(entry) } }

  /// Looks whether others have changed the file; what they did is reported as `.merged`.
  package func refresh() { desk.update { $0.isRefreshWanted = true } }

  /// Saves at once and waits for it: before the program ends or is stopped.
  /// - Parameter milliseconds: how long to wait at most.
  /// - Returns: Whether all changes are on the disk.
  package func flush(deadline milliseconds: Int) -> Bool {
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    let (changes, attempt) = desk.update { desk in
      desk.isForced = true
      return (desk.submitted, desk.begun + 1)
    }
    return desk.wait { desk in
      if desk.saved >= changes { return .answer(true) }
      let hasFailed = desk.finished >= attempt
      return hasFailed || ContinuousClock.now >= deadline
        ? .answer(false) : .wait(until: deadline)
    }
  }
}

/// How often the disk is bothered.
package struct Pace: Sendable {
  /// From the beginning of one save to that of the next, at least.
  package var gap: Duration
  /// The same, in times of what the last save took: it keeps the disk's share small.
  package var rest: Int
  /// After a failure; doubled with each further one, up to `longestRetry`.
  package var retry: Duration
  package var longestRetry: Duration

  package init(
    gap: Duration = .milliseconds(100), rest: Int = 20, retry: Duration = .seconds(1),
    longestRetry: Duration = .seconds(60)
  ) {
    self.gap = gap
    self.rest = rest
    self.retry = retry
    self.longestRetry = longestRetry
  }
}

/// What the store and its thread tell each other.
struct Desk {
  var pending: [MarkChange] = []
  /// What was done, to be added to the history.
  var entries: [HistoryEntry] = []
  /// Changes that were ever handed over, and those of them that are on the disk.
  var submitted = 0
  var saved = 0
  /// Saves that were begun, and that came to an end, good or bad.
  var begun = 0
  var finished = 0
  /// Someone waits: no gaps.
  var isForced = false
  var isLoadWanted = false
  var loaded: LoadedState?
  var isHistoryWanted = false
  var history: [HistoryEntry]?
  var isRefreshWanted = false
  var isClosed = false
}
