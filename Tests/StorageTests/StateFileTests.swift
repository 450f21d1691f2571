import Articles
import Storage
import Testing

@Suite struct StateFileTests {
  /// As the contract shows it.
  static let sample = """
    {
    "format": "lectern-state", "version": 1, "minimumReader": 1,
    "articles": {
    "rfc/rfc2616.txt": {"fingerprint": "04ab", "position": {"value": {"offset": 18210, "quote": \
    "entity tag", "progress": 0.31}, "at": 1764000100456}, "starred": {"value": true, "at": \
    1764000100456}, "tags": {"http": {"value": true, "at": 1764000100456}}},
    "tech/huawei-5g.txt": {"fingerprint": "9f2c", "read": {"value": true, "at": 1764000000123}}
    }
    }

    """

  @Test func whatIsReadIsWrittenTheSame() throws {
    let state = try #require(LibraryState(Array(StateFileTests.sample.utf8)))
    #expect(state.articles.count == 2)
    #expect(state.articles[ArticlePath("tech/huawei-5g.txt")]?.state == .read)
    #expect(state.articles[ArticlePath("rfc/rfc2616.txt")]?.position?.value.offset == 18210)
    #expect(String(decoding: state.encoded(), as: UTF8.self) == StateFileTests.sample)
  }

  @Test func pathsOfAnyBytesComeBack() throws {
    var state = LibraryState()
    let paths = [
      [0xFF, 0x2E], [0x0A], Array("50%.txt".utf8), Array("é".utf8), [0x65, 0xCC, 0x81],
    ]
    for bytes in paths {
      state.articles[ArticlePath(bytes)] = Marks()
      state.articles[ArticlePath(bytes)]?.read = Register(true, at: 1)
    }
    let again = try #require(LibraryState(state.encoded()))
    #expect(again == state)
    #expect(again.articles.count == paths.count)
  }

  @Test func whatIsNotKnownIsKept() throws {
    let text = """
      {
      "format": "lectern-state", "version": 7, "minimumReader": 1, "colour": {"a": [1, null]},
      "articles": {
      "a.txt": {"mood": "fine", "read": {"value": true, "at": 5}}
      }
      }

      """
    let state = try #require(LibraryState(Array(text.utf8)))
    let written = String(decoding: state.encoded(), as: UTF8.self)
    for part in [#""version": 7"#, #""colour": {"a": [1, null]}"#, #""mood": "fine""#] {
      #expect(written.contains(part), "\(part) is missing in \(written)")
    }
  }

  @Test func everyWholeLineOfACutFileIsSalvaged() {
    let bytes = Array(StateFileTests.sample.utf8)
    for end in 0..<bytes.count {
      let cut = Array(bytes[..<end])
      let whole = cut.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
      let entries = whole.count {
        $0.starts(with: "\"rfc/".utf8) || $0.starts(with: "\"tech/".utf8)
      }
      let count = LibraryState.salvaged(cut).articles.count
      #expect(count >= entries, "cut at \(end): \(count) of \(entries)")
    }
  }

  /// A line's end belongs to both lines.
  @Test func theDamageOfOneByteCostsNoLineButItsOwn() {
    let bytes = Array(StateFileTests.sample.utf8)
    for offset in bytes.indices {
      for value in [0, bytes[offset] ^ 0x01, bytes[offset] ^ 0x80, UInt8(ascii: "\"")] {
        var damaged = bytes
        damaged[offset] = value
        let state = LibraryState(damaged) ?? .salvaged(damaged)
        let least = bytes[offset] == 0x0A ? 0 : 1
        #expect(state.articles.count >= least, "byte \(offset) is \(value)")
      }
    }
  }

  @Test func strangeFilesAreNoStateAndNoCrash() {
    let deep = String(repeating: "[", count: 1_000_000)
    let texts = ["", " ", "null", "[]", "\"x\"", "1e400", "{", deep, "{\"articles\": \(deep)"]
    for text in texts {
      #expect(LibraryState(Array(text.utf8)) == nil, "\(text.prefix(40))")
      #expect(LibraryState.salvaged(Array(text.utf8)).articles.isEmpty, "\(text.prefix(40))")
    }
  }

  @Test func bothSidesOfAConflictAreSalvaged() {
    let text = """
      {
      "format": "lectern-state", "version": 1, "minimumReader": 1,
      "articles": {
      <<<<<<< ours
      "a.txt": {"read": {"value": true, "at": 5}},
      =======
      "a.txt": {"read": {"value": false, "at": 9}},
      "b.txt": {"starred": {"value": true, "at": 2}}
      >>>>>>> theirs
      }
      }
      """
    let state = LibraryState.salvaged(Array(text.utf8))
    #expect(state.articles[ArticlePath("a.txt")]?.read == Register(false, at: 9))
    #expect(state.articles[ArticlePath("b.txt")]?.isStarred == true)
  }
}
