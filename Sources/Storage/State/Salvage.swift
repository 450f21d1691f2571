import Articles

extension LibraryState {
  /// What can be saved from bytes that are no valid state file: every article whose line is whole,
  /// whatever is around it (a cut, zeros, marks of a git conflict).
  package static func salvaged(_ bytes: [UInt8]) -> LibraryState {
    var state = LibraryState()
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard (try? UTF8Span(validating: line.span)) != nil else { continue }
      state.salvage(JSONCursor(bytes, from: line.startIndex, to: line.endIndex))
    }
    return state
  }

  /// Takes member after member of a line, as long as they are whole.
  private mutating func salvage(_ line: JSONCursor) {
    var cursor = line
    while !cursor.isAtEnd {
      if cursor.take(UInt8(ascii: "{")) || cursor.take(UInt8(ascii: ",")) { continue }
      do throws(Malformed) {
        try salvageMember(&cursor)
      } catch {
        return
      }
    }
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
    let start = cursor.at
    let marks = try cursor.marks()
    guard marks.latest != nil else { return }
    cursor.at = start
    try readArticle(name, &cursor)
  }
}
