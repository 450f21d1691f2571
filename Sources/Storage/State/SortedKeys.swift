import Articles
import Glibc

/// The articles of a state that have marks, in the order of the file.
///
/// All keys stand in one array, so that sorting moves numbers about instead of counting references.
struct SortedKeys: Sequence {
  typealias Index = [ArticlePath: Marks].Index

  private struct Key {
    let range: Range<Int>
    let index: Index
  }

  private var bytes: [UInt8] = []
  private var keys: [Key] = []

  init(_ articles: [ArticlePath: Marks]) {
    keys.reserveCapacity(articles.count)
    for index in articles.indices where !articles.values[index].isEmpty {
      let start = bytes.count
      bytes += PathKey.encoded(articles[index].key)
      keys.append(Key(range: start..<bytes.count, index: index))
    }
    let bytes = bytes
    bytes.withUnsafeBytes { bytes in
      keys.sort { precedes(bytes[rebasing: $0.range], bytes[rebasing: $1.range]) }
    }
  }

  func makeIterator() -> some IteratorProtocol<(key: ArraySlice<UInt8>, index: Index)> {
    keys.lazy.map { (key: bytes[$0.range], index: $0.index) }.makeIterator()
  }
}

extension UnsafeRawBufferPointer {
  fileprivate subscript(rebasing range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[range])
  }
}

/// Whether the bytes come first.
func precedes(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
  guard let left = one.baseAddress, let right = other.baseAddress else {
    return one.count < other.count
  }
  let order = memcmp(left, right, min(one.count, other.count))
  return order == 0 ? one.count < other.count : order < 0
}
