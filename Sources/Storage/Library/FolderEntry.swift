import CSystem
import Glibc

/// An entry of a folder that may be or hold an article.
struct FolderEntry {
  let name: [UInt8]
  let isFolder: Bool
  /// Of a regular file, where they are known already.
  var facts: FileFacts?

  /// Nil for what the folder says is neither, or hidden.
  init?(_ entry: UnsafeMutablePointer<dirent>) {
    guard let chars = lectern_entry_name(entry) else { return nil }
    let bytes = UnsafeRawPointer(chars).assumingMemoryBound(to: UInt8.self)
    let buffer = UnsafeBufferPointer(start: bytes, count: strlen(chars))
    guard !ArticleName.isHidden(buffer) else { return nil }
    switch Int(entry.pointee.d_type) {
    case Int(DT_DIR): isFolder = true
    case Int(DT_REG), Int(DT_LNK):
      guard ArticleName.isArticle(buffer) else { return nil }
      isFolder = false
    case Int(DT_UNKNOWN): isFolder = false
    default: return nil
    }
    name = Array(buffer)
  }

  /// The places of entries in the order of the paths of what they hold. Few names are looked at whole:
  /// most are told apart by the first bytes behind those that all have in common.
  static func order(of entries: [FolderEntry]) -> [Int32] {
    guard let first = entries.first else { return [] }
    let common = entries.reduce(first.name.count) { $1.bytesInCommon(with: first, upTo: $0) }
    let keys = entries.indices.map { (entries[$0].key(behind: common), Int32($0)) }
    let order = keys.sorted { left, right in
      left.0 != right.0
        ? left.0 < right.0 : entries[Int(left.1)].precedes(entries[Int(right.1)])
    }
    return order.map(\.1)
  }

  private func bytesInCommon(with other: FolderEntry, upTo most: Int) -> Int {
    let most = min(most, name.count, other.name.count)
    return (0..<most).first { name[$0] != other.name[$0] } ?? most
  }

  /// Eight bytes from a place on, in the order of the names; where a name ends before, its slash
  /// counts, and then nothing.
  private func key(behind start: Int) -> UInt64 {
    (start..<start + 8).reduce(0) { $0 << 8 | UInt64(max(next(at: $1), 0)) }
  }

  /// As the paths of what they hold are ordered: a folder's name counts with its slash.
  private func precedes(_ other: FolderEntry) -> Bool {
    let count = min(name.count, other.name.count)
    let order = memcmp(name, other.name, count)
    if order != 0 { return order < 0 }
    return next(at: count) < other.next(at: count)
  }

  private func next(at offset: Int) -> Int {
    offset < name.count ? Int(name[offset]) : isFolder ? Int(UInt8(ascii: "/")) : -1
  }
}
