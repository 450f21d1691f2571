import Articles
import Glibc

extension StateFolder {
  /// The most copies of damaged files that are kept.
  private static let mostCopies = 5

  /// Keeps a copy of a damaged file, once. Nothing may be written over it before.
  /// - Returns: The name of the copy.
  func quarantine(
    _ damaged: Snapshot, of name: String, now: Timestamp
  ) throws(LibraryError) -> String {
    let (prefix, suffix) = ("\(name).corrupt-", "-\(damaged.fingerprint.text.prefix(8))")
    var copies = try copies(prefix)
    if let copy = copies.first(where: { $0.hasSuffix(suffix) }) { return copy }
    let copy = prefix + utcStamp(now) + suffix
    try writeNew(copy, Pieces(damaged.bytes), mode: nil)
    try sync()
    copies.append(copy)
    for old in copies.sorted().dropLast(StateFolder.mostCopies) {
      retire(old)
    }
    return copy
  }

  private func copies(_ prefix: String) throws(LibraryError) -> [String] {
    try attempt(.list, "") { () throws(SystemError) in
      try disk.names(in: file).filter { $0.hasPrefix(prefix) }
    }
  }
}

/// A time as part of a file name: `20261124T082417Z`.
private func utcStamp(_ time: Timestamp) -> String {
  var seconds = time_t(time / 1000)
  var parts = tm()
  gmtime_r(&seconds, &parts)
  return String(
    [
      digits(parts.tm_year + 1900, 4), digits(parts.tm_mon + 1, 2), digits(parts.tm_mday, 2), "T",
      digits(parts.tm_hour, 2), digits(parts.tm_min, 2), digits(parts.tm_sec, 2), "Z",
    ].joined())
}

private func digits(_ number: Int32, _ count: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, count - digits.count)) + digits
}
