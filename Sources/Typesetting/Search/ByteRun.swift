/// Bytes that are looked for.
struct ByteRun {
  private let bytes: [UInt8]
  /// The first eight, or as many as there are, in the order of memory.
  private let head: UInt64
  private let mask: UInt64
  /// The first byte and the last one of the head, as often as places are looked at together.
  private let first: SIMD16<UInt8>
  private let last: SIMD16<UInt8>
  private let reach: Int

  /// So many bytes must be there behind all that is looked through: sixteen places are looked at
  /// together, and eight bytes at each.
  static let padding = 32

  /// - Parameter bytes: one at least.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let start = bytes.prefix(8)
    let padded = start + [UInt8](repeating: 0, count: 8 - start.count)
    head = padded.withUnsafeBytes { EightBytes($0, at: 0).bits }
    let masked = [UInt8](repeating: 0xFF, count: start.count) + padded.dropFirst(start.count)
    mask = masked.withUnsafeBytes { EightBytes($0, at: 0).bits }
    reach = start.count - 1
    first = SIMD16(repeating: bytes[0])
    last = SIMD16(repeating: bytes[reach])
  }

  /// The first place in a range where the bytes stand.
  @inline(__always)
  func place(in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    let end = range.upperBound - bytes.count
    var start = range.lowerBound
    while start <= end {
      let places = mayBegin(in: text, at: start)
      if places[0] | places[1] != 0 {
        for half in 0..<2 {
          var rest = places[half]
          while rest != 0 {
            let place = start &+ half &* 8 &+ rest.trailingZeroBitCount / 8
            if place > end { return nil }
            if stands(at: place, in: text) { return place }
            rest &= rest &- 1
          }
        }
      }
      start &+= 16
    }
    return nil
  }

  /// From which of sixteen places on the first byte and the last one of the head stand as they should:
  /// a bit in the byte of each.
  @inline(__always)
  private func mayBegin(in text: UnsafeRawBufferPointer, at place: Int) -> SIMD2<UInt64> {
    let firsts = text.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self) .== first
    let lasts = text.loadUnaligned(fromByteOffset: place &+ reach, as: SIMD16<UInt8>.self) .== last
    return unsafeBitCast(firsts .& lasts, to: SIMD2<UInt64>.self) & 0x8080_8080_8080_8080
  }

  private func stands(at place: Int, in text: UnsafeRawBufferPointer) -> Bool {
    EightBytes(text, at: place).bits & mask == head
      && (bytes.count <= 8 || text[place..<place + bytes.count].elementsEqual(bytes))
  }
}
