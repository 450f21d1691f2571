/// Bytes that are looked for.
struct ByteRun {
  private let bytes: [UInt8]
  /// The first eight, or as many as there are, in the order of memory.
  private let head: UInt64
  private let mask: UInt64
  /// The first byte and the last one of the head, eight times each.
  private let first: UInt64
  private let last: UInt64
  private let reach: Int

  /// So many bytes must be there behind all that is looked through: eight places are looked at
  /// together, and eight bytes at each.
  static let padding = 24

  /// - Parameter bytes: one at least.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let start = bytes.prefix(8)
    let padded = start + [UInt8](repeating: 0, count: 8 - start.count)
    head = padded.withUnsafeBytes { EightBytes($0, at: 0).bits }
    let masked = [UInt8](repeating: 0xFF, count: start.count) + padded.dropFirst(start.count)
    mask = masked.withUnsafeBytes { EightBytes($0, at: 0).bits }
    reach = start.count - 1
    first = EightBytes(repeating: bytes[0]).bits
    last = EightBytes(repeating: bytes[reach]).bits
  }

  /// The first place in a range where the bytes stand.
  @inline(__always)
  func place(in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    let end = range.upperBound - bytes.count
    var start = range.lowerBound
    while start <= end {
      if mayBegin(in: text, at: start) {
        for place in start...min(start &+ 7, end) where stands(at: place, in: text) {
          return place
        }
      }
      start &+= 8
    }
    return nil
  }

  /// Whether the first byte and the last one of the head stand as they should from any of eight
  /// places on.
  @inline(__always)
  private func mayBegin(in text: UnsafeRawBufferPointer, at place: Int) -> Bool {
    let firsts = EightBytes(text, at: place).bits ^ first
    let lasts = EightBytes(text, at: place &+ reach).bits ^ last
    return EightBytes(bits: firsts | lasts).holds(0)
  }

  private func stands(at place: Int, in text: UnsafeRawBufferPointer) -> Bool {
    EightBytes(text, at: place).bits & mask == head
      && (bytes.count <= 8 || text[place..<place + bytes.count].elementsEqual(bytes))
  }
}
