import Articles

extension LibraryState {
  /// What can be saved from bytes that are no valid state file: every article whose line is whole,
  /// whatever is around it (a cut, zeros, marks of a git conflict).
  package static func salvaged(_ bytes: [UInt8]) -> LibraryState { salvage(bytes).state }

  /// The same, and the numbers of the lines that hold something which cannot be read, from 1 on.
  static func salvage(_ bytes: [UInt8]) -> (state: LibraryState, broken: [Int]) {
    var state = LibraryState()
    var broken: [Int] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let isText = (try? UTF8Span(validating: line.span)) != nil
      let cursor = JSONCursor(bytes, from: line.startIndex, to: line.endIndex)
      if !isText || !state.salvage(cursor) { broken.append(number + 1) }
    }
    return (state, broken)
  }

  /// Takes member after member of a line, as long as they are whole.
  /// - Returns: Whether that was all of the line.
  private mutating func salvage(_ line: JSONCursor) -> Bool {
    var cursor = line
    cursor.skipSpace()
    while !cursor.isAtEnd {
      let isPunctuation = ["{", ",", "}"].contains { cursor.take(UInt8(ascii: $0)) }
      if isPunctuation {
        cursor.skipSpace()
        continue
      }
      do throws(Malformed) {
        try salvageMember(&cursor)
      } catch {
        return false
      }
      cursor.skipSpace()
    }
    return true
  }

  private mutating func salvageMember(_ cursor: inout JSONCursor) throws(Malformed) {
    let name = try cursor.string()
    try cursor.expect(UInt8(ascii: ":"))
    cursor.skipSpace()
    if cursor.spells(name, "articles") {
      try cursor.expect(UInt8(ascii: "{"))
    } else if cursor.next == UInt8(ascii: "{") {
      try salvageArticle(name, &cursor)
    } else if cursor.spells(name, "version") || cursor.spells(name, "minimumReader") {
      try readMember(name, &cursor)
    } else {
      _ = try cursor.value()
    }
  }

  /// An object in which nothing is known may be anything.
  private mutating func salvageArticle(
    _ name: JSONCursor.Spelling, _ cursor: inout JSONCursor
  ) throws(Malformed) {
    let marks = try cursor.marks()
    guard marks.latest != nil else { return }
    try take(marks, of: try cursor.path(name))
  }
}
