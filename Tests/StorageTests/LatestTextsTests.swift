import Articles
import Glibc
import Testing

@testable import Storage

/// What is kept of the texts that were read last.
@Suite struct LatestTextsTests {
  private let paths = ["a", "b", "c", "d"].map { ArticlePath($0) }

  private func version(_ bytes: Int) -> FileVersion {
    var status = stat()
    status.st_size = bytes
    return FileVersion(status)
  }

  /// Which of the texts are still there, without using them.
  private func kept(_ texts: LatestTexts<String>) -> [String?] {
    paths.map { texts.take($0, version(1)) }
  }

  @Test func theOneUsedLongestAgoGoesFirst() {
    let texts = LatestTexts<String>(room: 30)
    for path in paths.prefix(3) { texts.put(path.displayString, of: path, version(1), size: 10) }
    #expect(texts.take(paths[0], version(1)) == "a")
    texts.put("d", of: paths[3], version(1), size: 10)
    #expect(kept(texts) == ["a", nil, "c", "d"])
    texts.put("wide", of: paths[1], version(1), size: 25)
    #expect(kept(texts) == [nil, "wide", nil, nil])
  }

  @Test func aTextReadAgainTakesItsRoomOnce() {
    let texts = LatestTexts<String>(room: 30)
    texts.put("a", of: paths[0], version(1), size: 10)
    for _ in 0..<5 { texts.put("b", of: paths[1], version(1), size: 20) }
    #expect(kept(texts) == ["a", "b", nil, nil])
  }

  @Test func aTextOfAnotherVersionIsNotHandedOut() {
    let texts = LatestTexts<String>(room: 30)
    texts.put("a", of: paths[0], version(1), size: 30)
    #expect(texts.take(paths[0], version(2)) == nil)
    texts.put("b", of: paths[1], version(1), size: 30)
    #expect(kept(texts) == [nil, "b", nil, nil], "it took no room any more")
  }
}
