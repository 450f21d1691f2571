/// Light markup in files that do not say what they are: fenced code, headings marked with `#` or
/// `=`. `Markdown` reads those that do.
enum Markup {
  static func read(_ page: Page) {
    let fences = fences(of: page)
    let headings = page.lines.indices.filter { hashes($0, of: page) > 0 && !isInside($0, fences) }
    guard page.isNamedMarkdown || isMarkup(headings, fences, of: page) else {
      readEqualsHeadings(page)
      return
    }
    page.isMarkup = true
    for fence in fences where page.isFree(fence) { claimFence(fence, in: page) }
    for line in headings where !page.isTaken(line) {
      claimHeading(line, level: hashes(line, of: page), in: page)
    }
  }

  /// Headings with text around them, or fences, and not a file of comments.
  private static func isMarkup(_ all: [Int], _ fences: [Range<Int>], of page: Page) -> Bool {
    let headings = all.filter { page.lines[$0].indent == 0 && !isCommand($0, of: page) }
    let alone = headings.filter { line in
      line + 1 >= page.lines.count || page.lines[line + 1].isBlank
        || hashes(line + 1, of: page) == 0 && page.lines[line + 1].terms > 4
    }
    guard alone.count * 4 >= headings.count * 3 else { return false }
    if !fences.isEmpty, fences.count < 200 { return true }
    return alone.count > 1 || alone.first.map { page.lines[..<$0].allSatisfy(\.isBlank) } == true
  }

  /// A command after the prompt of the superuser: one mark and a small letter or a path.
  private static func isCommand(_ line: Int, of page: Page) -> Bool {
    guard hashes(line, of: page) == 1, let first = page.text(line).dropFirst(2).first else {
      return false
    }
    return ByteClass.table[Int(first)] == .small || ByteClass.table[Int(first)] == .symbol
  }

  private static func isInside(_ line: Int, _ fences: [Range<Int>]) -> Bool {
    var low = 0
    var high = fences.count
    while low < high {
      let middle = (low + high) / 2
      if fences[middle].upperBound <= line { low = middle + 1 } else { high = middle }
    }
    return low < fences.count && fences[low].contains(line)
  }

  /// The number of `#` before a heading; 0 for other lines.
  static func hashes(_ line: Int, of page: Page) -> Int {
    guard page.first(line) == UInt8(ascii: "#"), page.lines[line].indent < 4 else { return 0 }
    let text = page.text(line)
    let count = text.prefix { $0 == UInt8(ascii: "#") }.count
    let rest = text.dropFirst(count)
    guard count <= 6, rest.first == 0x20, page.lines[line].letters > 0 || rest.count > 1 else {
      return 0
    }
    return count
  }

  /// Pairs of lines of three or more backticks or tildes, with all between them.
  private static func fences(of page: Page) -> [Range<Int>] {
    var fences: [Range<Int>] = []
    var open: (line: Int, mark: UInt8, count: Int)?
    for line in page.lines.indices {
      let mark = page.first(line)
      guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { continue }
      let count = page.text(line).prefix { $0 == mark }.count
      guard count >= 3, Rule.underline(line, of: page) == nil else { continue }
      if let begun = open {
        guard mark == begun.mark, count >= begun.count, page.lines[line].columns == count else {
          continue
        }
        fences.append(begun.line..<line + 1)
        open = nil
      } else if mark == UInt8(ascii: "~") || !page.text(line).dropFirst(count).contains(mark) {
        open = (line, mark, count)
      }
    }
    return fences
  }

  private static func claimFence(_ lines: Range<Int>, in page: Page) {
    var draft = page.draft(lines, .preformatted, reason: .fence)
    draft.block.slices = Array(draft.block.slices.dropFirst().dropLast())
    draft.isSettled = true
    page.claim(draft)
  }

  private static func claimHeading(_ line: Int, level: Int, in page: Page) {
    var draft = page.draft(line..<line + 1, .heading, level: level, reason: .markedHeading)
    let mark = page.first(line)
    let text = page.text(line)
    let start = text.firstIndex { $0 != mark && $0 > 0x20 } ?? text.endIndex
    let end = text.lastIndex { $0 != mark && $0 > 0x20 }.map { $0 + 1 } ?? text.endIndex
    draft.block.slices[0].source = min(start, end)..<end
    page.claim(draft)
  }

  /// `== A section ==`: marks before the heading, and perhaps as many behind it.
  private static func readEqualsHeadings(_ page: Page) {
    let headings = page.lines.indices.filter { equals($0, of: page) > 0 }
    guard headings.count > 1 else { return }
    for line in headings where !page.isTaken(line) {
      claimHeading(line, level: equals(line, of: page), in: page)
    }
  }

  private static func equals(_ line: Int, of page: Page) -> Int {
    guard page.first(line) == UInt8(ascii: "="), page.lines[line].indent == 0 else { return 0 }
    let text = page.text(line)
    let count = text.prefix { $0 == UInt8(ascii: "=") }.count
    guard count <= 6, text.dropFirst(count).first == 0x20, page.lines[line].letters > 0 else {
      return 0
    }
    return count
  }
}
