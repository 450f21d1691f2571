import Articles
import Glibc

extension LibraryState {
  /// The most articles that a file may hold.
  static let mostArticles = 1_000_000

  /// Reads a state file.
  /// - Returns: nil where the bytes are no whole, valid state file: see `salvaged`.
  package init?(_ bytes: [UInt8]) {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
    var cursor = JSONCursor(bytes)
    self.init()
    // An article is a line: a table that has to grow costs more than to count them.
    articles.reserveCapacity(min(lineCount(bytes), LibraryState.mostArticles))
    do throws(Malformed) {
      try readHeader(&cursor)
    } catch {
      return nil
    }
  }

  private mutating func readHeader(_ cursor: inout JSONCursor) throws(Malformed) {
    var isState = false
    var hasArticles = false
    try cursor.object { (cursor, name) throws(Malformed) in
      if cursor.spells(name, "format") {
        let format = try cursor.string()
        isState = cursor.spells(format, "lectern-state")
      } else {
        hasArticles = hasArticles || cursor.spells(name, "articles")
        try readMember(name, &cursor)
      }
    }
    cursor.skipSpace()
    // Marks under a name that is spelled wrong would be kept and never seen.
    guard isState, cursor.isAtEnd, hasArticles || unknown.isEmpty else { throw Malformed() }
  }

  /// Reads a member of the header other than the format.
  mutating func readMember(_ name: JSONCursor.Spelling, _ cursor: inout JSONCursor)
    throws(Malformed)
  {
    if cursor.spells(name, "version"), let number = try cursor.wholeNumber() {
      version = max(version, number)
    } else if cursor.spells(name, "minimumReader"), let number = try cursor.wholeNumber() {
      minimumReader = max(minimumReader, number)
    } else if cursor.spells(name, "articles") {
      try cursor.object { (cursor, name) throws(Malformed) in
        try readArticle(name, &cursor)
      }
    } else {
      unknown.insert(try cursor.unknownMember(name))
    }
  }

  /// Reads the marks of an article; those of one that stands twice are merged.
  mutating func readArticle(_ name: JSONCursor.Spelling, _ cursor: inout JSONCursor)
    throws(Malformed)
  {
    let path = PathKey.decoded(cursor.text(name))
    let marks = try cursor.marks()
    guard articles.count < LibraryState.mostArticles else { throw Malformed() }
    articles[path, default: Marks()].take(marks)
  }
}

/// How many lines end in the bytes.
private func lineCount(_ bytes: [UInt8]) -> Int {
  bytes.withUnsafeBytes { bytes in
    var (count, rest) = (0, bytes[...])
    while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress,
      let found = memchr(start, 0x0A, rest.count)
    {
      count += 1
      rest = rest.dropFirst(UnsafeRawPointer(found) - start + 1)
    }
    return count
  }
}

extension Marks {
  /// Becomes the other marks, or both together.
  fileprivate mutating func take(_ other: Marks) {
    if isEmpty { self = other } else { merge(other) }
  }
}

extension JSONCursor {
  /// Steps over the value of a member that is not understood.
  mutating func unknownMember(_ name: JSONCursor.Spelling) throws(Malformed)
    -> UnknownMembers.Member
  {
    let json = bytes[try value()].map { byte in
      // Between tokens, as nothing else can be: an article is one line.
      byte == 0x0A || byte == 0x0D ? 0x20 : byte
    }
    return UnknownMembers.Member(name: Array(bytes[name.range]), json: json)
  }
}
