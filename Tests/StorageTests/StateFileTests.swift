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
