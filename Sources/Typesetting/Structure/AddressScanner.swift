/// Finds addresses that stand in a text: `https://…`, `www.…`, `mailto:…`.
enum AddressScanner {
  /// The places of all addresses, in order.
  static func addresses(in bytes: [UInt8]) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [Range<Int>] = []
      var index = 0
      while index < bytes.count {
        if mayBelong(index, in: bytes), let range = address(around: index, in: bytes),
          range.lowerBound >= found.last?.upperBound ?? 0
        {
          found.append(range)
          index = range.upperBound
        } else {
          index += 1
        }
      }
      return found
    }
  }

  /// Whether a byte may be the colon of an address, or the point of `www.`: few are.
  @inline(__always)
  private static func mayBelong(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "."): index > 2 && bytes[index - 1] | 0x20 == UInt8(ascii: "w")
    case UInt8(ascii: ":"):
      index > 2 && index + 1 < bytes.count
        && (bytes[index + 1] == UInt8(ascii: "/") || bytes[index - 1] | 0x20 == UInt8(ascii: "o"))
    default: false
    }
  }

  private static let mail = Array("mailto:".utf8)
  private static let beginnings =
    ["https:", "http:", "ftp:", "gopher:", "gemini:"].map { Array($0.utf8) } + [mail]
  private static let web = Array("www.".utf8)

  /// The address to which a colon, or the point of `www.`, belongs.
  private static func address(
    around mark: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    let isWeb = bytes[mark] == UInt8(ascii: ".")
    let candidates = isWeb ? [web] : beginnings
    guard let name = candidates.first(where: { ends($0, at: mark, in: bytes) }) else { return nil }
    let start = mark + 1 - name.count
    if start > 0, ByteClass.isLetter(bytes[start - 1]) { return nil }
    var rest = mark + 1
    if !isWeb, name != mail {
      guard bytes[rest...].starts(with: "//".utf8) else { return nil }
      rest += 2
    }
    let end = end(from: rest, in: bytes)
    guard end > rest, bytes[rest..<end].contains(where: isWordByte) else { return nil }
    return start..<end
  }

  private static func ends(
    _ name: [UInt8], at mark: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = mark + 1 - name.count
    return start >= 0
      && zip(name, bytes[start...mark]).allSatisfy { $0 == $1 || $0 == $1 | 0x20 }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    ByteClass.isLetter(byte) || (0x30...0x39).contains(byte)
  }

  /// Where an address ends: before white space, quotation marks and what brackets it, and without
  /// the marks of the sentence in which it stands.
  private static func end(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = start
    var depth = 0
    scan: while end < bytes.count {
      switch bytes[end] {
      case ...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"),
        UInt8(ascii: "|"), UInt8(ascii: "]"), UInt8(ascii: "["):
        break scan
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      case 0x80...:
        let (scalar, length) = UTF8Scalar.decode(bytes, at: end, before: bytes.count)
        switch WideClass(scalar) {
        case .letter, .mark, .ideograph, .wideLetter: end += length - 1
        case .space, .punctuation, .ideographicStop: break scan
        }
      default: break
      }
      end += 1
    }
    while end > start, "?!.,:;*_~'".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end
  }
}
