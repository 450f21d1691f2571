import Glibc

/// What is proved of the state file: tried so often in every run of the tests, and so often by
/// `make torture`, which sets `LECTERN_TORTURE`. Each prints a line with its count.
enum Proof: String {
  case crash = "power cut at any operation of a save: the old marks or the new, and all reported"
  case pair = "the same, after recovering from a power cut: what two in a row leave"
  case power = "a file system that is cut off at any moment, and mounted again: the same"
  case kill = "SIGKILL at any moment of a writer: a whole file, no reported mark missing"
  case fault = "any operation of a save fails, once or for good: never a false report"
  case systemFault = "any system call of a real writer fails: the file whole, no false report"
  case writers = "processes that write at once: the exact union"
  case adversary = "a program that replaces the file meanwhile: nothing overwritten unseen"
  case replicas = "histories of up to 8 machines: equal bytes, the latest mark wins"
  case damage = "a file cut, flipped or zeroed anywhere: whole lines saved, a copy kept"

  static let isTorture = getenv("LECTERN_TORTURE") != nil
  /// `make tsan` sets this: what one thread does alone is tried less often.
  static let isShort = getenv("LECTERN_SHORT") != nil

  /// How often to try.
  static func count(_ test: Int, torture: Int) -> Int { isTorture ? torture : test }

  func report(_ count: Int, of things: String) {
    print("proof: \(count) \(things): \(rawValue)")
  }

  func skip(_ reason: String) { print("proof: skipped, \(reason): \(rawValue)") }
}
