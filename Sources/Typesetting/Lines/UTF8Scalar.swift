/// Single scalars of UTF-8 that may be invalid.
enum UTF8Scalar {
  /// The scalar that begins at the index, and its bytes; an invalid byte is U+FFFD of one byte.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int
  ) -> (scalar: UInt32, length: Int) {
    let lead = bytes[index]
    let length = Self.length(lead)
    guard length > 1, index + length <= end else {
      return (lead < 0x80 ? UInt32(lead) : 0xFFFD, 1)
    }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for next in index + 1..<index + length {
      guard bytes[next] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
    }
    return (scalar, length)
  }

  /// The number of bytes that the lead byte promises; 1 for a byte that cannot lead.
  static func length(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  /// Whether the scalar exists and needs so many bytes: no surrogate, no overlong form.
  static func isValid(_ scalar: UInt32, length: Int) -> Bool {
    switch length {
    case 2: scalar >= 0x80
    case 3: scalar >= 0x800 && !(0xD800...0xDFFF).contains(scalar)
    case 4: (0x10000...0x10FFFF).contains(scalar)
    default: scalar < 0x80
    }
  }
}
