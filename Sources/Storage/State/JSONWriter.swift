/// Writes JSON into bytes: equal calls, equal bytes.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Writes punctuation or a spelled-out name.
  mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes JSON that stands as it is.
  mutating func put(_ json: ArraySlice<UInt8>) { bytes += json }

  /// Writes a string that is spelled already.
  mutating func put(quoted spelling: some Collection<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: spelling)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func put(_ value: Bool) { put(value ? "true" : "false") }

  mutating func put(_ value: Int64) {
    guard value >= 0 else { return bytes.append(contentsOf: String(value).utf8) }
    var digits: InlineArray<20, UInt8> = .init(repeating: 0)
    var (first, rest) = (20, value)
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    for place in first..<20 { bytes.append(digits[place]) }
  }

  /// Writes a share, 0…1, in the fewest digits that give it back.
  mutating func put(share: Double) {
    let share = min(max(share, 0), 1)
    guard share > 0 else { return put("0") }
    guard share < 1 else { return put("1") }
    bytes.append(contentsOf: share.description.utf8)
  }

  mutating func put(string: String) {
    var string = string
    string.withUTF8 { put(string: $0) }
  }

  /// Writes a string between quotation marks. Controls are escaped, those of C1 too, so that the file
  /// can be shown on a terminal.
  mutating func put(string: some Collection<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    if string.allSatisfy({ !needsCare($0) }) {
      bytes.append(contentsOf: string)
    } else {
      escape(string)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ string: some Collection<UInt8>) {
    var isAfterC2 = false
    for byte in string {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20, 0x7F: put(codePoint: byte)
      case 0x80..<0xA0 where isAfterC2:
        bytes.removeLast()
        put(codePoint: byte)
      default: bytes.append(byte)
      }
      isAfterC2 = byte == 0xC2
    }
  }

  private mutating func put(codePoint byte: UInt8) {
    put("\\u00")
    bytes += [lowerHexDigit(byte >> 4), lowerHexDigit(byte & 15)]
  }
}

private func lowerHexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

private func needsCare(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2
}
