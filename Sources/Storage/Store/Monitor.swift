import Glibc

/// A value that threads share, and wait for. Waiting is on the clock that nobody can set.
///
/// `@unchecked`, because the compiler cannot see that the value is touched only while the mutex is
/// held; the two pointers never change.
final class Monitor<Value>: @unchecked Sendable {
  /// What a look at the value brought: an answer, or how long to wait before looking again if it does
  /// not change.
  enum Look<Answer> {
    case answer(Answer)
    case wait(until: ContinuousClock.Instant?)
  }

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var value: Value

  init(_ value: Value) {
    self.value = value
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Changes the value and wakes all who wait for that.
  func update<Answer>(_ body: (inout Value) -> Answer) -> Answer {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    return body(&value)
  }

  /// Looks at the value, now and after each change, until there is an answer.
  func wait<Answer>(_ look: (inout Value) -> Look<Answer>) -> Answer {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      switch look(&value) {
      case .answer(let answer): return answer
      case .wait(nil): pthread_cond_wait(condition, mutex)
      case .wait(let deadline?):
        var time = monotonicTime(after: ContinuousClock.now.duration(to: deadline))
        pthread_cond_timedwait(condition, mutex, &time)
      }
    }
  }
}

private func monotonicTime(after delay: Duration) -> timespec {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  let (seconds, attoseconds) = max(delay, .zero).components
  let nanoseconds = Int64(time.tv_nsec) + attoseconds / 1_000_000_000
  time.tv_sec += Int(seconds + nanoseconds / 1_000_000_000)
  time.tv_nsec = Int(nanoseconds % 1_000_000_000)
  return time
}
