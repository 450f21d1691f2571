extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte from an index on.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(self)
    var index = start
    while index &+ 8 <= count, !EightBytes(raw, at: index).holds(byte) { index &+= 8 }
    return self[Swift.min(index, count)...].firstIndex(of: byte)
  }
}
