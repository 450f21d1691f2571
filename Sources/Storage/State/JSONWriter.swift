/// Writes JSON into bytes: equal calls, equal bytes.
struct JSONWriter {
  /// Room for what is to come, beyond `count`, is filled with zeros.
  private var storage: [UInt8] = []
  private(set) var count = 0

  /// What was written.
  consuming func finished() -> [UInt8] {
    storage.removeLast(storage.count - count)
    return storage
  }

  var last: UInt8? { count > 0 ? storage[count - 1] : nil }

  /// What was written in a part of it.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> { storage[range] }

  mutating func reserve(_ more: Int) {
    guard storage.count - count < more else { return }
    storage += repeatElement(0, count: max(more, storage.count))
  }

  /// Writes JSON that stands as it is.
  mutating func put(_ json: UnsafeRawBufferPointer) {
    guard let start = json.baseAddress else { return }
    reserve(json.count)
    let place = count
    storage.withUnsafeMutableBytes { storage in
      // There is room: `reserve` has made it.
      (storage.baseAddress.unsafelyUnwrapped + place).copyMemory(from: start, byteCount: json.count)
    }
    count += json.count
  }

  mutating func put(_ json: ArraySlice<UInt8>) { json.withUnsafeBytes { put($0) } }

  /// Writes punctuation or a spelled-out name.
  mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { put(UnsafeRawBufferPointer($0)) }
  }

  private mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
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
    let share = min(max(share, 0), 1)
    guard share > 0 else { return put("0") }
    guard share < 1 else { return put("1") }
    put(plain: share.description)
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
    guard string.contains(where: needsCare) else { return put(quoted: string) }
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

private func needsCare(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2
}
