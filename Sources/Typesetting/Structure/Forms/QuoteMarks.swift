/// Marks before the lines of a quoted message.
enum QuoteMarks {
  /// The number of marks before the line: `>`, perhaps with spaces between and around them.
  static func depth(_ line: Int, of page: Page) -> Int {
    guard page.first(line) == UInt8(ascii: ">") else { return 0 }
    let prefix = prefix(page.text(line))
    let depth = page.bytes[prefix].count { $0 == UInt8(ascii: ">") }
    let next = prefix.upperBound < page.bytes.count ? page.bytes[prefix.upperBound] : 0
    // Three marks and a space alone are the prompt of an interpreter.
    if depth == 3, page.bytes[prefix].starts(with: ">>> ".utf8), next != 0x0A { return 0 }
    return depth
  }

  /// The bytes of the marks and the spaces that go with them.
  static func prefix(_ text: ArraySlice<UInt8>) -> Range<Int> {
    let marks = text.prefix { $0 == UInt8(ascii: ">") || $0 == 0x20 || $0 == 0x09 }
    return marks.startIndex..<marks.endIndex
  }
}
