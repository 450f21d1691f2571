import Articles
import Glibc

// Files beside the state file that hold marks: what interrupted saves left, and the copies that sync
// tools make where two machines wrote. Each is merged; only when that is on the disk, it goes.

extension StateFile {
  /// A conflict copy whose marks are in memory.
  struct Copy: Hashable {
    let name: String
    let fingerprint: Fingerprint
  }

  /// Younger files may belong to a save that is under way on another machine: 10 minutes.
  private static let youngest: Timestamp = 600_000
  /// The most conflict copies that are taken at a time.
  private static let mostCopies = 100

  /// A name for the bytes of a save before they are published.
  func temporaryName(_ target: Target) -> String {
    "\(target.temporaryPrefix)\(getpid())-\(String(UInt64.random(in: 0...UInt64.max), radix: 16))"
  }

  /// Merges what stands beside the file. What is no whole state, or not yet, is left alone.
  mutating func takeSiblings(
    of folder: StateFolder, _ target: Target, into memory: inout Memory, _ news: inout News
  ) {
    let names = (try? disk.names(in: folder.file)) ?? []
    for name in names where isAbandoned(name, target) {
      guard let snapshot = take(sibling: name, of: folder, into: &memory, &news) else { continue }
      if now() - snapshot.status.changed > StateFile.youngest { leftovers.insert(name) }
    }
    let conflict = ConflictName(of: target.name)
    for name in names.lazy.filter(conflict.matches).prefix(StateFile.mostCopies) {
      guard let snapshot = take(sibling: name, of: folder, into: &memory, &news) else { continue }
      copies.insert(Copy(name: name, fingerprint: snapshot.fingerprint))
    }
  }

  private mutating func take(
    sibling name: String, of folder: StateFolder, into memory: inout Memory, _ news: inout News
  ) -> Snapshot? {
    guard let snapshot = try? folder.read(name), let state = LibraryState(snapshot.bytes),
      !state.isNewer
    else { return nil }
    let changed = memory.merge(state)
    if !changed.isEmpty { isSuspect = true }
    news.add(changed)
    return snapshot
  }

  /// A temporary file whose process is gone.
  private func isAbandoned(_ name: String, _ target: Target) -> Bool {
    guard name.hasPrefix(target.temporaryPrefix) else { return false }
    let owner = name.dropFirst(target.temporaryPrefix.count).prefix { $0 != "-" }
    guard let process = pid_t(owner), process > 0 else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  /// Removes what has been merged, now that memory is on the disk.
  mutating func removeSiblings(_ folder: StateFolder, _ target: Target) {
    for name in leftovers { folder.retire(name) }
    for copy in copies { remove(copy, folder, target) }
    leftovers = []
    copies = []
  }

  /// A sync tool may have put another version there meanwhile. So the copy first gets a name of ours,
  /// and goes if it is the one that was read. Whatever ends the program in between, the next start
  /// finds the copy under one name or the other.
  private func remove(_ copy: Copy, _ folder: StateFolder, _ target: Target) {
    let aside = temporaryName(target)
    guard (try? disk.renameNew(copy.name, to: aside, in: folder.file)) != nil else { return }
    if let found = try? folder.read(aside), found.fingerprint == copy.fingerprint {
      folder.retire(aside)
    } else {
      try? disk.renameNew(aside, to: copy.name, in: folder.file)
    }
  }
}
