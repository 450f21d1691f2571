import Articles
import Glibc
import Storage
import Synchronization

/// The disk, with faults: the calls are counted, and any of them may fail.
final class FaultyDisk: Disk {
  /// Which calls fail.
  struct Fault {
    /// The number of the first call that fails, from 0 on.
    var first = Int.max
    /// How many calls fail from then on.
    var count = 1
    var code: Int32 = EIO
    /// Calls that fail whatever their number: `ENOSYS`.
    var unsupported: Set<String> = []
    /// A part of the names of folders and new files that a read-only file system refuses to make.
    var readOnly: String?
    /// The code with which closing a file fails that was made new, as often as there is one.
    var closingNew: [Int32] = []
    /// The most bytes that one write takes.
    var longestWrite = Int.max
    /// Called once, before the first exchange or renaming to a new name.
    var beforePublishing: (@Sendable () -> Void)?
  }

  private struct Record {
    var fault: Fault
    var calls = 0
    var failed: [String] = []
    /// The new files that are open, and the names of all that were made.
    var new: Set<File> = []
    var made: [String] = []
    var closed: [File] = []
  }

  private let disk: any Disk
  private let record: Mutex<Record>

  init(_ fault: Fault = Fault(), over disk: any Disk = SystemDisk()) {
    self.disk = disk
    record = Mutex(Record(fault: fault))
  }

  /// The names of the calls that failed.
  var failed: [String] { record.withLock { $0.failed } }

  /// The names of the files that were made.
  var made: [String] { record.withLock { $0.made } }

  /// What was closed.
  var closed: [File] { record.withLock { $0.closed } }

  func heal() { record.withLock { $0.fault = Fault() } }

  private func count(_ name: String) throws(SystemError) {
    let code: Int32? = record.withLock { record in
      if record.fault.unsupported.contains(name) { return ENOSYS }
      defer { record.calls += 1 }
      let fault = record.fault
      guard record.calls >= fault.first, record.calls - fault.first < fault.count else {
        return nil
      }
      record.failed.append(name)
      return fault.code
    }
    if let code { throw SystemError(code) }
  }

  private func refuse(_ name: String) throws(SystemError) {
    let readOnly = record.withLock { $0.fault.readOnly }
    if let readOnly, name.contains(readOnly) { throw SystemError(EROFS) }
  }

  private func publish(
    _ name: String, _ call: () throws(SystemError) -> Void
  ) throws(SystemError) {
    let before = record.withLock { record in
      defer { record.fault.beforePublishing = nil }
      return record.fault.beforePublishing
    }
    before?()
    try count(name)
    try call()
  }
}

extension FaultyDisk {
  func openFolder(_ path: String, making: Making) throws(SystemError) -> File {
    try count("openFolder")
    if making != .nothing { try refuse(path) }
    return try disk.openFolder(path, making: making)
  }

  func isWritable(_ path: String) -> Bool { disk.isWritable(path) }

  func realPath(_ path: String) -> String? { disk.realPath(path) }

  func open(_ name: String, in folder: File) throws(SystemError) -> File {
    try count("open")
    return try disk.open(name, in: folder)
  }

  func create(_ name: String, in folder: File) throws(SystemError) -> File {
    try count("create")
    try refuse(name)
    let file = try disk.create(name, in: folder)
    record.withLock { record in
      record.new.insert(file)
      record.made.append(name)
    }
    return file
  }

  /// Fails as the system does: the descriptor is gone all the same.
  func close(_ file: File) throws(SystemError) {
    try disk.close(file)
    try count("close")
    let code = record.withLock { record in
      record.closed.append(file)
      let isNew = record.new.remove(file) != nil
      return isNew && !record.fault.closingNew.isEmpty ? record.fault.closingNew.removeFirst() : nil
    }
    if let code { throw SystemError(code) }
  }

  func status(_ file: File) throws(SystemError) -> FileStatus {
    try count("status")
    return try disk.status(file)
  }

  func setMode(_ mode: UInt32, of file: File) throws(SystemError) {
    try count("setMode")
    try disk.setMode(mode, of: file)
  }

  func read(_ file: File, from offset: Int, count bytes: Int) throws(SystemError) -> [UInt8] {
    try count("read")
    return try disk.read(file, from: offset, count: bytes)
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: File) throws(SystemError) -> Int {
    try count("write")
    let longest = record.withLock { $0.fault.longestWrite }
    return longest == 0 ? 0 : try disk.write(bytes.prefix(longest), to: file)
  }

  func sync(_ file: File) throws(SystemError) {
    try count("sync")
    try disk.sync(file)
  }

  func exchange(_ one: String, _ other: String, in folder: File) throws(SystemError) {
    try publish("exchange") { () throws(SystemError) in
      try disk.exchange(one, other, in: folder)
    }
  }

  func renameNew(_ old: String, to new: String, in folder: File) throws(SystemError) {
    try publish("renameNew") { () throws(SystemError) in
      try disk.renameNew(old, to: new, in: folder)
    }
  }

  func rename(_ old: String, to new: String, in folder: File) throws(SystemError) {
    try publish("rename") { () throws(SystemError) in
      try disk.rename(old, to: new, in: folder)
    }
  }

  func link(_ old: String, as new: String, in folder: File) throws(SystemError) {
    try count("link")
    try disk.link(old, as: new, in: folder)
  }

  func remove(_ name: String, in folder: File) throws(SystemError) {
    try count("remove")
    try disk.remove(name, in: folder)
  }

  func names(in folder: File) throws(SystemError) -> [String] {
    try count("names")
    return try disk.names(in: folder)
  }

  func lock(_ name: String, in folder: File) throws(SystemError) -> File {
    try count("lock")
    return try disk.lock(name, in: folder)
  }
}
