import Articles
import Glibc

/// What the main loop waited for and got.
struct Readiness: OptionSet {
  let rawValue: Int

  static let keyboard = Readiness(rawValue: 1)
  static let signals = Readiness(rawValue: 2)
  static let mailbox = Readiness(rawValue: 4)
  /// The terminal takes output again.
  static let terminal = Readiness(rawValue: 8)
  /// The files of the state have changed.
  static let state = Readiness(rawValue: 16)

  /// Waits until something is there, or the time has passed; nil is for ever.
  static func wait(
    keyboard: Int32, signals: Int32, mailbox: Int32, blocked: Int32?, state: Int32,
    milliseconds: Int?
  ) -> Readiness {
    var descriptors = [
      pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: mailbox, events: Int16(POLLIN), revents: 0),
      pollfd(fd: blocked ?? -1, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: state, events: Int16(POLLIN), revents: 0),
    ]
    let limit = milliseconds.map { Int32(clamping: $0) } ?? -1
    // An interrupted call is no event: the signal has written into its own descriptor.
    guard poll(&descriptors, nfds_t(descriptors.count), limit) > 0 else { return [] }
    let all: [Readiness] = [.keyboard, .signals, .mailbox, .terminal, .state]
    return zip(descriptors, all).reduce(into: []) { ready, pair in
      if pair.0.revents != 0 { ready.insert(pair.1) }
    }
  }
}

/// The two clocks, in milliseconds.
enum Clock {
  /// Since 1970, as the machine's clock has it.
  static var now: Timestamp { read(CLOCK_REALTIME) }

  /// Since some moment; never goes backwards.
  static var steady: Timestamp { read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> Timestamp {
    var time = timespec()
    clock_gettime(clock, &time)
    return Timestamp(time.tv_sec) * 1_000 + Timestamp(time.tv_nsec) / 1_000_000
  }
}
