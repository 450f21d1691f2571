/// Writes JSON into bytes: equal calls, equal bytes.
struct JSONWriter: ~Copyable {
  // Not an array, which is asked at each of many small steps whether it is shared.
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 256) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// What was written; until something else is.
  var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  /// What was written.
  consuming func finished() -> [UInt8] { Array(written) }

  @inline(__always)
  private mutating func reserve(_ more: Int) { if capacity - count < more { grow(by: more) } }

  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  /// Writes JSON that stands as it is.
  @inline(__always)
  mutating func put(_ json: UnsafeRawBufferPointer) {
    guard let bytes = json.baseAddress else { return }
    reserve(json.count)
    UnsafeMutableRawPointer(start + count).copyMemory(from: bytes, byteCount: json.count)
    count += json.count
  }

  mutating func put(_ json: [UInt8]) { json.withUnsafeBytes { put($0) } }

  /// Writes punctuation or a spelled-out name.
  @inline(__always)
  mutating func put(_ text: StaticString) {
    put(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  /// Writes a string that is spelled already.
  mutating func put(quoted spelling: UnsafeRawBufferPointer) {
    append(UInt8(ascii: "\""))
    put(spelling)
    append(UInt8(ascii: "\""))
  }

  mutating func put(_ value: Bool) { put(value ? "true" : "false") }

  mutating func put(_ value: Int64) {
    guard value >= 0 else { return put(plain: String(value)) }
    var digits: InlineArray<20, UInt8> = .init(repeating: 0)
    var (first, rest) = (20, value)
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    for place in first..<20 { append(digits[place]) }
  }

  /// Writes a share, 0…1, in the fewest digits that give it back.
  mutating func put(share: Double) {
    put(plain: JSONWriter.spelling(share: share))
  }

  static func spelling(share: Double) -> String {
    let share = min(max(share, 0), 1)
    guard share > 0 else { return "0" }
    return share < 1 ? share.description : "1"
  }

  private mutating func put(plain text: String) {
    var text = text
    text.withUTF8 { put(UnsafeRawBufferPointer($0)) }
  }

  mutating func put(string: String) {
    var string = string
    string.withUTF8 { put(string: UnsafeRawBufferPointer($0)) }
  }

  mutating func put(string: [UInt8]) { string.withUnsafeBytes { put(string: $0) } }

  /// Writes a string between quotation marks. Controls are escaped, those of C1 too, so that the file
  /// can be shown on a terminal.
  mutating func put(string: UnsafeRawBufferPointer) {
    guard needsCare(string) else { return put(quoted: string) }
    append(UInt8(ascii: "\""))
    escape(string)
    append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ string: UnsafeRawBufferPointer) {
    var isAfterC2 = false
    for byte in string {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0..<0x20, 0x7F: put(codePoint: byte)
      case 0x80..<0xA0 where isAfterC2:
        count -= 1
        put(codePoint: byte)
      default: append(byte)
      }
      isAfterC2 = byte == 0xC2
    }
  }

  private mutating func put(codePoint byte: UInt8) {
    put("\\u00")
    append(lowerHexDigit(byte >> 4))
    append(lowerHexDigit(byte & 15))
  }
}

private func lowerHexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

/// Whether some byte of a string may have to be escaped.
private func needsCare(_ string: UnsafeRawBufferPointer) -> Bool {
  string.first(in: 0..<string.count, where: { $0.needsCare }, among: { $0.needCare }) < string.count
}
