/// Running heads and feet of a printed publication, and the form feeds between them.
enum PageBreaks {
  static func read(_ page: Page) {
    let feet = page.lines.indices.filter { isNumberedFoot($0, of: page) }
    let hasFeeds = page.bytes.withUnsafeBufferPointer { $0.firstIndex(of: 0x0C, from: 0) != nil }
    let feeds =
      hasFeeds
      ? page.lines.indices.filter { page.bytes[page.lines[$0].range].contains(0x0C) } : []
    guard !feet.isEmpty || !feeds.isEmpty else { return }
    let heads = Set(heads(feet: feet, feeds: Set(feeds), of: page))
    for foot in feet {
      let next = (foot + 1..<min(foot + 12, page.lines.count)).first { !page.lines[$0].isBlank }
      let head = next.flatMap { heads.contains($0) ? $0 : nil }
      claim(foot..<(head ?? foot) + 1, in: page)
    }
    for head in heads.sorted() { claim(head..<head + 1, in: page) }
  }

  /// A line that ends in `[Page 7]`.
  private static func isNumberedFoot(_ line: Int, of page: Page) -> Bool {
    let text = page.text(line)
    guard text.last == UInt8(ascii: "]"), let open = text.lastIndex(of: UInt8(ascii: "[")),
      text.endIndex - open < 14
    else {
      return false
    }
    let words = text[open...].split(separator: 0x20, omittingEmptySubsequences: true)
    guard words.count == 2 else { return false }
    return ["[page", "[seite", "[стр.", "[página"].contains(
      String(decoding: words[0], as: UTF8.self).lowercased())
  }

  /// The first line after a foot or a form feed, if it stands there again or is spread over the line.
  private static func heads(feet: [Int], feeds: Set<Int>, of page: Page) -> [Int] {
    let breaks = feeds.union(feet)
    let candidates = Set(breaks.compactMap { first(after: $0, feeds: feeds, of: page) }).sorted()
    let keys = Dictionary(candidates.map { (key($0, of: page), 1) }, uniquingKeysWith: +)
    return candidates.filter { line in
      page.lines[line].indent < 3 && page.lines[line].columns < 100
        && (keys[key(line, of: page), default: 0] > 1
          || page.lines[line].widestGap > 2 && page.lines[line].gaps > 0)
    }
  }

  /// The first line with text after a break, if only blank lines are between.
  private static func first(after line: Int, feeds: Set<Int>, of page: Page) -> Int? {
    if feeds.contains(line), !page.lines[line].isBlank { return line }
    let next = page.lines.indices.dropFirst(line + 1).prefix(10).first { !page.lines[$0].isBlank }
    guard let next, isGap(line + 1..<next, of: page) else { return nil }
    // A head stands alone.
    guard next + 1 < page.lines.count, page.lines[next + 1].isBlank else { return nil }
    return next
  }

  private static func isGap(_ lines: Range<Int>, of page: Page) -> Bool {
    page.lines[lines].allSatisfy(\.isBlank)
  }

  /// The line without its numbers.
  private static func key(_ line: Int, of page: Page) -> [UInt8] {
    page.text(line).filter { !(0x30...0x39).contains($0) && $0 > 0x20 }
  }

  private static func claim(_ lines: Range<Int>, in page: Page) {
    guard page.isFree(lines), lines.contains(where: { !page.isTaken($0) }) else { return }
    var draft = page.draft(lines, .furniture, reason: .pageBreak)
    draft.block.slices.removeAll(where: \.source.isEmpty)
    draft.isSettled = true
    page.claim(draft)
  }
}
