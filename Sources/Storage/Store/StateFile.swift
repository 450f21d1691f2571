import Articles
import Glibc

/// A state file on a disk, and how much of it is in memory.
struct StateFile {
  let path: String
  let disk: any Disk
  /// What is made where its folder is missing.
  let making: Making
  /// The folder of the lock files.
  let locks: String?
  let now: @Sendable () -> Timestamp

  /// The bytes that have been merged into memory already.
  var seen: Fingerprint?
  /// The last bytes that were no whole state.
  var damaged: Fingerprint?
  /// What is in the file has to be written again, even if it looks right.
  var isSuspect = false
  /// Files of interrupted saves, merged into memory; to be removed when that is on the disk.
  var leftovers: Set<String> = []
  /// Conflict copies, likewise.
  var copies: Set<Copy> = []

  init(
    _ path: String, making: Making, locks: String?, pruned: String? = nil, on disk: any Disk,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.path = path
    self.making = making
    self.locks = locks
    self.pruned = pruned.map { PruneRecord($0, on: disk) }
    self.disk = disk
    self.now = now
  }

  /// Marks that are to be dropped, from memory and from the file.
  var dropped: [ArticlePath: Marks] = [:]
  /// What others have dropped.
  var pruned: PruneRecord?

  /// There is something to write or to clear away.
  var isBehind: Bool { isSuspect || !leftovers.isEmpty || !copies.isEmpty }

  /// Reads the file into memory, with the marks in files beside it.
  mutating func load(into memory: inout Memory, _ news: inout News) throws(LibraryError) {
    let target = target
    guard let folder = try open(target) else { return }
    let snapshot = try folder.read(target.name)
    if let snapshot { try take(snapshot, from: folder, target, into: &memory, &news) }
    takeSiblings(of: folder, target, into: &memory, &news)
  }

  /// Reads the file again, and what has come to stand beside it.
  /// - Returns: Whether it lacks something that is in memory, or something is to be cleared away.
  mutating func refresh(
    _ memory: inout Memory, _ news: inout News
  ) throws(LibraryError) -> Bool {
    let target = target
    guard let folder = try open(target) else { return false }
    dropPruned(from: &memory)
    takeSiblings(of: folder, target, into: &memory, &news)
    guard let snapshot = try folder.read(target.name), snapshot.fingerprint != seen else {
      return isBehind
    }
    try take(snapshot, from: folder, target, into: &memory, &news)
    return isBehind || memory.state.encoded() != snapshot.bytes
  }

  /// Drops what others have dropped; the file then has to be read again.
  mutating func dropPruned(from memory: inout Memory) {
    guard let others = pruned?.news() else { return }
    memory.drop(others)
    seen = nil
  }

  /// The folder; nil where there is none yet.
  func open(_ target: Target) throws(LibraryError) -> StateFolder? {
    do throws(LibraryError) {
      return try StateFolder(target.folder, making: .nothing, on: disk)
    } catch {
      guard error.reason == .system(ENOENT) else { throw error }
      return nil
    }
  }

  /// Files could be made in the folder, as far as can be told without trying.
  var isWritable: Bool { disk.isWritable(target.folder) }

  /// Merges what has been read into memory, unless it has been before. Of what is damaged a copy is
  /// kept, so that it may be written over.
  mutating func take(
    _ snapshot: Snapshot, from folder: StateFolder, _ target: Target,
    into memory: inout Memory, _ news: inout News
  ) throws(LibraryError) {
    guard snapshot.fingerprint != seen else { return }
    if let reading = StateReading(snapshot.bytes) {
      news.add(memory.merge(reading, of: snapshot.fingerprint))
    } else {
      // A link may lead to any file of the user: only a state file may be written over.
      guard !target.isLinked else { throw folder.failure(.read, target.name, .damaged) }
      try recover(snapshot, from: folder, target, into: &memory, &news)
      damaged = snapshot.fingerprint
      isSuspect = true
    }
    seen = snapshot.fingerprint
    if memory.state.isNewer {
      news.notices.append(.newer(minimumReader: memory.state.minimumReader))
    }
  }

  /// Takes what can be read of a damaged file, and the last backup.
  private func recover(
    _ damaged: Snapshot, from folder: StateFolder, _ target: Target,
    into memory: inout Memory, _ news: inout News
  ) throws(LibraryError) {
    let salvaged = LibraryState.salvaged(damaged.bytes)
    news.add(memory.merge(salvaged))
    // Without a whole backup, what was salvaged has to do.
    if let backup = try? folder.read(target.backup), let state = LibraryState(backup.bytes) {
      news.add(memory.merge(state))
    }
    let copy = try folder.quarantine(damaged, of: target.name, now: now())
    news.notices.append(.recovered(articles: salvaged.articles.count, copy: copy))
  }
}

extension StateFile {
  /// The file that is meant when links are followed, and the names of those beside it.
  struct Target {
    let folder: String
    let name: String
    let isLinked: Bool

    var backup: String { name + ".bak" }
    var temporaryPrefix: String { ".\(name).tmp-" }
  }

  var target: Target {
    let real = disk.realPath(path) ?? path
    let name = real.split(separator: "/").last.map(String.init) ?? real
    return Target(folder: parentPath(real), name: name, isLinked: real != path)
  }
}
