import Articles

extension Wording {
  /// What failed, on what, and why, in one sentence.
  package static func failure(_ error: LibraryError) -> String {
    "\(attempt(error)): \(reason(error))."
  }

  /// What failed, and on what.
  static func attempt(_ error: LibraryError) -> String {
    let path = String(decoding: error.path, as: UTF8.self)
    return "Cannot \(error.operation.rawValue) \(path.isEmpty ? "it" : path)"
  }

  /// Why something failed, as a clause.
  package static func reason(_ error: LibraryError) -> String {
    switch error.reason {
    case .system(let code): systemReasons[code] ?? "system error \(code)"
    case .notRegularFile: "it is not a regular file"
    case .outsideLibrary: "it leads out of the library"
    case .tooLarge(let bytes): "it is too large (\(bytes) bytes)"
    case .newerFormat: "it is from a newer Lectern"
    case .damaged: "it is damaged"
    }
  }

  /// Why a folder cannot be watched, as a clause; some numbers mean something else there.
  static func reasonNotWatched(_ error: LibraryError) -> String {
    switch error.reason {
    case .system(24): "the system has no more watches (fs.inotify.max_user_instances)"
    case .system(28): "the system has no more watches (fs.inotify.max_user_watches)"
    case .system(66): "its file system does not tell what other machines do"
    default: reason(error)
    }
  }

  /// What the errors mean to a person that a reader meets; the numbers are those of Linux.
  private static let systemReasons: [Int32: String] = [
    1: "it is not permitted", 2: "it is no longer there", 5: "the disk reports an error",
    11: "another program holds it", 13: "no permission", 20: "a part of its path is not a folder",
    21: "it is a folder", 23: "too many files are open", 24: "too many files are open",
    27: "the file would be too large", 28: "the disk is full", 30: "the folder is read-only",
    36: "its name is too long", 40: "its links lead in a circle", 116: "its server lost it",
    122: "the disk quota is used up",
  ]
}
