import Glibc

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
}
