import Articles
import CSystem
import Glibc

extension Library {
  /// Walks the folder and hands over its articles in batches: the first within a millisecond or so,
  /// later ones larger; sorted by path within a batch. Blocks: not for the main thread.
  /// - Parameter batch: Returns false to stop.
  /// - Returns: What could not be listed.
  /// - Throws: `LibraryError` where the folder itself cannot be listed.
  @discardableResult
  package func scan(_ batch: ([Article]) -> Bool) throws(LibraryError) -> [LibraryError] {
    var walk = Walk(root: root)
    try walk.run(batch)
    return walk.failures
  }
}

/// One walk through a library: a stack of folders to list, one open at a time.
private struct Walk {
  private static let firstBatch = (entries: 256, time: Duration.milliseconds(1))
  private static let laterBatch = 4096

  let root: Root
  private(set) var failures: [LibraryError] = []
  private var folders: [[UInt8]] = [[]]
  private var found: [Article] = []
  private var isFirst = true
  private let start = ContinuousClock.now

  init(root: Root) { self.root = root }

  mutating func run(_ batch: ([Article]) -> Bool) throws(LibraryError) {
    while let folder = folders.popLast() {
      do throws(LibraryError) {
        guard try list(folder, batch) else { return }
      } catch {
        guard !folder.isEmpty else { throw error }
        note(error)
      }
    }
    _ = deliver(batch)
  }

  /// Lists one folder; false when the walk is to stop.
  private mutating func list(
    _ path: [UInt8], _ batch: ([Article]) -> Bool
  ) throws(LibraryError) -> Bool {
    let descriptor = try openFolder(path)
    guard let folder = fdopendir(descriptor) else {
      defer { close(descriptor) }
      throw LibraryError(.list, path: path, reason: .system(errno))
    }
    defer { closedir(folder) }
    let prefix = path.isEmpty ? [] : path + [UInt8(ascii: "/")]
    let below = folders.count
    defer { folders[below...].sort { $1.lexicographicallyPrecedes($0) } }
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        guard errno == 0 else { throw LibraryError(.list, path: path, reason: .system(errno)) }
        return true
      }
      visit(entry, prefix, descriptor)
      guard !isFull || deliver(batch) else { return false }
    }
  }

  private func openFolder(_ path: [UInt8]) throws(LibraryError) -> Int32 {
    do throws(SystemError) {
      guard !path.isEmpty else {
        return try checked { openat(root.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
      }
    } catch {
      throw LibraryError(.list, path: path, reason: .system(error.code))
    }
    return try root.open(ArticlePath(path), flags: O_DIRECTORY | O_NOFOLLOW).release()
  }

  private var isFull: Bool {
    guard isFirst else { return found.count >= Walk.laterBatch }
    if found.count >= Walk.firstBatch.entries { return true }
    return found.count % 64 == 63 && start.duration(to: .now) > Walk.firstBatch.time
  }

  private mutating func deliver(_ batch: ([Article]) -> Bool) -> Bool {
    guard !found.isEmpty else { return true }
    isFirst = false
    found.sort { $0.path < $1.path }
    defer { found.removeAll(keepingCapacity: true) }
    return batch(found)
  }
}

extension Walk {
  /// Takes up one entry of the folder that is open as `descriptor`.
  private mutating func visit(
    _ entry: UnsafeMutablePointer<dirent>, _ prefix: [UInt8], _ descriptor: Int32
  ) {
    guard let chars = lectern_entry_name(entry) else { return }
    let bytes = UnsafeRawPointer(chars).assumingMemoryBound(to: UInt8.self)
    let name = UnsafeBufferPointer(start: bytes, count: strlen(chars))
    guard !ArticleName.isHidden(name) else { return }
    let isArticle = ArticleName.isArticle(name)
    switch Int(entry.pointee.d_type) {
    case Int(DT_DIR): folders.append(prefix + name)
    case Int(DT_REG), Int(DT_LNK): if isArticle { take(prefix + name, chars, descriptor) }
    case Int(DT_UNKNOWN): take(prefix + name, chars, descriptor)
    default: return
    }
  }

  /// Asks what the entry is: for its size and time, or because the folder did not say.
  private mutating func take(_ path: [UInt8], _ name: UnsafePointer<CChar>, _ folder: Int32) {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return note(LibraryError(.list, path: path, reason: .system(errno)))
    }
    if status.isFolder { return folders.append(path) }
    guard path.withUnsafeBufferPointer(ArticleName.isArticle) else { return }
    if status.isLink {
      // Only the kernel can follow a link and stay inside. One that leads nowhere or out is no row.
      let target = try? root.open(ArticlePath(path), flags: lectern_open_path_flag)
      guard let followed = try? target?.status() else { return }
      status = followed
    }
    guard status.isRegularFile else { return }
    found.append(
      Article(path: ArticlePath(path), bytes: Int(status.st_size), modified: status.modified))
  }

  /// What has vanished meanwhile is not worth a word.
  private mutating func note(_ error: LibraryError) {
    if error.reason == .system(ENOENT) { return }
    failures.append(error)
  }
}
