import Articles
import Glibc

extension StateFile {
  /// Younger files may belong to a save that is under way on another machine: 10 minutes.
  private static let youngest: Timestamp = 600_000

  /// A name for the bytes of a save before they are published.
  func temporaryName(_ target: Target) -> String {
    "\(target.temporaryPrefix)\(getpid())-\(String(UInt64.random(in: 0...UInt64.max), radix: 16))"
  }

  /// Merges the files of saves that were interrupted: one may hold what was displaced, and is not yet
  /// merged, when the program was killed. What cannot be read waits for the next time.
  mutating func takeLeftovers(
    of folder: StateFolder, _ target: Target, into memory: inout Memory,
    _ news: inout News
  ) {
    for name in (try? disk.names(in: folder.file)) ?? [] where isAbandoned(name, target) {
      guard let snapshot = try? folder.read(name) else { continue }
      if let state = LibraryState(snapshot.bytes), !state.isNewer {
        let changed = memory.merge(state)
        if !changed.isEmpty { isSuspect = true }
        news.add(changed)
      }
      if now() - snapshot.status.changed > StateFile.youngest { leftovers.append(name) }
    }
  }

  /// A temporary file whose process is gone.
  private func isAbandoned(_ name: String, _ target: Target) -> Bool {
    guard name.hasPrefix(target.temporaryPrefix) else { return false }
    let owner = name.dropFirst(target.temporaryPrefix.count).prefix { $0 != "-" }
    guard let process = pid_t(owner), process > 0 else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }
}
