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

  /// A thread that has done its work and waits for more: that is had sooner than a new one.
  private final class Idle: Sendable {
    private let job = Mutex<Job?>(nil)
    private let bell = DispatchSemaphore(value: 0)

    func take(_ job: Job) {
      self.job.withLock { $0 = job }
      bell.signal()
    }

    func wait() -> Job? {
      bell.wait()
      return job.withLock { job in
        defer { job = nil }
        return job
      }
    }
  }

  private static let mostIdle = 4
  private static let idle = Mutex<[Idle]>([])

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
    let job = Job(urgency, body)
    if urgency == .wanted, let thread = idle.withLock({ $0.popLast() }) {
      thread.take(job)
      return true
    }
    var thread = pthread_t()
    let argument = Unmanaged.passRetained(job)
    let failure = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Worker.run(Unmanaged<Job>.fromOpaque(argument).takeRetainedValue()) }
        return nil
      }, argument.toOpaque())
    guard failure == 0 else {
      argument.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  /// Does one job after the other. A thread in the background cannot become an urgent one again.
  private static func run(_ first: Job) {
    let thread = Idle()
    var job: Job? = first
    while let next = job {
      next.run()
      guard next.urgency == .wanted, park(thread) else { return }
      job = thread.wait()
    }
  }

  private static func park(_ thread: Idle) -> Bool {
    idle.withLock { idle in
      guard idle.count < mostIdle else { return false }
      idle.append(thread)
      return true
    }
  }
}
