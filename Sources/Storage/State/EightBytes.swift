/// Eight bytes of a text, looked at together: a zero byte among them is found by what it borrows.
/// (Warren: "Hacker's Delight", 6-1.)
struct EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private let bytes: UInt64

  @inline(__always)
  init(_ text: UnsafeRawBufferPointer, at place: Int) {
    bytes = text.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  /// Whether one of them would end, or be more than itself, in a JSON string.
  @inline(__always)
  var haveSyntax: Bool { borrows(0x22) | borrows(0x5C) | controls != 0 }

  /// Whether one of them is a quotation mark, a backslash, a control, or begins one of C1.
  @inline(__always)
  var needCare: Bool {
    borrows(0x22) | borrows(0x5C) | borrows(0x7F) | borrows(0xC2) | controls != 0
  }

  /// Not zero where one of them is the given byte.
  @inline(__always)
  private func borrows(_ byte: UInt8) -> UInt64 {
    let difference = bytes ^ (EightBytes.ones &* UInt64(byte))
    return (difference &- EightBytes.ones) & ~difference & (EightBytes.ones &* 0x80)
  }

  /// Not zero where one of them is less than a space.
  @inline(__always)
  private var controls: UInt64 {
    (bytes &- EightBytes.ones &* 0x20) & ~bytes & (EightBytes.ones &* 0x80)
  }
}
