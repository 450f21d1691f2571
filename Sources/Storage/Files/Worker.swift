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
      // Too large a file is to be an error like others, not a signal.
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGXFSZ)
      pthread_sigmask(SIG_BLOCK, &signals, nil)
      // On Linux, that is of the thread alone.
      if urgency == .background { setpriority(Int32(PRIO_PROCESS.rawValue), 0, 10) }
      body()
    }
  }

  package static func start(
    _ urgency: Urgency = .wanted, _ body: @escaping @Sendable () -> Void
  ) {
    var thread = pthread_t()
    let job = Unmanaged.passRetained(Job(urgency, body))
    let failure = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, job.toOpaque())
    precondition(failure == 0, "no thread: \(failure)")
    pthread_detach(thread)
  }
}
