/// Where the marks of a library are kept.
package struct StateLocation: Hashable, Sendable {
  /// The state file.
  package var file: String
  /// Where it is kept while the file system does not let us write there.
  package var fallback: String?
  /// The folder of the lock files, never in the library; without it nothing is locked.
  package var locks: String?

  package init(file: String, fallback: String? = nil, locks: String? = nil) {
    self.file = file
    self.fallback = fallback
    self.locks = locks
  }

  /// The usual place: `.lectern/state.json` in the library, which moves and is synced with it.
  /// - Parameters:
  ///   - library: the path of the folder.
  ///   - stateHome: the user's folder for such things, `$XDG_STATE_HOME/lectern`.
  package init(library: String, stateHome: String?) {
    let root = realPath(Array(library.utf8)) ?? Array(library.utf8)
    let name = root.split(separator: UInt8(ascii: "/")).last.map {
      String(decoding: $0, as: UTF8.self)
    }
    let fallbackName = "\(name ?? "library")-\(Fingerprint(root).text.prefix(16)).json"
    self.init(
      file: String(decoding: root, as: UTF8.self) + "/.lectern/state.json",
      fallback: stateHome.map { "\($0)/states/\(fallbackName)" },
      locks: stateHome.map { "\($0)/locks" })
  }
}
