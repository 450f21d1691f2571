import Articles
import Glibc
import Storage
import Synchronization

/// A disk in memory that remembers what would be left of it, had the power gone at any operation.
final class ModelDisk: Disk {
  private let record: Mutex<Record>

  private struct Record {
    var content: DiskContent
    var moments: [DiskContent]
    var open: [File: Place] = [:]
    var nextFile: File = 1000
  }

  private enum Place {
    case folder(String)
    case file(inode: Int)
  }

  init(_ content: DiskContent = DiskContent()) {
    record = Mutex(Record(content: content, moments: [content]))
  }

  /// The disk after each operation, from the beginning on.
  var moments: [DiskContent] { record.withLock { $0.moments } }
  var content: DiskContent { record.withLock { $0.content } }

  /// So many changes more were reported to be saved.
  func acknowledge(_ changes: Int) {
    record.withLock { record in
      record.content.acknowledged += changes
      record.moments.append(record.content)
    }
  }

  private func change<Answer>(
    _ body: (inout DiskContent) throws(SystemError) -> Answer
  ) throws(SystemError) -> Answer {
    try record.withLock { record throws(SystemError) in
      let answer = try body(&record.content)
      record.moments.append(record.content)
      return answer
    }
  }

  private func open(_ place: Place) -> File {
    record.withLock { record in
      record.nextFile += 1
      record.open[record.nextFile] = place
      return record.nextFile
    }
  }

  private func path(_ folder: File) -> String {
    record.withLock { record in
      guard case .folder(let path) = record.open[folder] else { preconditionFailure("no folder") }
      return path
    }
  }

  private func inode(_ file: File) -> Int? {
    record.withLock { record in
      guard case .file(let inode) = record.open[file] else { return nil }
      return inode
    }
  }
}

extension ModelDisk {
  func openFolder(_ path: String, making: Making) throws(SystemError) -> File {
    if content.folders[path] == nil {
      guard making != .nothing else { throw SystemError(ENOENT) }
      try change { (content) throws(SystemError) in content.folders[path] = DiskFolder() }
    }
    return open(.folder(path))
  }

  func isWritable(_ path: String) -> Bool { true }
  func realPath(_ path: String) -> String? { path }

  func open(_ name: String, in folder: File) throws(SystemError) -> File {
    guard let inode = content.folders[path(folder)]?.names[name] else { throw SystemError(ENOENT) }
    return open(.file(inode: inode))
  }

  func create(_ name: String, in folder: File) throws(SystemError) -> File {
    let path = path(folder)
    let inode = try change { (content) throws(SystemError) in
      guard content.folders[path]?.names[name] == nil else { throw SystemError(EEXIST) }
      content.files.append(DiskFile(bytes: [], synced: []))
      let inode = content.files.count - 1
      content.folders[path]?.change { $0[name] = inode }
      return inode
    }
    return open(.file(inode: inode))
  }

  func close(_ file: File) throws(SystemError) {
    record.withLock { _ = $0.open.removeValue(forKey: file) }
  }

  func status(_ file: File) throws(SystemError) -> FileStatus {
    guard let inode = inode(file) else {
      return FileStatus(isRegularFile: false, size: 0, mode: 0, device: 1, inode: 0, changed: 0)
    }
    let size = content.files[inode].bytes.count
    return FileStatus(
      isRegularFile: true, size: size, mode: 0o600, device: 1, inode: UInt64(inode + 1), changed: 0)
  }

  func setMode(_ mode: UInt32, of file: File) throws(SystemError) {}

  func read(_ file: File, from offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    inode(file).map { Array(content.files[$0].bytes.dropFirst(offset).prefix(count)) } ?? []
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: File) throws(SystemError) -> Int {
    guard let inode = inode(file) else { throw SystemError(EBADF) }
    try change { (content) throws(SystemError) in content.files[inode].bytes += bytes }
    return bytes.count
  }

  func sync(_ file: File) throws(SystemError) {
    let inode = inode(file)
    let path = inode == nil ? path(file) : ""
    try change { (content) throws(SystemError) in
      if let inode {
        content.files[inode].synced = content.files[inode].bytes
      } else {
        content.folders[path]?.lost = []
      }
    }
  }

  func exchange(_ one: String, _ other: String, in folder: File) throws(SystemError) {
    try rename(in: folder) { (names) throws(SystemError) in
      guard let first = names[one], let second = names[other] else { throw SystemError(ENOENT) }
      (names[one], names[other]) = (second, first)
    }
  }

  func renameNew(_ old: String, to new: String, in folder: File) throws(SystemError) {
    try rename(in: folder) { (names) throws(SystemError) in
      guard names[new] == nil else { throw SystemError(EEXIST) }
      guard let inode = names.removeValue(forKey: old) else { throw SystemError(ENOENT) }
      names[new] = inode
    }
  }

  func rename(_ old: String, to new: String, in folder: File) throws(SystemError) {
    try rename(in: folder) { (names) throws(SystemError) in
      guard let inode = names.removeValue(forKey: old) else { throw SystemError(ENOENT) }
      names[new] = inode
    }
  }

  func link(_ old: String, as new: String, in folder: File) throws(SystemError) {
    try rename(in: folder) { (names) throws(SystemError) in
      guard let inode = names[old] else { throw SystemError(ENOENT) }
      guard names[new] == nil else { throw SystemError(EEXIST) }
      names[new] = inode
    }
  }

  func remove(_ name: String, in folder: File) throws(SystemError) {
    try rename(in: folder) { (names) throws(SystemError) in
      guard names.removeValue(forKey: name) != nil else { throw SystemError(ENOENT) }
    }
  }

  private func rename(
    in folder: File, _ body: (inout [String: Int]) throws(SystemError) -> Void
  ) throws(SystemError) {
    let path = path(folder)
    try change { (content) throws(SystemError) in
      var names = content.folders[path]?.names ?? [:]
      try body(&names)
      content.folders[path]?.change { $0 = names }
    }
  }

  func names(in folder: File) throws(SystemError) -> [String] {
    content.folders[path(folder)]?.names.keys.sorted() ?? []
  }

  func lock(_ name: String, in folder: File) throws(SystemError) -> File { open(.folder("")) }
}
