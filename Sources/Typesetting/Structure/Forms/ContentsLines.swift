/// Entries of a printed table of contents: words, leaders, and the number of a page.
enum ContentsLines {
  /// Whether most lines of the stanza are such entries.
  static func hold(_ lines: Range<Int>, of page: Page) -> Bool {
    let entries = lines.count { isEntry($0, of: page) }
    return entries > 0 && entries * 5 >= lines.count * 3
  }

  private static func isEntry(_ line: Int, of page: Page) -> Bool {
    let text = page.text(line)
    guard let last = text.last, (0x30...0x39).contains(last) || "ivx".utf8.contains(last) else {
      return false
    }
    let rest = text.reversed().drop { $0 != 0x20 && $0 != UInt8(ascii: ".") }.prefix(8)
    return rest.count { $0 == UInt8(ascii: ".") } > 2
      && rest.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: ".") }
  }
}
