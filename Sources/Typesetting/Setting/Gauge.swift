import Screen

/// Measures safe text from left to right.
struct Gauge {
  /// The UTF-8 of the safe text.
  let text: UnsafeBufferPointer<UInt8>
  /// Whether a run of spaces is as wide as one, and does not count at the end.
  let squeezesSpaces: Bool
  private(set) var offset: Int
  private(set) var column: Int
  /// Where the text up to here ends if a line ends here: before its last spaces.
  private(set) var end: Int
  private(set) var endColumn: Int

  init(
    _ text: UnsafeBufferPointer<UInt8>, squeezesSpaces: Bool, at offset: Int = 0, column: Int = 0
  ) {
    self.text = text
    self.squeezesSpaces = squeezesSpaces
    self.offset = offset
    self.column = column
    end = offset
    endColumn = column
  }

  mutating func advance(to target: Int) {
    while offset < target {
      let byte = text[offset]
      if byte == UInt8(ascii: " "), squeezesSpaces {
        if end == offset { column += 1 }
        offset += 1
        continue
      }
      if byte < 0x80 {
        column += 1
        offset += 1
      } else {
        let (scalar, length) = text.scalar(at: offset)
        column += ColumnWidth.columns(of: scalar)
        offset += length
      }
      end = offset
      endColumn = column
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at an offset of valid UTF-8, and its length.
  func scalar(at offset: Int) -> (Unicode.Scalar, Int) {
    let lead = self[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for index in offset + 1..<Swift.min(offset + length, count) {
      value = value << 6 | UInt32(self[index] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// Whether a cut at an offset of safe text would part a base from its marks.
  func isInsideCluster(_ offset: Int) -> Bool {
    guard offset < count, self[offset] >= 0x80 else { return false }
    if self[offset] & 0xC0 == 0x80 { return true }
    return ColumnWidth.columns(of: scalar(at: offset).0) == 0
  }
}
