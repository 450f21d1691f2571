import Articles
import Glibc

/// A file as it was when it was read.
struct Snapshot {
  let bytes: [UInt8]
  let status: FileStatus
  let fingerprint: Fingerprint

  init(bytes: [UInt8], status: FileStatus) {
    self.bytes = bytes
    self.status = status
    fingerprint = Fingerprint(bytes)
  }
}

/// The open folder of a state file; errors say what was done with which file.
final class StateFolder {
  /// The largest state that is read: 64 MiB.
  static let largestState = 64 << 20
  /// How much of a file is read at a time where it is not kept: 64 KiB.
  private static let piece = 64 << 10

  let disk: any Disk
  let path: String
  let file: Disk.File

  init(_ path: String, making: Making, on disk: any Disk) throws(LibraryError) {
    self.disk = disk
    self.path = path
    do throws(SystemError) {
      file = try disk.openFolder(path, making: making)
    } catch {
      throw LibraryError(.open, path: Array(path.utf8), reason: .system(error.code))
    }
  }

  // Nothing was written through a folder's descriptor, so closing it cannot lose anything.
  deinit { try? disk.close(file) }

  /// Reads a file as a whole; nil where there is none.
  func read(_ name: String) throws(LibraryError) -> Snapshot? {
    try look(at: name) { (opened, status) throws(SystemError) in
      Snapshot(bytes: try disk.read(opened, from: 0, count: status.size), status: status)
    }
  }

  /// The fingerprint of a file, which is not kept in memory for it; nil where there is none.
  func fingerprint(of name: String) throws(LibraryError) -> Fingerprint? {
    try look(at: name) { (opened, status) throws(SystemError) in
      var hashing = Hashing()
      var at = 0
      while at < status.size {
        let count = min(StateFolder.piece, status.size - at)
        let piece = try disk.read(opened, from: at, count: count)
        if piece.isEmpty { break }
        hashing.add(piece[...])
        at += piece.count
      }
      return hashing.finished()
    }
  }

  /// Opens a file that can be read; nil where there is none.
  private func look<Answer>(
    at name: String, _ read: (Disk.File, FileStatus) throws(SystemError) -> Answer
  ) throws(LibraryError) -> Answer? {
    let opened: Disk.File
    do throws(SystemError) {
      opened = try disk.open(name, in: file)
    } catch {
      guard error.code != ENOENT else { return nil }
      throw failure(.open, name, .system(error.code))
    }
    defer { try? disk.close(opened) }
    let status = try attempt(.read, name) { () throws(SystemError) in try disk.status(opened) }
    guard status.isRegularFile else { throw failure(.open, name, .notRegularFile) }
    guard status.size <= StateFolder.largestState else {
      throw failure(.read, name, .tooLarge(bytes: status.size))
    }
    return try attempt(.read, name) { () throws(SystemError) in try read(opened, status) }
  }

  /// Makes a new file that holds the bytes for good; where that fails, there is none.
  func writeNew(_ name: String, _ bytes: Pieces, mode: UInt32?) throws(LibraryError) {
    let created = try attempt(.create, name) { () throws(SystemError) in
      try disk.create(name, in: file)
    }
    do throws(LibraryError) {
      try fill(created, name, bytes, mode)
    } catch {
      retire(name)
      throw error
    }
  }

  /// Puts the bytes in the place of what has the name; where that fails, what was there stays.
  func replace(_ name: String, with bytes: [UInt8]) throws(LibraryError) {
    let temporary = ".\(name).\(UInt64.random(in: .min ... .max))"
    try writeNew(temporary, Pieces(bytes), mode: nil)
    do throws(LibraryError) {
      try attempt(.publish, name) { () throws(SystemError) in
        try disk.rename(temporary, to: name, in: file)
      }
    } catch {
      retire(temporary)
      throw error
    }
  }

  private func fill(
    _ created: Disk.File, _ name: String, _ bytes: Pieces, _ mode: UInt32?
  ) throws(LibraryError) {
    do throws(LibraryError) {
      if let mode {
        try attempt(.create, name) { () throws(SystemError) in
          try disk.setMode(mode, of: created)
        }
      }
      try attempt(.write, name) { () throws(SystemError) in
        for piece in bytes.all { try writeAll(piece, to: created) }
      }
      try attempt(.sync, name) { () throws(SystemError) in try disk.sync(created) }
    } catch {
      try? disk.close(created)
      throw error
    }
    // After a sync, nothing should be left to fail. What a file system says all the same (of a quota, of
    // a server) is believed: to write once more costs little, to report what is not there a mark.
    try attempt(.write, name) { () throws(SystemError) in try disk.close(created) }
  }

  private func writeAll(_ bytes: ArraySlice<UInt8>, to created: Disk.File) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      let taken = try disk.write(rest, to: created)
      guard taken > 0 else { throw SystemError(ENOSPC) }
      rest = rest.dropFirst(taken)
    }
  }

  /// Returns when the file would survive a power cut; without a name, the names in the folder.
  func sync(_ name: String = "") throws(LibraryError) {
    try attempt(.sync, name) { () throws(SystemError) in
      guard !name.isEmpty else { return try disk.sync(file) }
      let opened = try disk.open(name, in: file)
      defer { try? disk.close(opened) }
      try disk.sync(opened)
    }
  }

  /// When the file was last changed; nil where there is none that could tell.
  func lastChange(of name: String) -> Int64? {
    guard let opened = try? disk.open(name, in: file) else { return nil }
    defer { try? disk.close(opened) }
    return try? disk.status(opened).changed
  }

  /// Removes a file that is no longer needed, or gives it the name of another that is not.
  func retire(_ name: String, as other: String? = nil) {
    // A file too many harms nobody: the next start clears it away.
    if let other {
      try? disk.rename(name, to: other, in: file)
    } else {
      try? disk.remove(name, in: file)
    }
  }

  func attempt<Answer>(
    _ operation: LibraryError.Operation, _ name: String,
    _ call: () throws(SystemError) -> Answer
  ) throws(LibraryError) -> Answer {
    do throws(SystemError) {
      return try call()
    } catch {
      throw failure(operation, name, .system(error.code))
    }
  }

  func failure(
    _ operation: LibraryError.Operation, _ name: String, _ reason: LibraryError.Reason
  ) -> LibraryError {
    let full = name.isEmpty ? path : path + "/" + name
    return LibraryError(operation, path: Array(full.utf8), reason: reason)
  }
}
