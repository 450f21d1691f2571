/// Tables of GitHub's dialect: a row of heads, a row of dashes, and all lines that follow.
enum MarkdownTable {
  /// The line of the heads, if the lines of a paragraph end in a table.
  static func start(
    in lines: Range<Int>, where text: (Int) -> ArraySlice<UInt8>
  ) -> Int? {
    guard lines.count > 1 else { return nil }
    return lines.dropFirst().first { line in
      guard let columns = dashes(text(line)) else { return false }
      return cells(text(line - 1)) == columns
    }.map { $0 - 1 }
  }

  /// The cells of a row of dashes; nil for another line.
  private static func dashes(_ row: ArraySlice<UInt8>) -> Int? {
    guard row.contains(UInt8(ascii: "|")), row.contains(UInt8(ascii: "-")),
      row.allSatisfy({ "|-: \t".utf8.contains($0) })
    else { return nil }
    return cells(row)
  }

  /// The cells of a row: bars behind a backslash part none, and those at its ends only frame it.
  private static func cells(_ row: ArraySlice<UInt8>) -> Int {
    var bars = 0
    var isEscaped = false
    var endsWithBar = false
    for byte in row {
      endsWithBar = byte == UInt8(ascii: "|") && !isEscaped
      if endsWithBar { bars += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return bars + 1 - (row.first == UInt8(ascii: "|") ? 1 : 0) - (endsWithBar ? 1 : 0)
  }
}

/// Headings behind `#`.
enum MarkdownHeading {
  /// What stands between the marks of a heading; nil for a text without them.
  static func content(_ line: ArraySlice<UInt8>) -> Range<Int>? {
    let mark = UInt8(ascii: "#")
    let marks = line.prefix { $0 == mark }
    guard (1...6).contains(marks.count), line[marks.endIndex...].first.map({ $0 <= 0x20 }) ?? true
    else { return nil }
    let text = line[marks.endIndex...].drop { $0 <= 0x20 }
    let body = text.lastIndex { $0 != mark }.map { $0 + 1 } ?? text.startIndex
    // Marks at the end belong to the heading unless a space parts them from it.
    let isClosed = body == text.startIndex || text[body - 1] <= 0x20
    let end = isClosed ? text[..<body].lastIndex { $0 > 0x20 }.map { $0 + 1 } : text.endIndex
    return text.startIndex..<max(text.startIndex, end ?? text.startIndex)
  }
}
