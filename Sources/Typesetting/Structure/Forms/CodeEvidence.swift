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
    var score = shown.indent >= page.shape.base + 4 ? 1 : 0
    if shown.symbols > 0 { score += scoreOfMarks(shown, text) }
    if shown.dashes > 0, hasOption(text) { score += 1 }
    if shown.symbols > 0, isAssignment(shown.firstWord(in: page.bytes)) { score += 2 }
    if shown.terms >= 6, page.endsSentence(line) { score -= 2 }
    return score
  }

  private static func scoreOfMarks(_ line: Line, _ text: ArraySlice<UInt8>) -> Int {
    let links = line.symbols > 1 ? LinkMarks.count(text) * 2 : 0
    let share = (line.symbols - links) * 100 / max(line.columns, 1)
    var score = share >= 25 ? 3 : share >= 15 ? 2 : share >= 8 ? 1 : 0
    if openings.begin(text) { score += 3 }
    if let last = text.last, ";{}\\".utf8.contains(last) {
      score += text.contains(UInt8(ascii: "(")) ? 3 : 2
    }
    if text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">") { score += 2 }
    return score + (line.symbols > 1 && hasOperator(text) ? 1 : 0)
  }

  private static let prompts = [">>> ", "$ ", "% "]

  private static let openings = Beginnings(
    prompts + [
      "# ", "... ", "#!", "#include", "//", "/*", "<?", "</", "<!", "C:\\", "./", "@@ ", "--",
    ])

  private static let operators = Beginnings([
    "()", "::", "==", " = ", "=\"", "/>", " --", "://", "&&", "||", "~/",
  ])

  /// Whether one of the operators stands in the first 200 bytes.
  private static func hasOperator(_ text: ArraySlice<UInt8>) -> Bool {
    let head = text.prefix(200)
    return head.indices.contains { operators.begin(head[$0...]) }
  }

  /// `NAME=value`, as a shell has it before a command.
  private static func isAssignment(_ word: ArraySlice<UInt8>) -> Bool {
    guard let equals = word.firstIndex(of: UInt8(ascii: "=")), equals - word.startIndex > 1 else {
      return false
    }
    return word[..<equals].allSatisfy { byte in
      switch ByteClass.table[Int(byte)] {
      case .capital, .digit: true
      default: byte == UInt8(ascii: "_")
      }
    }
  }

  /// A word that is a hyphen and a letter or two.
  private static func hasOption(_ text: ArraySlice<UInt8>) -> Bool {
    let head = text.prefix(200)
    return head.indices.dropFirst().contains { index in
      guard head[index] == UInt8(ascii: "-"), head[index - 1] == 0x20 else { return false }
      let word = head[index...].prefix(4).prefix { $0 != 0x20 }
      return (2...3).contains(word.count) && ByteClass.isLetter(word[index + 1])
    }
  }

  /// Whether the stanza is code as a whole.
  static func holds(_ lines: Range<Int>, of page: Page) -> Bool {
    guard page.lines[lines].contains(where: { $0.symbols > 0 }) else { return false }
    let scores = lines.map { score($0, of: page) }
    let coded = scores.count { $0 >= enough }
    if lines.count == 1 || coded * 3 >= lines.count * 2 { return coded > 0 }
    guard coded * 3 >= lines.count || scores.reduce(0, +) >= lines.count * 2,
      !zip(lines, scores).contains(where: { $1 < 2 && isProse($0, of: page) })
    else { return false }
    return hasPrompt(lines.lowerBound, of: page) || isIndentedLikeCode(lines, page)
      || !WrapEvidence(lines, of: page).isWrapped
  }

  private static func hasPrompt(_ line: Int, of page: Page) -> Bool {
    prompts.contains { page.text(line).starts(with: $0.utf8) }
  }

  /// A line of words: eight or more, and hardly a mark.
  private static func isProse(_ line: Int, of page: Page) -> Bool {
    page.lines[line].terms >= 8 && page.lines[line].letters * 4 > page.lines[line].columns * 3
  }

  /// Three or more depths of indentation, or two that are far apart.
  private static func isIndentedLikeCode(_ lines: Range<Int>, _ page: Page) -> Bool {
    let depths = Set(page.lines[lines].lazy.map(\.indent)).sorted()
    guard let first = depths.first, let last = depths.last else { return false }
    return depths.count > 2 || last - first >= 8
  }
}
