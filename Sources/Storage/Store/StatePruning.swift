import Articles

/// Drops the marks of articles that no longer exist.
package struct StatePruning {
  private var file: StateFile
  private var memory = Memory()
  /// The articles whose marks would go.
  package let gone: [ArticlePath: Marks]

  /// Reads the state file, and changes nothing.
  /// - Parameter existing: the articles of the library.
  /// - Throws: `LibraryError` where the file cannot be read, is damaged or newer.
  package init(
    _ location: StateLocation, existing: Set<ArticlePath>, on disk: any Disk = SystemDisk(),
    now: @escaping @Sendable () -> Timestamp = StateStore.wallClock
  ) throws(LibraryError) {
    let check = try StateCheck(location, on: disk)
    switch check.condition {
    case .missing, .whole: break
    case .damaged: throw LibraryError(.read, path: Array(check.path.utf8), reason: .damaged)
    case .newer: throw LibraryError(.write, path: Array(check.path.utf8), reason: .newerFormat)
    }
    file = StateFile(
      check.path, making: .nothing, locks: location.locks, pruned: location.pruned, on: disk,
      now: now)
    gone = check.articles.filter { !existing.contains($0.key) }
  }

  /// Writes the file without them, after it was kept as a backup; open windows drop them too. Marks
  /// made meanwhile stay.
  /// - Throws: `LibraryError` where it could not be written; it is as it was then.
  package mutating func apply() throws(LibraryError) {
    guard !gone.isEmpty else { return }
    var news = News()
    file.dropped = gone
    try file.publish(&memory, &news)
  }
}
