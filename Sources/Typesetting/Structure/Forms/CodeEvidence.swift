/// Lines that a program reads: commands, source code, settings, markup.
enum CodeEvidence {
  /// The least score of a line that is code.
  static let enough = 3

  /// How much a line looks like code; prose is below 1.
  static func score(_ line: Int, of page: Page) -> Int {
    let shown = page.lines[line]
    guard shown.symbols > 0 || shown.indent > page.shape.base else { return 0 }
    guard Rule.mark(line, of: page) == nil else { return 0 }
    guard shown.ideographs == 0 else { return shown.symbols * 6 > shown.columns ? 2 : 0 }
    let text = page.text(line)
    let marks = shown.symbols > 1 ? LinkMarks.count(text) : 0
    var score = density(shown, without: marks * 2)
    if hasOpening(text) { score += 3 }
    if let last = text.last, endings.contains(last) { score += text.contains(UInt8(ascii: "(")) ? 3 : 2 }
    if text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">") { score += 2 }
    if shown.symbols > 0, hasOperator(text) { score += 1 }
    if shown.indent >= page.shape.base + 4 { score += 1 }
    if shown.terms >= 6, page.endsSentence(line) { score -= 2 }
    return score
  }

  private static func density(_ line: Line, without links: Int) -> Int {
    let share = (line.symbols - links) * 100 / max(line.columns, 1)
    return share >= 25 ? 3 : share >= 15 ? 2 : share >= 8 ? 1 : 0
  }

  private static let endings = Set(";{}\\".utf8)

  private static let openings = [
    "$ ", "% ", "# ", "> ", ">>> ", "... ", "#!", "#include", "//", "/*", "<?", "</", "<!", "sudo ",
    "C:\\", "./", "@@ ", "--",
  ].map { Array($0.utf8) }

  private static func hasOpening(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, !isLetter(first) || first == UInt8(ascii: "s") || first == 0x43
    else { return false }
    return openings.contains { text.starts(with: $0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static let operators = [
    "()", "->", "::", "==", " = ", "=\"", "/>", " --", "://", "&&", "||",
  ]
  .map { Array($0.utf8) }

  /// Whether one of the operators stands in the first 200 bytes.
  private static func hasOperator(_ text: ArraySlice<UInt8>) -> Bool {
    let head = text.prefix(200)
    return head.indices.contains { index in
      ByteClass.table[Int(head[index])] == .symbol || head[index] == 0x20 || head[index] == 0x28
        ? operators.contains { head[index...].starts(with: $0) } : false
    }
  }

  /// Whether the stanza is code as a whole.
  static func holds(_ lines: Range<Int>, of page: Page) -> Bool {
    guard page.lines[lines].contains(where: { $0.symbols > 0 }) else { return false }
    let scores = lines.map { score($0, of: page) }
    let coded = scores.count { $0 >= enough }
    if coded * 2 < lines.count {
      return coded * 3 >= lines.count && isIndentedLikeCode(lines, page)
    }
    return lines.count == 1 || coded * 3 >= lines.count * 2
      || !WrapEvidence(lines, of: page).isWrapped
  }

  /// A line of words: eight or more, and hardly a mark.
  private static func isProse(_ line: Int, of page: Page) -> Bool {
    page.lines[line].terms >= 8 && page.lines[line].letters * 4 > page.lines[line].columns * 3
  }

  /// Three or more depths of indentation.
  private static func isIndentedLikeCode(_ lines: Range<Int>, _ page: Page) -> Bool {
    Set(page.lines[lines].lazy.map(\.indent)).count > 2
  }
}
