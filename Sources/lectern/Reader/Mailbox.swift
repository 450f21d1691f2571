import CSystem
import Foundation
import ReaderCore
import Synchronization

/// Where the runner's tasks put events for the main thread, which polls the descriptor.
final class Mailbox: Sendable {
  /// Readable while events wait; -1 where the system gives none, and then nothing wakes the loop.
  let descriptor = lectern_event_open()
  private let box = Mutex(Box())

  private struct Box {
    var waiting: [Event] = []
    /// Whether events have been taken and not yet dealt with.
    var isTaken = false
  }

  func post(_ event: Event) {
    box.withLock { $0.waiting.append(event) }
    var one: UInt64 = 1
    // It fails only when the counter is full, and then it is readable anyway.
    _ = write(descriptor, &one, 8)
  }

  /// Whether all events have been dealt with.
  var isSettled: Bool { box.withLock { $0.waiting.isEmpty && !$0.isTaken } }

  /// Deals with all events that wait, in the order in which they were posted.
  func take(_ deal: ([Event]) -> Void) {
    var count: UInt64 = 0
    // It fails when another take has emptied the counter already.
    _ = read(descriptor, &count, 8)
    let events = box.withLock { box in
      defer { box.waiting = [] }
      box.isTaken = true
      return box.waiting
    }
    deal(events)
    box.withLock { $0.isTaken = false }
  }
}
