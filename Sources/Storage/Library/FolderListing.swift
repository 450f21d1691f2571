import CSystem
import Glibc

/// An entry of a folder that may be or hold an article.
struct FolderEntry: Sendable {
  /// Where its name stands among those of the folder.
  fileprivate(set) var name: Range<Int>
  let isFolder: Bool
  /// Of a regular file, where they are known already.
  var facts: FileFacts?

  /// Whether an entry may be or hold an article, and then whether it is a folder; nil for what the
  /// folder says is neither, or hidden.
  static func isFolder(
    _ name: UnsafeBufferPointer<UInt8>, _ entry: UnsafeMutablePointer<dirent>
  ) -> Bool? {
    guard !ArticleName.isHidden(name) else { return nil }
    switch Int(entry.pointee.d_type) {
    case Int(DT_DIR): return true
    case Int(DT_REG), Int(DT_LNK): return ArticleName.isArticle(name) ? false : nil
    case Int(DT_UNKNOWN): return false
    default: return nil
    }
  }
}

/// The entries of a folder that may be or hold articles. Their names stand one behind the other: there
/// may be very many.
struct FolderListing: Sendable {
  private(set) var entries: [FolderEntry] = []
  /// With a zero behind each.
  private var names: [UInt8] = []

  /// Takes in an entry as the folder gives it, if it may be or hold an article.
  mutating func add(_ entry: UnsafeMutablePointer<dirent>) {
    guard let chars = lectern_entry_name(entry) else { return }
    let bytes = UnsafeRawPointer(chars).assumingMemoryBound(to: UInt8.self)
    let name = UnsafeBufferPointer(start: bytes, count: strlen(chars))
    guard let isFolder = FolderEntry.isFolder(name, entry) else { return }
    entries.append(
      FolderEntry(name: names.count..<names.count + name.count, isFolder: isFolder))
    names += name
    names.append(0)
  }

  /// Takes in what follows in the same folder.
  mutating func add(_ more: FolderListing) {
    let start = names.count
    names += more.names
    entries += more.entries.map { entry in
      var entry = entry
      entry.name = start + entry.name.lowerBound..<start + entry.name.upperBound
      return entry
    }
  }

  /// Notes facts of entries, from the place of the first of them on.
  mutating func note(_ facts: [FileFacts?], from start: Int) {
    for (place, facts) in facts.enumerated() { entries[start + place].facts = facts }
  }

  /// What an entry is, by its name in the open folder.
  func status(at place: Int, in folder: Int32) throws(SystemError) -> stat {
    try names.withUnsafeBufferPointer { names throws(SystemError) in
      var status = stat()
      guard let start = names.baseAddress else { throw SystemError(ENOENT) }
      let name = UnsafeRawPointer(start + entries[place].name.lowerBound)
        .assumingMemoryBound(to: CChar.self)
      try checked { fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) }
      return status
    }
  }

  /// Nil for what is no regular file, or has gone.
  func facts(at place: Int, in folder: Int32) -> FileFacts? {
    guard let status = try? status(at: place, in: folder), status.isRegularFile
    else { return nil }
    return FileFacts(status)
  }

  /// The path of an entry.
  func path(at place: Int, in folder: [UInt8]) -> [UInt8] {
    let name = entries[place].name
    let start = folder.isEmpty ? 0 : folder.count + 1
    return [UInt8](unsafeUninitializedCapacity: start + name.count) { path, count in
      if start > 0 {
        _ = path.update(fromContentsOf: folder)
        path[folder.count] = UInt8(ascii: "/")
      }
      _ = UnsafeMutableBufferPointer(rebasing: path[start...]).update(fromContentsOf: names[name])
      count = start + name.count
    }
  }

  /// The places of entries in the order of the paths of what they hold. Few names are looked at whole:
  /// most are told apart by the first bytes behind those that all have in common.
  var order: [Int32] {
    names.withUnsafeBufferPointer { names in
      let names = entries.map { EntryName(names, $0) }
      guard let first = names.first else { return [] }
      let common = names.reduce(first.bytes.count) { $1.bytesInCommon(with: first, upTo: $0) }
      let keys = names.indices.map { (names[$0].key(behind: common), Int32($0)) }
      let order = keys.sorted { left, right in
        left.0 != right.0
          ? left.0 < right.0 : names[Int(left.1)].precedes(names[Int(right.1)])
      }
      return order.map(\.1)
    }
  }
}

/// A name as it is ordered among others: that of a folder counts with its slash, as it does in the
/// paths of what the folder holds.
private struct EntryName {
  let bytes: UnsafeBufferPointer<UInt8>
  private let isFolder: Bool

  init(_ names: UnsafeBufferPointer<UInt8>, _ entry: FolderEntry) {
    bytes = UnsafeBufferPointer(rebasing: names[entry.name])
    isFolder = entry.isFolder
  }

  func bytesInCommon(with other: EntryName, upTo most: Int) -> Int {
    let most = min(most, bytes.count, other.bytes.count)
    return (0..<most).first { bytes[$0] != other.bytes[$0] } ?? most
  }

  /// Eight bytes from a place on, in the order of the names; where a name ends before, its slash
  /// counts, and then nothing.
  func key(behind start: Int) -> UInt64 {
    (start..<start + 8).reduce(0) { $0 << 8 | UInt64(max(next(at: $1), 0)) }
  }

  func precedes(_ other: EntryName) -> Bool {
    let common = bytesInCommon(with: other, upTo: .max)
    return next(at: common) < other.next(at: common)
  }

  private func next(at offset: Int) -> Int {
    offset < bytes.count ? Int(bytes[offset]) : isFolder ? Int(UInt8(ascii: "/")) : -1
  }
}
