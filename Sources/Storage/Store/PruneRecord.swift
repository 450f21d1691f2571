import Articles

/// What `prune` has dropped last, for the windows that are open meanwhile: they know the marks, and
/// would write them again.
///
/// Marks that are missing from the file say nothing: a sync tool may have put back an older one. So a
/// window drops only what the record names, only where its marks are exactly those that were dropped,
/// and only when it sees the record for the first time; then it reads the file again, and what is in
/// there counts.
struct PruneRecord {
  private let path: String
  private let disk: any Disk
  /// The record that was looked at last.
  private var seen: FileStatus?

  /// - Parameter path: the file of the record. What is in it by now is of no concern.
  init(_ path: String, on disk: any Disk) {
    self.path = path
    self.disk = disk
    seen = read()?.status
  }

  /// What was dropped since the last look; nil where nothing was.
  mutating func news() -> [ArticlePath: Marks]? {
    guard let snapshot = read(), snapshot.status != seen else { return nil }
    seen = snapshot.status
    return LibraryState(snapshot.bytes)?.articles
  }

  /// Puts a new record in the place of the old one.
  func write(_ dropped: [ArticlePath: Marks]) throws(LibraryError) {
    var state = LibraryState()
    state.articles = dropped
    let folder = try StateFolder(parentPath(path), making: .folderAndParents, on: disk)
    try folder.replace(name, with: state.encoded())
  }

  private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  private func read() -> Snapshot? {
    guard let folder = try? StateFolder(parentPath(path), making: .nothing, on: disk) else {
      return nil
    }
    return try? folder.read(name)
  }
}
