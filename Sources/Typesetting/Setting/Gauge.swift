import Screen

/// Measures safe text from left to right.
struct Gauge {
  /// The UTF-8 of the safe text.
  let text: UnsafeBufferPointer<UInt8>
  /// Whether a run of spaces is as wide as one, and does not count at the end.
  let squeezesSpaces: Bool
  /// Whether all of the text is ASCII without runs of spaces: then offsets are columns.
  let isEven: Bool
  private(set) var offset: Int
  private(set) var column = 0
  /// Where the text up to here ends if a line ends here: before its last spaces.
  private(set) var end: Int
  private(set) var endColumn = 0

  /// - Parameter columns: the columns of the whole text, if they are known.
  init(
    _ text: UnsafeBufferPointer<UInt8>, squeezesSpaces: Bool, columns: Int, at offset: Int = 0
  ) {
    self.text = text
    self.squeezesSpaces = squeezesSpaces
    isEven = columns == text.count && !(squeezesSpaces && text.holdsRunOfSpaces)
    self.offset = offset
    end = offset
  }

  /// The gauge put to another place of the text, as if it had begun to measure there.
  func put(at offset: Int, column: Int) -> Gauge {
    var gauge = self
    gauge.offset = offset
    gauge.column = column
    gauge.end = offset
    gauge.endColumn = column
    return gauge
  }

  mutating func advance(to target: Int) {
    if isEven {
      advanceEvenly(to: target)
    } else {
      while offset < target { step() }
    }
  }

  private mutating func advanceEvenly(to target: Int) {
    guard target > offset else { return }
    column += target - offset
    offset = target
    let endsWithSpace = squeezesSpaces && text[target - 1] == UInt8(ascii: " ")
    if endsWithSpace, end == target - 1 { return }
    end = endsWithSpace ? target - 1 : target
    endColumn = endsWithSpace ? column - 1 : column
  }

  private mutating func step() {
    let byte = text[offset]
    if byte == UInt8(ascii: " "), squeezesSpaces {
      if end == offset { column += 1 }
      offset += 1
      return
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

extension UnsafeBufferPointer<UInt8> {
  /// Eight pairs of neighbours are looked at in one go: a pair of spaces is the only one that differs
  /// from two spaces in no bit.
  fileprivate var holdsRunOfSpaces: Bool {
    let bytes = UnsafeRawBufferPointer(self)
    let spaces = EightBytes(repeating: UInt8(ascii: " ")).bits
    var offset = 0
    while offset + 8 < count {
      let left = EightBytes(bytes, at: offset).bits ^ spaces
      let right = EightBytes(bytes, at: offset + 1).bits ^ spaces
      if EightBytes(bits: left | right).holds(0) { return true }
      offset += 8
    }
    return zip(self[offset...], self[offset...].dropFirst()).contains {
      $0 == UInt8(ascii: " ") && $1 == $0
    }
  }

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

  /// The first byte that is no space.
  var startOfText: Int { firstIndex { $0 != UInt8(ascii: " ") } ?? count }
}
