import CSystem
import Glibc

/// The disk itself.
package struct SystemDisk: Disk {
  package init() {}

  package func openFolder(_ path: String, making: Making) throws(SystemError) -> File {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    do throws(SystemError) {
      return try checked { Glibc.open(path, flags) }
    } catch {
      guard making != .nothing, error.code == ENOENT else { throw error }
    }
    let above: Making = making == .folderAndParents ? .folderAndParents : .nothing
    let parent = Descriptor(try openFolder(parentPath(path), making: above))
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw .last }
    try sync(parent.raw)
    return try checked { Glibc.open(path, flags) }
  }

  package func isWritable(_ path: String) -> Bool {
    if access(path, F_OK) != 0 && errno == ENOENT { return access(parentPath(path), W_OK) == 0 }
    return access(path, W_OK) == 0
  }

  package func realPath(_ path: String) -> String? {
    if let real = Storage.realPath(Array(path.utf8)) {
      return String(decoding: real, as: UTF8.self)
    }
    // A link to a file that is still to be made: only its folder is there.
    guard let target = linkTarget(path) else { return nil }
    let absolute = target.hasPrefix("/") ? target : parentPath(path) + "/" + target
    guard let folder = Storage.realPath(Array(parentPath(absolute).utf8)),
      let name = absolute.split(separator: "/").last
    else { return nil }
    return String(decoding: folder, as: UTF8.self) + "/" + name
  }

  private func linkTarget(_ path: String) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &target, target.count)
    guard count > 0 else { return nil }
    return String(decoding: target.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  package func open(_ name: String, in folder: File) throws(SystemError) -> File {
    try checked { openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
  }

  package func create(_ name: String, in folder: File) throws(SystemError) -> File {
    try checked {
      openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    }
  }

  package func close(_ file: File) throws(SystemError) {
    // Linux has let go of the descriptor even where a signal came between.
    guard Glibc.close(file) == 0 || errno == EINTR else { throw .last }
  }

  package func status(_ file: File) throws(SystemError) -> FileStatus {
    var status = stat()
    try checked { fstat(file, &status) }
    return FileStatus(
      isRegularFile: status.isRegularFile, size: Int(status.st_size), mode: status.st_mode & 0o7777,
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino),
      changed: Int64(status.st_ctim.tv_sec) * 1000 + Int64(status.st_ctim.tv_nsec) / 1_000_000)
  }

  package func setMode(_ mode: UInt32, of file: File) throws(SystemError) {
    try checked { fchmod(file, mode) }
  }

  package func read(_ file: File, from offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    try readBytes(file, from: offset, count: count)
  }

  package func write(_ bytes: ArraySlice<UInt8>, to file: File) throws(SystemError) -> Int {
    try checked { bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) } }
  }

  package func sync(_ file: File) throws(SystemError) {
    do throws(SystemError) {
      try checked { fsync(file) }
    } catch {
      // The file system keeps nothing back that could be waited for (fsync(2)).
      guard error.code == EINVAL else { throw error }
    }
  }

  package func exchange(_ one: String, _ other: String, in folder: File) throws(SystemError) {
    try checked { lectern_exchange(folder, one, other) }
  }

  package func renameNew(_ old: String, to new: String, in folder: File) throws(SystemError) {
    do throws(SystemError) {
      try checked { lectern_rename_new(folder, old, new) }
    } catch {
      guard error.isUnsupported else { throw error }
      // A link does not replace either.
      try link(old, as: new, in: folder)
      try remove(old, in: folder)
    }
  }

  package func rename(_ old: String, to new: String, in folder: File) throws(SystemError) {
    try checked { renameat(folder, old, folder, new) }
  }

  package func link(_ old: String, as new: String, in folder: File) throws(SystemError) {
    try checked { linkat(folder, old, folder, new, 0) }
  }

  package func remove(_ name: String, in folder: File) throws(SystemError) {
    try checked { unlinkat(folder, name, 0) }
  }

  package func names(in folder: File) throws(SystemError) -> [String] {
    let copy = try checked { openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(copy) else {
      defer { Glibc.close(copy) }
      throw .last
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream), let name = lectern_entry_name(entry) {
      names.append(String(cString: name))
    }
    return names
  }

  package func lock(_ name: String, in folder: File) throws(SystemError) -> File {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    let file = Descriptor(try checked { openat(folder, name, flags, 0o600) })
    let raw = file.raw
    try checked { flock(raw, LOCK_EX | LOCK_NB) }
    return file.release()
  }
}

/// The folder that holds what the path names.
func parentPath(_ path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
