import Glibc

/// The names that sync tools give to one of two versions of a file that met.
///
/// A name alone proves nothing: what has such a name is taken only where it is a whole state file.
struct ConflictName {
  private let original: Substring
  private let stem: Substring
  private let ending: Substring
  private let host: String

  /// - Parameter original: The name of the file itself.
  init(of original: String, host: String = ConflictName.host) {
    self.original = original[...]
    self.host = host.lowercased()
    let dot = original.lastIndex(of: ".") ?? original.endIndex
    (stem, ending) = (original[..<dot], original[dot...])
  }

  /// Whether a sync tool made this name.
  func matches(_ name: String) -> Bool {
    if let addition = addition(in: name, between: stem, ending) {
      // Syncthing, Dropbox, Nextcloud, ownCloud, Seafile, Resilio; OneDrive names the machine.
      return hasWord(addition) || isHost(addition)
    }
    return addition(in: name, between: original, "").map(hasWord) ?? false
  }

  private func addition(
    in name: String, between start: Substring, _ end: Substring
  ) -> Substring? {
    guard name.hasPrefix(start), name.hasSuffix(end),
      name.utf8.count > start.utf8.count + end.utf8.count
    else { return nil }
    return name.dropFirst(start.count).dropLast(end.count)
  }

  /// "conflict" as most languages write it that Dropbox speaks: Konflikt, conflit, conflicto …
  private func hasWord(_ addition: Substring) -> Bool {
    " ._-(".contains(addition.first ?? "x") && addition.lowercased().contains("onfli")
  }

  /// Only the name of this machine: `state-old.json` may be a copy that a person made.
  private func isHost(_ addition: Substring) -> Bool {
    guard !host.isEmpty, addition.lowercased().hasPrefix("-" + host) else { return false }
    let rest = addition.dropFirst(1 + host.count)
    return rest.isEmpty || rest.first == "-" && rest.dropFirst().allSatisfy(\.isNumber)
  }

  private static let host: String = {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }()
}
