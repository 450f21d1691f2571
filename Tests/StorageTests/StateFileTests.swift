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
}
