import Articles
import Glibc

extension Library {
  /// The largest content that is read as a whole: 64 MiB.
  package static let largestWhole = 64 << 20

  /// Reads a whole file, again (up to three times) where it changes meanwhile. Blocks.
  /// - Throws: `LibraryError`, among others `.tooLarge` and `.notRegularFile`.
  package func readWhole(_ path: ArticlePath) throws(LibraryError) -> FileContent {
    let file = try openRegular(path)
    let content = try readWhole(file, path)
    guard ArticleName.isCompressed(path.bytes) else { return content }
    do throws(Gzip.Failure) {
      let text = try Gzip.inflated(content.bytes, limit: Library.largestWhole)
      return FileContent(bytes: text, start: 0, total: text.count, modified: content.modified)
    } catch {
      let tooLarge = LibraryError.Reason.tooLarge(bytes: Library.largestWhole + 1)
      throw LibraryError(
        .decode, path: path.bytes, reason: error == .tooLarge ? tooLarge : .damaged)
    }
  }

  /// Reads a part of a file; shorter where the file ends before. Blocks.
  /// - Throws: `LibraryError`.
  package func read(
    _ path: ArticlePath, from offset: Int, count: Int
  ) throws(LibraryError) -> FileContent {
    if ArticleName.isCompressed(path.bytes) {
      return try readWhole(path).part(from: offset, count: count)
    }
    let file = try openRegular(path)
    let status = try asking(path) { () throws(SystemError) in try file.status() }
    let total = Int(status.st_size)
    let start = min(max(offset, 0), total)
    let count = min(max(count, 0), total - start)
    let bytes = try asking(path) { () throws(SystemError) in
      try file.read(from: start, count: count)
    }
    return FileContent(bytes: bytes, start: start, total: total, modified: status.modified)
  }

  private func openRegular(_ path: ArticlePath) throws(LibraryError) -> Descriptor {
    let file = try root.open(path)
    let status = try asking(path) { () throws(SystemError) in try file.status() }
    guard status.isRegularFile else {
      throw LibraryError(.open, path: path.bytes, reason: .notRegularFile)
    }
    return file
  }

  private func readWhole(
    _ file: borrowing Descriptor, _ path: ArticlePath
  ) throws(LibraryError) -> FileContent {
    var attempts = 3
    while true {
      let before = try asking(path) { () throws(SystemError) in try file.status() }
      let size = Int(before.st_size)
      guard size <= Library.largestWhole else {
        throw LibraryError(.read, path: path.bytes, reason: .tooLarge(bytes: size))
      }
      let bytes = try asking(path) { () throws(SystemError) in
        try file.read(from: 0, count: size)
      }
      let after = try asking(path) { () throws(SystemError) in try file.status() }
      attempts -= 1
      let isQuiet = after.st_size == before.st_size && after.modified == before.modified
      guard isQuiet || attempts == 0 else { continue }
      return FileContent(bytes: bytes, start: 0, total: bytes.count, modified: after.modified)
    }
  }

  private func asking<Answer>(
    _ path: ArticlePath, _ call: () throws(SystemError) -> Answer
  ) throws(LibraryError) -> Answer {
    do throws(SystemError) {
      return try call()
    } catch {
      throw LibraryError(.read, path: path.bytes, reason: .system(error.code))
    }
  }
}

extension FileContent {
  fileprivate func part(from offset: Int, count: Int) -> FileContent {
    let start = min(max(offset, 0), bytes.count)
    let end = start + min(max(count, 0), bytes.count - start)
    return FileContent(
      bytes: Array(bytes[start..<end]), start: start, total: total, modified: modified)
  }
}
