/// A text that is looked for.
package struct Needle: Sendable {
  private let folding: Folding
  private let scalars: [UInt32]
  private static let space = UInt32(UInt8(ascii: " "))

  /// Upper case in the text asks for upper case; nil if there is nothing to compare.
  package init?(_ text: String) {
    folding = .folding(keepsCase: text.unicodeScalars.contains { $0.properties.isUppercase })
    var scalars: [UInt32] = []
    for scalar in text.unicodeScalars {
      let folded = folding.fold(scalar.value)
      if folded == Folding.ignored || (folded == Self.space && scalars.last == Self.space) {
        continue
      }
      scalars.append(folded)
    }
    if scalars.isEmpty { return nil }
    self.scalars = scalars
  }

  /// Whether the text occurs in another one.
  package func occurs(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var offset = 0
      while let start = candidate(in: bytes, from: offset) {
        if end(of: bytes, from: start) != nil { return true }
        offset = start + bytes.step(at: start).length
      }
      return false
    }
  }

  /// Where occurrences begin in bytes of UTF-8, in order.
  package func occurrences(in bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBufferPointer { ranges(in: $0) }.map(\.lowerBound)
  }

  /// Where the text occurs in bytes of UTF-8, one after the other. What is not UTF-8 matches
  /// nothing.
  func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var offset = 0
    while let start = candidate(in: bytes, from: offset) {
      if let end = end(of: bytes, from: start) {
        ranges.append(start..<end)
        offset = end
      } else {
        offset = start + bytes.step(at: start).length
      }
    }
    return ranges
  }

  /// The next scalar that is compared as the first one of the needle.
  private func candidate(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var offset = start
    while offset < bytes.count {
      let (value, length) = bytes.step(at: offset)
      if folding.fold(value) == scalars[0] { return offset }
      offset += length
    }
    return nil
  }

  /// The end of an occurrence, with the marks on its last letter.
  private func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var offset = start
    var index = 0
    var last = Folding.ignored
    while offset < bytes.count {
      let (value, length) = bytes.step(at: offset)
      let folded = folding.fold(value)
      let isSkipped = folded == Folding.ignored || (folded == Self.space && last == Self.space)
      if !isSkipped {
        if index == scalars.count { break }
        if folded != scalars[index] { return nil }
        index += 1
        last = folded
      }
      offset += length
    }
    return index == scalars.count ? offset : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar at an offset and its length; a byte that begins none counts as U+FFFD.
  fileprivate func step(at offset: Int) -> (value: UInt32, length: Int) {
    let lead = self[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
    if length == 1 || offset + length > count { return (0xFFFD, 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for index in offset + 1..<offset + length {
      guard self[index] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(self[index] & 0x3F)
    }
    return (value, length)
  }
}
