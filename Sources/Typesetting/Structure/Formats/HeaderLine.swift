/// A line `Key: value` at the head of a text.
struct HeaderLine {
  let key: String
  /// What the key announces; nil for one that is not known.
  let meaning: Lexicon.Key?
  /// The bytes of the value.
  let value: Range<Int>

  /// - Parameter offset: bytes of the line to skip, such as spaces before the key.
  init?(_ line: Int, of page: Page) {
    let text = page.text(line)
    let head = text.prefix(60)
    guard let colon = head.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == 0xEF }) else {
      return nil
    }
    let isWide = text[colon] == 0xEF
    guard !isWide || text[colon...].starts(with: [0xEF, 0xBC, 0x9A]) else { return nil }
    let name = text[..<colon]
    let end = colon + (isWide ? 3 : 1)
    guard Self.isKey(name), end == text.endIndex || isWide || text[end] <= 0x20 || text[end] >= 0x80
    else {
      return nil
    }
    key = String(decoding: name, as: UTF8.self).lowercased()
    meaning = Phrasebook.shared.keys[key] ?? (key.hasPrefix("x-") ? .technical : nil)
    let start = text[end...].firstIndex { $0 > 0x20 } ?? text.endIndex
    value = start..<text.endIndex
  }

  /// One word, or two, without marks but hyphens.
  private static func isKey(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, name.count <= 40, ByteClass.table[Int(first)] != .digit else {
      return false
    }
    return name.count { $0 == 0x20 } <= 1
      && name.allSatisfy {
        $0 >= 0x80 || $0 == 0x2D || $0 == 0x5F || $0 == 0x20 || isLetterOrDigit($0)
      }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch ByteClass.table[Int(byte)] {
    case .small, .capital, .digit: true
    default: false
    }
  }
}
