import Articles

/// How the state file spells a path: bytes that are not valid UTF-8, controls and `%` as `%XX`.
enum PathKey {
  static func encoded(_ path: ArticlePath) -> [UInt8] {
    guard !isPlain(path.bytes) else { return path.bytes }
    var key: [UInt8] = []
    var rest = path.bytes[...]
    while let first = rest.first {
      let length = scalarLength(rest)
      if length == 0 || isControl(rest.prefix(length)) || first == UInt8(ascii: "%") {
        for byte in rest.prefix(max(length, 1)) { key += percent(byte) }
      } else {
        key += rest.prefix(length)
      }
      rest = rest.dropFirst(max(length, 1))
    }
    return key
  }

  /// A `%` without two digits after it stands for itself.
  static func decoded(_ key: [UInt8]) -> ArticlePath {
    guard key.firstIndex(of: UInt8(ascii: "%")) != nil else { return ArticlePath(key) }
    var path: [UInt8] = []
    var rest = key[...]
    while let first = rest.popFirst() {
      let digits = rest.prefix(2).compactMap(hexDigit)
      if first == UInt8(ascii: "%"), digits.count == 2 {
        path.append(digits[0] << 4 | digits[1])
        rest = rest.dropFirst(2)
      } else {
        path.append(first)
      }
    }
    return ArticlePath(path)
  }

  /// Whether nothing in it has to be spelled in another way.
  private static func isPlain(_ path: [UInt8]) -> Bool {
    var isText = true
    for byte in path {
      // What begins with C2 may be a control.
      if byte < 0x20 || byte == UInt8(ascii: "%") || byte == 0x7F || byte == 0xC2 { return false }
      isText = isText && byte < 0x80
    }
    return isText || (try? UTF8Span(validating: path.span)) != nil
  }

  /// The bytes of the well-formed scalar that begins here; 0 where none does.
  private static func scalarLength(_ bytes: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return 0 }
    return UTF8.width(scalar)
  }

  /// One of C0, DEL, C1.
  private static func isControl(_ scalar: ArraySlice<UInt8>) -> Bool {
    guard let first = scalar.first, let last = scalar.last else { return false }
    return first < 0x20 || first == 0x7F || (first == 0xC2 && last < 0xA0)
  }

  private static func percent(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
