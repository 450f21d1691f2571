import Articles

/// Merges state files outside of a library: what git asks for where two branches have marks.
package enum StateMerge {
  /// Writes the marks of both files into `ours`. The base is not needed: each mark has its time.
  /// - Throws: `LibraryError` where a file is missing, no state file, or cannot be written; `ours`
  ///   is as it was then.
  package static func merge(
    _ theirs: String, into ours: String, on disk: any Disk = SystemDisk()
  ) throws(LibraryError) {
    var state = LibraryState()
    let target = StateFile(ours, making: .nothing, locks: nil, on: disk) { 0 }.target
    let folder = try StateFolder(target.folder, making: .nothing, on: disk)
    let status = try read(target.name, in: folder, into: &state)
    let other = try StateFolder(parentPath(theirs), making: .nothing, on: disk)
    let name = theirs.split(separator: "/").last.map(String.init) ?? theirs
    _ = try read(name, in: other, into: &state)
    let temporary = ".\(target.name).merge-\(UInt64.random(in: 0...UInt64.max))"
    try folder.writeNew(temporary, Pieces(state.encoded()), mode: status.mode)
    do throws(LibraryError) {
      try folder.attempt(.publish, target.name) { () throws(SystemError) in
        try disk.rename(temporary, to: target.name, in: folder.file)
      }
    } catch {
      folder.retire(temporary)
      throw error
    }
    try folder.sync()
  }

  /// An empty file has no marks; one with the marks of a conflict has both sides.
  private static func read(
    _ name: String, in folder: StateFolder, into state: inout LibraryState
  ) throws(LibraryError) -> FileStatus {
    guard let snapshot = try folder.read(name) else {
      throw folder.failure(.read, name, .system(SystemError.missing.code))
    }
    let bytes = snapshot.bytes
    if let whole = LibraryState(bytes) {
      state.merge(whole)
    } else if hasConflictMarkers(bytes) {
      state.merge(.salvaged(bytes))
    } else if !bytes.isEmpty {
      throw folder.failure(.read, name, .damaged)
    }
    guard !state.isNewer else { throw folder.failure(.read, name, .newerFormat) }
    return snapshot.status
  }

  private static func hasConflictMarkers(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    return ["<<<<<<<", "=======", ">>>>>>>"].allSatisfy { marker in
      lines.contains { $0.starts(with: marker.utf8) }
    }
  }
}
