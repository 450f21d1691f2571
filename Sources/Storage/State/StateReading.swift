import Articles
import CSystem
import Glibc

extension LibraryState {
  /// The most articles that a file may hold.
  static let mostArticles = 1_000_000

  /// Reads a state file.
  /// - Returns: nil where the bytes are no whole, valid state file: see `salvaged`.
  package init?(_ bytes: [UInt8]) {
    guard let reading = StateReading(bytes) else { return nil }
    self = reading.state
  }

  /// Reads a member of the header other than the format and the articles.
  mutating func readMember(_ name: JSONCursor.Spelling, _ cursor: inout JSONCursor)
    throws(Malformed)
  {
    let isVersion = cursor.spells(name, "version")
    guard isVersion || cursor.spells(name, "minimumReader") else {
      return unknown.insert(try cursor.unknownMember(name))
    }
    guard let number = try cursor.wholeNumber() else { throw Malformed() }
    if isVersion {
      version = max(version, number)
    } else {
      minimumReader = max(minimumReader, number)
    }
  }

  /// Takes the marks of an article; those of one that stands twice are merged.
  mutating func take(
    _ marks: consuming Marks, of path: consuming ArticlePath
  ) throws(Malformed) {
    guard let before = articles.updateValue(marks, forKey: path) else {
      guard articles.count <= LibraryState.mostArticles else { throw Malformed() }
      return
    }
    articles[path]?.merge(before)
  }
}

/// What reading a state file comes to.
package struct StateReading {
  package private(set) var state = LibraryState()
  /// Whether the state would be written as the same bytes: told without writing it, and no for some
  /// files of which it is true.
  package private(set) var isAsWritten = false
  /// As far as they have been read, the articles stand in order, each as it would be written.
  private var areLinesAsWritten = true
  /// How many bytes these articles would take, with the line feed and the comma of each.
  private var writtenBytes = 0
  private var lastKey: Range<Int>?
  /// About how many bytes of memory marks take for each byte of their file.
  private static let memoryPerByte = 3

  /// - Returns: nil where the bytes are no whole, valid state file.
  package init?(_ bytes: [UInt8]) {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
    var cursor = JSONCursor(bytes)
    lectern_memory_reserve(StateReading.memoryPerByte * bytes.count)
    // An article is a line: a table that has to grow costs more than to count them.
    state.articles.reserveCapacity(min(lineCount(bytes), LibraryState.mostArticles))
    do throws(Malformed) {
      try readHeader(&cursor)
    } catch {
      return nil
    }
    // No place is left for anything but what was looked at.
    let size = state.encodedHeader().count + max(writtenBytes - 1, 0) + LibraryState.end.count
    isAsWritten =
      areLinesAsWritten && bytes.count == size && bytes.starts(with: state.encodedHeader())
      && bytes.suffix(LibraryState.end.count).elementsEqual(LibraryState.end)
  }

  private mutating func readHeader(_ cursor: inout JSONCursor) throws(Malformed) {
    var isState = false
    var hasArticles = false
    try cursor.object { (cursor, name) throws(Malformed) in
      if cursor.spells(name, "format") {
        let format = try cursor.string()
        isState = cursor.spells(format, "lectern-state")
      } else if cursor.spells(name, "articles") {
        hasArticles = true
        try cursor.object { (cursor, name) throws(Malformed) in try readArticle(name, &cursor) }
      } else {
        try state.readMember(name, &cursor)
      }
    }
    cursor.skipSpace()
    // Marks under a name that is spelled wrong would be kept and never seen.
    guard isState, cursor.isAtEnd, hasArticles || state.unknown.isEmpty else { throw Malformed() }
  }

  private mutating func readArticle(_ name: JSONCursor.Spelling, _ cursor: inout JSONCursor)
    throws(Malformed)
  {
    let start = cursor.at
    let isPlainKey = cursor.isPlainKey(name)
    let path = try isPlainKey ? cursor.plainPath(name) : cursor.path(name)
    let isPlain: Bool
    if let marks = cursor.plainMarks() {
      try state.take(marks, of: path)
      isPlain = isPlainKey
    } else {
      cursor.at = start
      try state.take(try cursor.marks(), of: path)
      isPlain = false
    }
    if areLinesAsWritten { look(at: path, name, start, cursor, isPlain) }
  }

  /// Whether the article that ends at the cursor stands as it would be written.
  private mutating func look(
    at path: ArticlePath, _ name: JSONCursor.Spelling, _ start: Int, _ cursor: JSONCursor,
    _ isPlain: Bool
  ) {
    let line = (name.range.lowerBound - 1)..<cursor.at
    writtenBytes += line.count + 2
    areLinesAsWritten =
      !name.hasEscapes && cursor.bytes[line.lowerBound - 1] == UInt8(ascii: "\n")
      && start == name.range.upperBound + 3 && cursor.bytes[start - 1] == UInt8(ascii: " ")
      && isAfterLastKey(name.range, cursor.bytes)
      && (isPlain || isAsWritten(path, cursor.bytes[line]))
    lastKey = name.range
  }

  private func isAfterLastKey(_ key: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard let lastKey else { return true }
    return bytes.withUnsafeBytes { bytes in
      UnsafeRawBufferPointer(rebasing: bytes[lastKey]).precedes(
        UnsafeRawBufferPointer(rebasing: bytes[key]))
    }
  }

  private func isAsWritten(_ path: ArticlePath, _ line: ArraySlice<UInt8>) -> Bool {
    guard let marks = state.articles[path], !marks.isEmpty else { return false }
    var writer = JSONWriter()
    writer.putArticle(PathKey.encoded(path), marks)
    return writer.finished().elementsEqual(line)
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

extension JSONCursor {
  /// The path that is spelled as itself.
  func plainPath(_ key: Spelling) -> ArticlePath {
    bytes.withUnsafeBytes { ArticlePath(Array($0[key.range])) }
  }

  /// The path that is spelled so.
  func path(_ key: Spelling) throws(Malformed) -> ArticlePath {
    let path = PathKey.decoded(text(key))
    try check(key) { $0.put(string: PathKey.encoded(path)) }
    return path
  }

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
