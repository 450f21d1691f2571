/// Lines whose places on the line matter: columns that stand below each other, and drawings.
enum TableEvidence {
  /// Whether the stanza is a table or a drawing.
  static func holds(_ lines: Range<Int>, of page: Page) -> Reason? {
    let shown = page.lines[lines]
    if isDrawn(lines, page) { return .drawing }
    let gapped = shown.count { $0.gaps > 0 }
    guard lines.count > 1, gapped * 5 >= lines.count * 3 else { return nil }
    guard shown.contains(where: { $0.widestGap > 2 }), !isJustified(shown) else { return nil }
    return alignedPairs(lines, page) * 2 >= gapped - 1 ? .columns : nil
  }

  /// Word gaps of two columns in lines that all reach the margin: justified prose, not columns.
  private static func isJustified(_ lines: ArraySlice<Line>) -> Bool {
    let wide = lines.dropLast().count { $0.words > 4 && $0.widestGap <= 3 }
    guard let edge = lines.dropLast().map(\.edge).max() else { return false }
    return wide * 4 >= lines.count * 3 - 1
      && lines.dropLast().count { $0.edge + 1 >= edge } * 4 >= lines.count * 3 - 1
  }

  /// Neighbours of which some word after a gap begins at the same column.
  private static func alignedPairs(_ lines: Range<Int>, _ page: Page) -> Int {
    var pairs = 0
    var former: [Int] = []
    for line in lines where page.lines[line].gaps > 0 {
      let columns = columnsAfterGaps(line, page)
      if former.contains(where: columns.contains) { pairs += 1 }
      former = columns
    }
    return pairs
  }

  /// The columns at which words begin after two or more columns of white space; 32 at most.
  private static func columnsAfterGaps(_ line: Int, _ page: Page) -> [Int] {
    var columns: [Int] = []
    var column = page.lines[line].indent
    var gap = 0
    for byte in page.text(line).prefix(400) {
      switch byte {
      case 0x20:
        gap += 1
        column += 1
      case 0x09:
        gap += 8 - column % 8
        column += 8 - column % 8
      // Bytes within a scalar, and combining marks, which have no column.
      case 0x80...0xBF, 0xCC, 0xCD: continue
      default:
        if gap > 1, columns.count < 32 { columns.append(column) }
        gap = 0
        column += (0xE3...0xED).contains(byte) ? 2 : 1
      }
    }
    return columns
  }

  private static func isDrawn(_ lines: Range<Int>, _ page: Page) -> Bool {
    if isFramed(lines, page) { return true }
    let drawn = lines.count { isDrawn($0, page) && Rule.mark($0, of: page) == nil }
    guard drawn > 1, drawn * 2 >= lines.count else { return false }
    return !lines.contains { Rule.underline($0, of: page) != nil } || drawn > 2
  }

  /// Three lines or more of which the first and the last are the same drawn line.
  private static func isFramed(_ lines: Range<Int>, _ page: Page) -> Bool {
    guard lines.count > 2, Rule.mark(lines.lowerBound, of: page) != nil else { return false }
    return page.text(lines.lowerBound).elementsEqual(page.text(lines.upperBound - 1))
      && Rule.underline(lines.upperBound - 1, of: page) == nil
  }

  /// Box drawing, cells between bars, or more strokes than letters.
  private static func isDrawn(_ line: Int, _ page: Page) -> Bool {
    let shown = page.lines[line]
    let marks = shown.symbols + shown.dashes
    if shown.letters + shown.digits == 0, marks > 0 { return isAllStrokes(page.text(line)) }
    if shown.bars > 1 { return shown.gaps > 0 || boxes(page.text(line)) > 1 }
    guard marks > max(shown.letters, 2), shown.letters * 3 < shown.columns else { return false }
    return strokes(page.text(line)) * 3 > marks * 2
  }

  private static func isAllStrokes(_ text: ArraySlice<UInt8>) -> Bool {
    strokes(text) == text.count { $0 > 0x20 }
  }

  private static func strokes(_ text: ArraySlice<UInt8>) -> Int {
    text.count { "-|+/\\_=<>^*~".utf8.contains($0) }
  }

  /// Scalars of the blocks for drawing boxes, U+2500…259F.
  private static func boxes(_ text: ArraySlice<UInt8>) -> Int {
    zip(text, text.dropFirst()).count { $0 == 0xE2 && (0x94...0x96).contains($1) }
  }
}
