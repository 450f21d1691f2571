/// What the first bytes of a file are made of.
struct ByteCensus {
  /// Bytes looked at.
  static let reach = 64 * 1024

  private(set) var count = 0
  private(set) var nulls = 0
  /// Controls that no text has: not tab, line ends, form feed, backspace and escape.
  private(set) var controls = 0
  /// Bytes that are part of no valid UTF-8.
  private(set) var invalid = 0
  /// Valid sequences of two bytes or more.
  private(set) var sequences = 0

  init(_ bytes: [UInt8]) {
    let end = min(bytes.count, Self.reach)
    count = end
    bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var index = 0
      while index < end {
        if index + 8 <= end, EightBytes(raw, at: index).arePrintable {
          index += 8
        } else {
          index += take(buffer, index, before: bytes.count)
        }
      }
    }
  }

  private mutating func take(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, before end: Int
  ) -> Int {
    switch bytes[index] {
    case 0: nulls += 1
    case 0x01...0x07, 0x0E...0x1A, 0x1C...0x1F, 0x7F: controls += 1
    case 0x80...:
      let (scalar, length) = UTF8Scalar.decode(bytes, at: index, before: end)
      if length == 1 || !UTF8Scalar.isValid(scalar, length: length) {
        invalid += 1
        return 1
      }
      sequences += 1
      return length
    default: break
    }
    return 1
  }

  /// Whether the bytes are no text in any encoding.
  var isBinary: Bool { nulls * 100 > count || (nulls + controls) * 25 > count }

  /// Whether the text is UTF-8 with little damage.
  var isMostlyUTF8: Bool { invalid == 0 || sequences > invalid * 8 }

  /// How often U+FFFD and the controls from U+0080 to U+009F stand in a converted text.
  static func replacements(_ text: [UInt8]) -> Int {
    zip(text, text.dropFirst()).count {
      $0 == 0xEF && $1 == 0xBF || $0 == 0xC2 && (0x80...0x9F).contains($1)
    }
  }
}

extension EightBytes {
  /// Whether all are printable ASCII.
  fileprivate var arePrintable: Bool {
    bits & EightBytes(repeating: 0x80).bits == 0 && !holdsLess(than: 0x20) && !holds(0x7F)
  }
}
