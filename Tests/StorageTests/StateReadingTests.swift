import Articles
import Seeded
import Storage
import Testing

/// Whether bytes are those that the state in them would be written as is told without writing it. If
/// it were told of others, what is wrong with them would stay in the file for ever.
@Suite struct StateReadingTests {
  private static let sample = """
    {
    "format": "lectern-state", "version": 1, "minimumReader": 1,
    "articles": {
    "a.txt": {"fingerprint": "9f", "read": {"value": true, "at": 12}},
    "b é.txt": {"position": {"value": {"offset": 7, "quote": "ab", "progress": 0.5}, "at": 5}},
    "c.txt": {"starred": {"value": false, "at": 0}, "tags": {"s": {"value": true, "at": 1}, \
    "t": {"value": false, "at": 2}}}
    }
    }

    """

  /// An answer that is printed without the bytes.
  private func isTrueWhereTold(_ bytes: @autoclosure () -> [UInt8]) -> Bool {
    let bytes = bytes()
    guard let reading = StateReading(bytes), reading.isAsWritten else { return true }
    return reading.state.encoded() == bytes
  }

  @Test func itIsToldOfWhatIsWritten() throws {
    let bytes = Array(StateReadingTests.sample.utf8)
    #expect(try #require(StateReading(bytes)).isAsWritten)
    #expect(try #require(StateReading(LibraryState().encoded())).isAsWritten)
    var numbers = Seeded(21)
    for round in 0..<500 {
      let state = LibraryState.random(&numbers)
      let reading = try #require(StateReading(state.encoded()))
      let hasEscapes = state.articles.keys.contains {
        $0.bytes.contains { [0x22, 0x5C].contains($0) }
      }
      #expect(reading.isAsWritten || hasEscapes, "round \(round)")
    }
  }

  /// Each byte replaced, left out, doubled, and swapped with the next.
  @Test func itIsNotToldOfAnythingElse() {
    let bytes = Array(StateReadingTests.sample.utf8)
    for place in bytes.indices {
      for byte in Array(" \n\r\"\\0123tf{},:%~é\u{7F}".utf8) + [0xC2, 0] {
        var changed = bytes
        changed[place] = byte
        #expect(isTrueWhereTold(changed), "\(byte) at \(place)")
        changed = bytes
        changed.insert(byte, at: place)
        #expect(isTrueWhereTold(changed), "\(byte) before \(place)")
      }
      var shorter = bytes
      shorter.remove(at: place)
      #expect(isTrueWhereTold(shorter), "without \(place)")
      if place + 1 < bytes.count {
        var swapped = bytes
        swapped.swapAt(place, place + 1)
        #expect(isTrueWhereTold(swapped), "\(place) swapped")
      }
    }
  }

  @Test(arguments: [
    // Members and articles in another order, twice, under other spellings, with nothing to say.
    ("\"a.txt\": {\"fingerprint\": \"9f\", \"read\"", "\"a.txt\": {\"read\""),
    ("\"a.txt\"", "\"c.txt\""), ("\"a.txt\"", "\"d.txt\""), ("a.txt", "%61.txt"),
    ("a.txt", "%0a.txt"), ("a.txt", "\\u0061.txt"), ("0.5", "0.50"), ("0.5", "5e-1"),
    ("0.5", "1.0"),
    ("12", "012"), ("12", "9007199254740993"), ("\"s\"", "\"u\""), ("\"s\"", "\"t\""),
    ("\"9f\"", "\"\""), ("\"s\": {\"value\": true, \"at\": 1}, ", ""),
    ("{\"s\": {\"value\": true, \"at\": 1}, \"t\": {\"value\": false, \"at\": 2}}", "{}"),
    ("\"version\": 1", "\"version\": 0"), ("\"version\": 1", "\"version\": 2"),
    ("}\n}\n", "}\n, \"x\": 1}\n"), ("\"articles\"", "\"x\": 1,\n\"articles\""), ("ab", "a\u{9B}b"),
    (",\n\"b", "\n,\"b"), (",\n\"b", ", \"b"), (": {\"fi", " :{\"fi"),
  ]) func spellings(of part: String, as other: String) {
    #expect(isTrueWhereTold(Array(StateReadingTests.sample.replacing(part, with: other).utf8)))
  }
}
