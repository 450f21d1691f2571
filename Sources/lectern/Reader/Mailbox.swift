import CSystem
import Foundation
import ReaderCore
import Synchronization

/// Where the runner's tasks put events for the main thread, which polls the descriptor.
final class Mailbox: Sendable {
  /// Readable while events wait; -1 where the system gives none, and then nothing wakes the loop.
  let descriptor = lectern_event_open()
  private let waiting = Mutex<[Event]>([])

  func post(_ event: Event) {
    waiting.withLock { $0.append(event) }
    var one: UInt64 = 1
    // It fails only when the counter is full, and then it is readable anyway.
    _ = write(descriptor, &one, 8)
  }

  /// All events that wait, in the order in which they were posted.
  func take() -> [Event] {
    var count: UInt64 = 0
    // It fails when another take has emptied the counter already.
    _ = read(descriptor, &count, 8)
    return waiting.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
