/// One step of reading UTF-8: a scalar, or nil for bytes that are none.
struct UTF8Piece {
  let scalar: Unicode.Scalar?
  let length: Int
}

extension UnsafeBufferPointer<UInt8> {
  /// What begins at an offset: a scalar, or the longest start of one ("maximal subpart", Unicode
  /// 3.9), so that a broken sequence is one piece and never takes the byte after it along.
  func piece(at offset: Int) -> UTF8Piece {
    let lead = self[offset]
    if lead < 0x80 { return UTF8Piece(scalar: Unicode.Scalar(lead), length: 1) }
    guard let (length, second) = Self.form(lead) else {
      return UTF8Piece(scalar: nil, length: 1)
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    var allowed = second
    for index in 1..<length {
      guard offset + index < count, allowed.contains(self[offset + index]) else {
        return UTF8Piece(scalar: nil, length: index)
      }
      value = value << 6 | UInt32(self[offset + index] & 0x3F)
      allowed = 0x80...0xBF
    }
    return UTF8Piece(scalar: Unicode.Scalar(value), length: length)
  }

  /// The length that a lead byte announces, and what its second byte may be (Unicode, table 3-7:
  /// no overlong forms, no surrogates, nothing above U+10FFFF).
  private static func form(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }

  /// The end of the run of printable ASCII that begins at an offset.
  func printableEnd(from offset: Int) -> Int {
    var end = offset
    let bytes = UnsafeRawBufferPointer(self)
    while end + 8 <= count,
      Self.isPrintable(bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self))
    {
      end += 8
    }
    while end < count, isPrintable(at: end) { end += 1 }
    return end
  }

  /// Whether a byte is printable ASCII.
  func isPrintable(at offset: Int) -> Bool { self[offset] &- 0x20 < 0x5F }

  /// Whether all eight bytes are printable ASCII: no byte has its high bit, none gets it from
  /// adding 1 (DEL), none is below 0x20.
  private static func isPrintable(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let isDelete = word &+ ones
    let isBelowSpace = (word &- ones &* 0x20) & ~word
    return (word | isDelete | isBelowSpace) & (ones &* 0x80) == 0
  }
}
