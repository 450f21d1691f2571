/// Eight bytes of JSON, looked at together; the first stands lowest. `EightBytes` of `Typesetting` is
/// the same for texts: what one module lends to another is a call each time, which takes longer than
/// the look.
struct EightOfJSON: Equatable {
  private let bits: UInt64

  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, at place: Int) {
    bits = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  @inline(__always)
  private static func repeating(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Whether one of them would end, or be more than itself, in a JSON string.
  @inline(__always)
  var haveSyntax: Bool { holds(0x22) || holds(0x5C) || EightOfJSON.isLess(bits, than: 0x20) }

  /// Whether one of them is a quotation mark, a backslash, a control, or begins one of C1.
  @inline(__always)
  var needCare: Bool { haveSyntax || holds(0x7F) || holds(0xC2) }

  @inline(__always)
  func holds(_ byte: UInt8) -> Bool {
    EightOfJSON.isLess(bits ^ EightOfJSON.repeating(byte), than: 1)
  }

  /// Whether one of eight bytes is less than a byte, which is 0x80 at most: it borrows.
  @inline(__always)
  private static func isLess(_ bits: UInt64, than byte: UInt8) -> Bool {
    (bits &- repeating(byte)) & ~bits & repeating(0x80) != 0
  }
}

extension UInt8 {
  /// The same of one byte.
  @inline(__always)
  var isSyntax: Bool { self == 0x22 || self == 0x5C || self < 0x20 }

  /// The same of one byte.
  @inline(__always)
  var needsCare: Bool { isSyntax || self == 0x7F || self == 0xC2 }
}

extension UnsafeRawBufferPointer {
  /// The first place in a range whose byte is such; the end of the range where none is.
  /// - Parameter eight: whether one of eight bytes is such.
  @inline(__always)
  func first(
    in range: Range<Int>, where isSuch: (UInt8) -> Bool, among eight: (EightOfJSON) -> Bool
  ) -> Int {
    var at = range.lowerBound
    while at + 8 <= range.upperBound, !eight(EightOfJSON(self, at: at)) { at += 8 }
    while at < range.upperBound, !isSuch(self[at]) { at += 1 }
    return at
  }
}
