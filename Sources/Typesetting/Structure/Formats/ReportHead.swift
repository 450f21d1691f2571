/// The head of a numbered report: names of the series on the left, authors and date at the right
/// margin, and below it the title, centred.
enum ReportHead {
  static func read(_ page: Page) {
    guard let first = page.lines.indices.first(where: { !page.isTaken($0) }) else { return }
    let end = page.lines[first...].firstIndex(where: \.isBlank) ?? page.lines.count
    guard page.isFree(first..<end), isHead(first..<end, of: page) else { return }
    let right = (first..<end).compactMap { rightColumn($0, of: page) }
    page.metadata.date = page.metadata.date ?? right.lazy.compactMap(DateText.first).last
    page.metadata.author = page.metadata.author ?? authors(right)
    var head = page.draft(first..<end, .byline, reason: .reportHead)
    head.isSettled = true
    page.claim(head)
    readTitle(after: end, in: page)
  }

  /// Two to twelve lines that keep to both margins, of which one states the date.
  private static func isHead(_ lines: Range<Int>, of page: Page) -> Bool {
    guard (2...14).contains(lines.count) else { return false }
    let right = lines.filter { rightColumn($0, of: page) != nil }
    guard right.count * 2 >= lines.count, let edge = right.map({ page.lines[$0].edge }).max() else {
      return false
    }
    let aligned = right.count { page.lines[$0].edge + 2 >= edge }
    return edge > 50 && aligned * 2 > right.count
      && right.contains { DateText.first(in: page.string($0)) != nil }
  }

  /// What stands after a gap of three or more columns, at the right.
  private static func rightColumn(_ line: Int, of page: Page) -> String? {
    let text = page.text(line)
    if page.lines[line].indent > 30 { return page.string(line) }
    var gap = 0
    var start: Int?
    for (index, byte) in zip(text.indices, text) {
      if byte == 0x20 {
        gap += 1
      } else if byte == 0x09 {
        gap += 8
      } else {
        if gap > 2 { start = index }
        gap = 0
      }
    }
    return start.map { String(decoding: text[$0...], as: UTF8.self) }
  }

  /// Names with an initial before the surname; organisations stand between them.
  private static func authors(_ right: [String]) -> String? {
    let names = right.map { $0.split(separator: ",").first.map(String.init) ?? $0 }.filter { text in
      let words = text.split(separator: " ")
      return words.count > 1 && words[0].last == "." && words[0].count < 6
        && PersonName.isName(text)
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// The stanza below the head, if it is short and set in: the title.
  private static func readTitle(after end: Int, in page: Page) {
    guard let start = page.lines[end...].firstIndex(where: { !$0.isBlank }) else { return }
    let stop = page.lines[start...].firstIndex(where: \.isBlank) ?? page.lines.count
    guard stop - start <= 4, page.isFree(start..<stop),
      page.lines[start..<stop].allSatisfy({ $0.indent > page.shape.base || $0.columns < 60 })
    else {
      return
    }
    var draft = page.draft(start..<stop, .title, reason: .centred)
    draft.isSettled = true
    page.metadata.title = (start..<stop).map { page.string($0) }.joined(separator: " ")
    page.claim(draft)
  }
}
