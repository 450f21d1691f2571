/// The name of an article: the bytes of its path relative to the library's root, parts joined by `/`.
///
/// Swift's `String` compares by canonical equivalence, so two files whose names differ only in
/// their normalisation would be one key. Bytes are what the file system compares.
package struct ArticlePath: Hashable, Comparable, Sendable {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package init(_ string: String) { bytes = Array(string.utf8) }

  /// The bytes of the last part: the file's name.
  package var name: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  /// Whether the name begins so; faster than to take it out.
  package func nameStarts(with beginning: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
      return bytes[start...].starts(with: beginning)
    }
  }

  /// For messages and prompts, before sanitising: invalid bytes are U+FFFD.
  package var displayString: String { String(decoding: bytes, as: UTF8.self) }

  package func hash(into hasher: inout Hasher) {
    // At once: an array would hand over byte after byte.
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  package static func == (left: ArticlePath, right: ArticlePath) -> Bool {
    left.bytes.count == right.bytes.count && left.order(with: right) == 0
  }

  package static func < (left: ArticlePath, right: ArticlePath) -> Bool {
    left.order(with: right) < 0
  }

  private func order(with other: ArticlePath) -> Int {
    other.bytes.withUnsafeBytes { order(with: $0) }
  }

  /// Which of two paths comes first: below 0 this one, 0 neither. Eight bytes are compared at a time,
  /// since paths are compared wherever there are many.
  package func order(with other: UnsafeRawBufferPointer) -> Int {
    bytes.withUnsafeBytes { bytes in
      let count = min(bytes.count, other.count)
      var offset = 0
      while offset + 8 <= count {
        let one = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let two = other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if one != two { return one.bigEndian < two.bigEndian ? -1 : 1 }
        offset += 8
      }
      while offset < count, bytes[offset] == other[offset] { offset += 1 }
      guard offset < count else { return bytes.count - other.count }
      return Int(bytes[offset]) - Int(other[offset])
    }
  }
}
