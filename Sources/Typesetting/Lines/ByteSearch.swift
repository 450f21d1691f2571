extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte from an index on. Eight bytes are looked at in one go: only where one
  /// of them is the byte, the difference of all from it has a byte of zero.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let wanted = ones &* UInt64(byte)
    var index = start
    while index &+ 8 <= count {
      let difference = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ wanted
      if (difference &- ones) & ~difference & (ones &* 0x80) != 0 { break }
      index &+= 8
    }
    return self[Swift.min(index, count)...].firstIndex(of: byte)
  }
}
