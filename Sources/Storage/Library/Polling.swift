/// When a folder is walked again of which not all changes are told: soon after something was found
/// to have changed, ever later while nothing does, and never for more than a small part of the time.
struct Polling {
  typealias Instant = ContinuousClock.Instant

  /// The shortest and the longest pause between two walks that are short.
  private let pauses: ClosedRange<Duration>
  /// How many times longer than a walk the pause after it is.
  static let share = 20

  private var pause: Duration
  private var due: Instant
  private var began: Instant?
  /// Stands for all that the last walk found.
  private var seen: UInt64?

  init(pauses: ClosedRange<Duration>, now: Instant) {
    self.pauses = pauses
    pause = pauses.lowerBound
    due = now + pause
  }

  mutating func walkBegins(at now: Instant) { began = now }

  /// - Parameter digest: stands for what was found; nil where that is not known.
  mutating func walkEnds(at now: Instant, seeing digest: UInt64?) {
    if digest != seen { pause = pauses.lowerBound }
    let duration = began.map { now - $0 } ?? .zero
    (seen, began) = (digest, nil)
    due = now + max(pause, duration * Polling.share)
  }

  /// How long to wait at least; while a walk is under way, nothing is due.
  func wait(at now: Instant) -> Duration {
    began == nil ? max(due - now, .zero) : pauses.lowerBound
  }

  /// Whether a walk is due; it then is again after a longer pause, also where none can be made.
  mutating func isDue(at now: Instant) -> Bool {
    guard began == nil, now >= due else { return false }
    pause = min(pause * 2, pauses.upperBound)
    due = now + pause
    return true
  }
}
