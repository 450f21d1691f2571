/// Runs of small letters of ASCII, eight bytes at a time: no processor can tell beforehand how long
/// a word is, and a wrong guess at the end of each one takes longer than all of its letters.
extension UnsafeBufferPointer<UInt8> {
  /// The end of a run that begins at an offset.
  /// - Parameter fold: bits that are set in each byte first; 0x20 makes capitals small.
  @inline(__always)
  func endOfSmallLetters(from start: Int, before end: Int, fold: UInt8 = 0) -> Int {
    var offset = start
    let folded = EightBytes(repeating: fold).bits
    while offset &+ 8 <= end {
      let bytes = UInt64(littleEndian: EightBytes(UnsafeRawBufferPointer(self), at: offset).bits)
      let others = EightBytes(bits: bytes | folded).otherThanSmallLetters
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

extension EightBytes {
  /// The highest bits of those that are no small letters.
  fileprivate var otherThanSmallLetters: UInt64 {
    let highest = EightBytes(repeating: 0x80).bits
    let ascii = bits & ~highest
    let fromA = ascii &+ EightBytes(repeating: 0x80 - UInt8(ascii: "a")).bits
    let beyondZ = ascii &+ EightBytes(repeating: 0x7F - UInt8(ascii: "z")).bits
    return (~fromA | beyondZ | bits) & highest
  }
}
