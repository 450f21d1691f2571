/// Runs of small letters of ASCII, eight bytes at a time: no processor can tell beforehand how long
/// a word is, and a wrong guess at the end of each one takes longer than all of its letters.
extension UnsafeBufferPointer<UInt8> {
  /// The end of a run that begins at an offset.
  /// - Parameter fold: bits that are set in each byte first; 0x20 makes capitals small.
  @inline(__always)
  func endOfSmallLetters(from start: Int, before end: Int, fold: UInt8 = 0) -> Int {
    var offset = start
    while offset &+ 8 <= end {
      let bytes = UnsafeRawBufferPointer(self)
        .loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let others = (UInt64(littleEndian: bytes) | UInt64(eachByte: fold)).otherThanSmallLetters
      if others != 0 { return offset &+ others.trailingZeroBitCount >> 3 }
      offset &+= 8
    }
    while offset < end, (self[offset] | fold).isSmallLetter { offset &+= 1 }
    return offset
  }
}

extension UInt8 {
  var isSmallLetter: Bool { self &- UInt8(ascii: "a") < 26 }
}

extension UInt64 {
  fileprivate init(eachByte byte: UInt8) { self = 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The highest bits of those of the eight bytes that are no small letters.
  fileprivate var otherThanSmallLetters: UInt64 {
    let highest = UInt64(eachByte: 0x80)
    let ascii = self & ~highest
    let fromA = ascii &+ UInt64(eachByte: 0x80 - UInt8(ascii: "a"))
    let beyondZ = ascii &+ UInt64(eachByte: 0x7F - UInt8(ascii: "z"))
    return (~fromA | beyondZ | self) & highest
  }
}
