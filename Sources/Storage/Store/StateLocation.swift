import Articles

/// Where the marks of a library are kept.
package struct StateLocation: Hashable, Sendable {
  /// The state file.
  package var file: String
  /// Where it is kept while the file system does not let us write there.
  package var fallback: String?
  /// The folder of the lock files, never in the library; without it nothing is locked.
  package var locks: String?
  /// The log of what was done, for undo; without it, undo ends with the program.
  package var history: String?

  /// The file that tells open windows which marks were dropped; without it, they bring them back.
  package var pruned: String?

  package init(
    file: String, fallback: String? = nil, locks: String? = nil, history: String? = nil,
    pruned: String? = nil
  ) {
    self.file = file
    self.fallback = fallback
    self.locks = locks
    self.history = history
    self.pruned = pruned
  }

  /// A state file that the user has named.
  package init(file: String, stateHome: String) {
    let name = StateLocation.name(of: realPath(Array(file.utf8)) ?? Array(file.utf8))
    self.init(
      file: file, locks: "\(stateHome)/locks", history: "\(stateHome)/history/\(name).jsonl",
      pruned: "\(stateHome)/pruned/\(name).json")
  }

  /// The usual place: `.lectern/state.json` in the library, which moves and is synced with it.
  /// - Parameters:
  ///   - library: the path of the folder.
  ///   - stateHome: the user's folder for such things, `$XDG_STATE_HOME/lectern`.
  package init(library: String, stateHome: String?) {
    let root = realPath(Array(library.utf8)) ?? Array(library.utf8)
    let name = StateLocation.name(of: root)
    self.init(
      file: String(decoding: root, as: UTF8.self) + "/.lectern/state.json",
      fallback: stateHome.map { "\($0)/states/\(name).json" },
      locks: stateHome.map { "\($0)/locks" },
      history: stateHome.map { "\($0)/history/\(name).jsonl" },
      pruned: stateHome.map { "\($0)/pruned/\(name).json" })
  }

  /// What the files of a library are called in folders that libraries share.
  package static func name(ofLibrary path: String) -> String {
    name(of: realPath(Array(path.utf8)) ?? Array(path.utf8))
  }

  /// Tells one path from all others, and is understood by people.
  private static func name(of path: [UInt8]) -> String {
    let last = path.split(separator: UInt8(ascii: "/")).last
    let name = last.map { String(decoding: $0, as: UTF8.self) } ?? "library"
    return "\(name)-\(Fingerprint(path).text.prefix(16))"
  }
}
