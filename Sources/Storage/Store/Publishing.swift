import Articles
import Glibc

// How a save goes: lock, read what others have written and merge it, write a new file beside the old
// one, swap the two in one step, look at what was displaced, and let the folder's names reach the
// disk. Whatever happens in between, the file is whole, old or new; what a sync tool puts there at
// the last moment falls into our hands instead of being written over.

extension StateFile {
  /// How often what was displaced is merged and published again.
  private static let mostRounds = 20
  /// How long another window may hold the lock, in milliseconds.
  private static let patience = 2000

  /// Merges memory and file, both ways. When it returns, all of memory would survive a power cut.
  mutating func publish(
    _ memory: inout Memory, _ news: inout News
  ) throws(LibraryError) {
    let target = target
    let folder = try StateFolder(target.folder, making: making, on: disk)
    let lock = StateLock(for: folder, in: locks, patience: StateFile.patience)
    let isLocked = lock != nil
    dropPruned(from: &memory)
    var present = try folder.read(target.name)
    var isTrusted = !isSuspect
    for _ in 0..<StateFile.mostRounds {
      if let present { try take(present, from: folder, target, into: &memory, &news) }
      guard !memory.state.isNewer else { throw folder.failure(.write, target.name, .newerFormat) }
      memory.drop(dropped)
      let bytes = memory.encoded(over: present)
      let written = Fingerprint(bytes)
      if isTrusted, present?.fingerprint == written { return try settle(folder, target) }
      isSuspect = true
      let round = Round(
        folder: folder, name: target.name, isLocked: isLocked,
        temporary: temporaryName(target), bytes: bytes, fingerprint: written)
      switch try round.run(over: present) {
      case .published(let old):
        try finish(folder, target, old: old, present)
        seen = written
        return memory.wrote(written)
      case .raced(let snapshot):
        present = snapshot
      case .displaced(let snapshot):
        try take(displaced: snapshot, round, target, into: &memory, &news)
        present = Snapshot(bytes: bytes.joined, status: snapshot.status)
        isTrusted = true
      }
    }
    throw folder.failure(.publish, target.name, .system(EBUSY))
  }

  /// Takes into memory what a round has displaced; puts it back where that must not be.
  private mutating func take(
    displaced snapshot: Snapshot, _ round: Round, _ target: Target,
    into memory: inout Memory, _ news: inout News
  ) throws(LibraryError) {
    do throws(LibraryError) {
      try take(snapshot, from: round.folder, target, into: &memory, &news)
      guard !memory.state.isNewer else {
        throw round.folder.failure(.write, target.name, .newerFormat)
      }
    } catch {
      round.putBack()
      throw error
    }
    leftovers.insert(round.temporary)
  }

  /// The file holds all of memory already, but whoever wrote it may not have waited for the disk.
  private mutating func settle(
    _ folder: StateFolder, _ target: Target
  ) throws(LibraryError) {
    try folder.sync(target.name)
    try folder.sync()
    isSuspect = false
    removeSiblings(folder, target)
  }

  /// - Parameter old: the name that the former file now has.
  private mutating func finish(
    _ folder: StateFolder, _ target: Target, old: String?, _ former: Snapshot?
  ) throws(LibraryError) {
    try folder.sync()
    isSuspect = false
    // Still under the lock: whoever waits for it learns of it before writing. Windows that cannot be
    // told bring the marks back.
    if !dropped.isEmpty { try? pruned?.write(dropped) }
    if let old {
      let isWhole = former.map { $0.fingerprint != damaged } ?? false
      if isWhole, !dropped.isEmpty || folder.isBackupDue(target.backup, now: now()) {
        folder.retire(old, as: target.backup)
      } else {
        leftovers.insert(old)
      }
    }
    removeSiblings(folder, target)
  }
}

extension StateFolder {
  /// A backup is made at most once a day, and before marks are dropped.
  fileprivate func isBackupDue(_ name: String, now: Timestamp) -> Bool {
    guard let changed = lastChange(of: name) else { return true }
    return now - changed > 24 * 3_600_000
  }
}
