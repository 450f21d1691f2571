/// When a folder may be walked because of what was told of it: at once after a rest, then ever later
/// while it goes on, in the end for no more than a small part of the time.
struct Restraint {
  typealias Instant = ContinuousClock.Instant

  /// How many times longer than a walk the pause after it is in the end.
  private static let share = Polling.share
  /// And how much longer than that nothing is walked in a rest, so that bursts with short ones
  /// between them come to no more.
  private static let rest = 4

  private var began: Instant?
  private var ended: Instant?
  /// How long the last walk took, and how many times longer the pause after it is.
  private var duration = Duration.zero
  private var factor = 1
  private var due: Instant?

  mutating func walkBegins(at now: Instant) {
    let hasRested = ended.map { now - $0 > duration * Restraint.share * Restraint.rest } ?? true
    factor = hasRested ? 1 : min(factor * 2, Restraint.share)
    began = now
  }

  mutating func walkEnds(at now: Instant) {
    duration = began.map { now - $0 } ?? .zero
    (began, ended, due) = (nil, now, now + duration * factor)
  }

  /// How long to wait for the next walk; nil while one is under way.
  func wait(at now: Instant) -> Duration? {
    began == nil ? due.map { max($0 - now, .zero) } ?? .zero : nil
  }

  /// Whether a walk may be made now; until it begins, or after a pause, none may again.
  mutating func isFree(at now: Instant) -> Bool {
    guard wait(at: now) == .zero else { return false }
    due = now + duration * factor
    return true
  }
}
