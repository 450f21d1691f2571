/// Eight bytes of a text, looked at together: a zero byte among them is found by what it borrows.
/// (Warren: "Hacker's Delight", 6-1.)
struct EightBytes {
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  init(_ text: UnsafeRawBufferPointer, at place: Int) {
    bits = text.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  /// The same byte eight times.
  init(repeating byte: UInt8) { bits = 0x0101_0101_0101_0101 &* UInt64(byte) }

  func holds(_ byte: UInt8) -> Bool {
    EightBytes(bits: bits ^ EightBytes(repeating: byte).bits).holdsLess(than: 1)
  }

  /// Whether one of them is less than a byte, which is 0x80 at most.
  func holdsLess(than byte: UInt8) -> Bool {
    (bits &- EightBytes(repeating: byte).bits) & ~bits & EightBytes(repeating: 0x80).bits != 0
  }
}
