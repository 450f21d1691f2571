import Foundation
import Glibc
import Synchronization

/// Runs work that may block on a thread of its own.
///
/// Not as a task: the pool that tasks share wakes up every second to look after itself, for as long
/// as the program runs, and a reader that rests is to rest.
package enum Worker {
  package enum Urgency: Sendable {
    /// A person waits for it.
    case wanted
    /// It gives way to all that a person waits for.
    case background
  }

  private final class Job: Sendable {
    let urgency: Urgency
    let body: @Sendable () -> Void

    init(_ urgency: Urgency, _ body: @escaping @Sendable () -> Void) {
      self.urgency = urgency
      self.body = body
    }

    func run() {
      // On Linux, that is of the thread alone.
      if urgency == .background { setpriority(Int32(PRIO_PROCESS.rawValue), 0, 10) }
      body()
    }
  }

  /// Starts the work, or where the system has no thread to give, does it at once.
  package static func start(
    _ urgency: Urgency = .wanted, _ body: @escaping @Sendable () -> Void
  ) {
    if !tryStart(urgency, body) { body() }
  }

  /// - Returns: false where the system has no thread to give.
  static func tryStart(
    _ urgency: Urgency = .wanted, _ body: @escaping @Sendable () -> Void
  ) -> Bool {
    var thread = pthread_t()
    let job = Unmanaged.passRetained(Job(urgency, body))
    let failure = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, job.toOpaque())
    guard failure == 0 else {
      job.release()
      return false
    }
    pthread_detach(thread)
    return true
  }
  /// Does so many pieces of work with as many threads as the machine runs, and waits for all.
  package static func spread(_ pieces: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let next = Next()
    let helpers = DispatchGroup()
    let takePieces: @Sendable () -> Void = {
      while let piece = next.take(of: pieces) { body(piece) }
    }
    for _ in 1..<max(min(ProcessInfo.processInfo.activeProcessorCount, pieces), 1) {
      helpers.enter()
      let isStarted = tryStart {
        takePieces()
        helpers.leave()
      }
      if !isStarted { helpers.leave() }
    }
    takePieces()
    helpers.wait()
  }

  private final class Next: Sendable {
    private let piece = Atomic(0)

    func take(of pieces: Int) -> Int? {
      let taken = piece.wrappingAdd(1, ordering: .relaxed).oldValue
      return taken < pieces ? taken : nil
    }
  }
}
