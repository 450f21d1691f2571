import Articles
import Storage
import Testing

/// The format of the state file, byte by byte.
@Suite struct StateFormatTests {
  private func file(_ articles: String, header: String = "") -> [UInt8] {
    Array(
      """
      {
      "format": "lectern-state", "version": 1, "minimumReader": 1,
      \(header)"articles": {
      \(articles)
      }
      }

      """.utf8)
  }

  @Test func theFileIsMadeOfOneLinePerArticle() {
    var state = LibraryState()
    state.apply([
      MarkChange(path: ArticlePath("b.txt"), mark: .read(true), at: 12, fingerprint: "9f"),
      MarkChange(path: ArticlePath("a b.txt"), mark: .tag("x", false), at: 3),
      MarkChange(path: ArticlePath("a.txt"), mark: .starred(true), at: 4),
      MarkChange(
        path: ArticlePath("B.txt"),
        mark: .position(Position(offset: 7, quote: "a \"b\"", progress: 0.5)), at: 5),
    ])
    state.articles[ArticlePath("unmarked.txt")] = Marks()
    let expected = file(
      #"""
      "B.txt": {"position": {"value": {"offset": 7, "quote": "a \"b\"", "progress": 0.5}, "at": 5}},
      "a b.txt": {"tags": {"x": {"value": false, "at": 3}}},
      "a.txt": {"starred": {"value": true, "at": 4}},
      "b.txt": {"fingerprint": "9f", "read": {"value": true, "at": 12}}
      """#)
    #expect(
      String(decoding: state.encoded(), as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  @Test func theOrderOfMarkingLeavesNoTrace() {
    let changes = (0..<200).map { number in
      MarkChange(path: ArticlePath("\(number % 50)"), mark: .read(number % 3 == 0), at: 9)
    }
    var (forwards, backwards) = (LibraryState(), LibraryState())
    forwards.apply(changes)
    backwards.apply(changes.reversed())
    #expect(forwards.encoded() == backwards.encoded())
  }

  /// The bytes of a path and how they are spelled.
  @Test(
    arguments: [
      ([0xFF, 0x61], "%FFa"), ([0x0A], "%0A"), ([0x1B, 0x5B], "%1B["), ([0x7F], "%7F"),
      (Array("50%.txt".utf8), "50%25.txt"), (Array("é".utf8), "é"),
      ([0x65, 0xCC, 0x81], "e\u{301}"), ([0xC2, 0x9B], "%C2%9B"), ([0xC2], "%C2"),
      ([0xED, 0xA0, 0x80], "%ED%A0%80"), ([0xF0, 0x9F, 0x98], "%F0%9F%98"),
      ([0xC0, 0xAF], "%C0%AF"), (Array("a\"b\\".utf8), #"a\"b\\"#),
    ] as [([UInt8], String)])
  func pathsAreSpelled(path: [UInt8], spelling: String) throws {
    var state = LibraryState()
    state.apply([MarkChange(path: ArticlePath(path), mark: .read(true), at: 1)])
    let bytes = state.encoded()
    let line = Array("\n\"\(spelling)\": {".utf8)
    #expect(bytes.indices.contains { bytes[$0...].starts(with: line) })
    #expect(LibraryState(bytes)?.articles.keys.first?.bytes == path)
  }

  @Test func whatIsNotKnownStaysToTheByte() throws {
    let members = #"""
      "a.txt": {"mood": -0.0, "read": {"value": true, "at": 5, "by": "me"}, "size": []},
      "b.txt": {"position": {"value": {"offset": 1, "quote": "", "progress": 0, "x": {}}, "at": 1}},
      "c.txt": {"tags": {"t": [1], "u": {"value": true, "at": 2, "v": false}}}
      """#
    let header = #""colour": {"b": [1, null, 1e400], "a": "\u00e9"},"# + "\n"
    let text = String(decoding: file(members, header: header), as: UTF8.self)
      .replacing("\"version\": 1", with: "\"version\": 7")
    let state = try #require(LibraryState(Array(text.utf8)))
    #expect(String(decoding: state.encoded(), as: UTF8.self) == text)
  }

  @Test func articlesAndMembersThatStandTwiceAreMerged() throws {
    let bytes = file(
      #"""
      "a.txt": {"read": {"value": true, "at": 5}, "read": {"value": false, "at": 7}},
      "a.txt": {"starred": {"value": true, "at": 3}, "read": {"value": true, "at": 6}},
      "\u0061.txt": {"tags": {"x": {"value": true, "at": 1}}},
      "%61.txt": {"tags": {"y": {"value": true, "at": 1}}}
      """#)
    let state = try #require(LibraryState(bytes))
    let marks = try #require(state.articles[ArticlePath("a.txt")])
    #expect(state.articles.count == 1)
    #expect(marks.read == Register(false, at: 7))
    #expect(marks.isStarred)
    #expect(Set(marks.tags.keys) == ["x", "y"])
  }

  /// Times that cannot be: the mark counts, as the earliest.
  @Test(arguments: [
    "-1", "1e400", "9007199254740991", "99999999999999999999", "\"x\"", "null", "1.5",
  ])
  func aTimeOutOfRangeIsTheEarliest(time: String) throws {
    let bytes = file("\"a.txt\": {\"read\": {\"value\": true, \"at\": \(time)}}")
    let state = try #require(LibraryState(bytes))
    #expect(state.articles[ArticlePath("a.txt")]?.read == Register(true, at: 0))
  }

  @Test(
    arguments: [
      "", "null", "[]", "\"x\"", "1e400", "{}", "{\"format\": \"lectern-state\"", "\u{FEFF}{}",
      "{\"format\": \"other\", \"articles\": {}}", "{\"articles\": {}}", "\0\0\0\0",
      "{\"format\": \"lectern-state\", \"articles\": []}",
      "{\"format\": \"lectern-state\", \"articles\": {}} x",
      "{\"format\": \"lectern-state\", \"articles\": {},}", "{\"format\": 1e400}",
      "{\"format\": \"lectern-state\", \"articles\": {\"a\": 01}}", "{'format': 'lectern-state'}",
    ])
  func whatIsNoStateIsRefused(text: String) {
    #expect(LibraryState(Array(text.utf8)) == nil)
    #expect(LibraryState.salvaged(Array(text.utf8)).articles.isEmpty)
  }

  @Test(arguments: ["[", "{\"a\":", "{\"articles\":", "[[{\"x\":[", "\\", "\""])
  func depthCostsNothing(opening: String) {
    let deep = String(repeating: opening, count: 1_000_000)
    #expect(LibraryState(Array(deep.utf8)) == nil)
    #expect(LibraryState.salvaged(Array(deep.utf8)).articles.isEmpty)
    let inside = file("\"b\": {\"read\": {\"value\": true, \"at\": 1}},\n\"a\": {\"x\": \(deep)}")
    #expect(LibraryState(inside) == nil)
    #expect(LibraryState.salvaged(inside).articles.keys.first == ArticlePath("b"))
  }

  /// What follows it is not taken for its value.
  @Test(arguments: ["0e9", "1.5", "-1"]) func aVersionThatIsNoneIsNotKept(number: String) {
    for name in ["version", "minimumReader"] {
      let line = Array("\"\(name)\": \(number)\"x\", \"y\": 1".utf8)
      #expect(LibraryState(LibraryState.salvaged(line).encoded()) == LibraryState())
    }
  }

  /// Spelled short enough to be read, but too long once they are written.
  @Test func stringsThatGrowAreBounded() {
    let text = String(repeating: "\u{7F}", count: 1 << 14)
    let inQuote = "{\"value\": {\"offset\": 1, \"quote\": \"\(text)\"}, \"at\": 1}"
    for articles in [
      "\"\(text)\(text)\": {\"read\": {\"value\": true, \"at\": 1}}",
      "\"a\": {\"position\": \(inQuote)}",
      "\"a\": {\"tags\": {\"\(text)\": {\"value\": true, \"at\": 1}}}",
    ] {
      let bytes = file(articles)
      let state = LibraryState(bytes) ?? .salvaged(bytes)
      #expect(LibraryState(state.encoded())?.encoded() == state.encoded())
    }
  }

  @Test func stringsAreBounded() {
    let long = String(repeating: "x", count: 1 << 17)
    #expect(LibraryState(file("\"\(long)\": {\"read\": {\"value\": true, \"at\": 1}}")) == nil)
  }
}
