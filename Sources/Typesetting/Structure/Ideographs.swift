/// Scripts that are written without spaces between words.
enum Ideographs {
  /// Whether lines that end and begin so are joined without a space.
  static func join(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    guard let last = left.last, last >= 0x80, let first = right.first, first >= 0x80 else {
      return false
    }
    return isWide(scalar(endingAt: left)) && isWide(scalar(startingAt: right))
  }

  /// Kana, ideographs, and the punctuation and full-width forms that go with them; not Hangul,
  /// which is written with spaces.
  static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x312F, 0x3190...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static func scalar(endingAt bytes: ArraySlice<UInt8>) -> UInt32 {
    let tail = bytes.suffix(4)
    guard let lead = tail.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return 0 }
    return scalar(startingAt: tail[lead...])
  }

  private static func scalar(startingAt bytes: ArraySlice<UInt8>) -> UInt32 {
    var iterator = bytes.prefix(4).makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return 0 }
    return scalar.value
  }
}
