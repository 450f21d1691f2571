import ReaderCore
import Screen
import Testing

/// Errors that the bottom line is too short for.
@Suite struct ErrorLineTests {
  private static let error = "at “x” (character 6): expected a time: <10m, >1h"

  /// What stands in red, joined.
  private func errors(_ reader: TestReader) -> String {
    let lines = reader.state.frame.lines.map { line in
      line.spans.filter { $0.style.color == .red }.map(\.text.string).joined()
        .split(separator: " ").joined(separator: " ")
    }
    return lines.filter { !$0.isEmpty }.joined(separator: " ")
  }

  @Test(arguments: [20, 30, 40, 55, 80, 120]) func theErrorOfAQueryIsWhole(columns: Int) {
    var reader = TestReader(Samples.six, columns: columns, rows: 12)
    reader.press("&", "time:x", "Enter")
    #expect(errors(reader) == Self.error, "\(reader.screen)")
    #expect(reader.statusLine.hasPrefix(" & time:x"))
    #expect(reader.state.frame.cursor == Point(column: 9, row: 11))
    #expect(reader.rows[2].contains("Alpha"), "the list is still there")
    reader.press("Ctrl-U")
    #expect(errors(reader).isEmpty && reader.rows[7].contains("Foxtrot"))
  }

  @Test(arguments: [20, 40, 80]) func theErrorOfACommandIsWhole(columns: Int) {
    var reader = TestReader(Samples.six, columns: columns, rows: 12)
    reader.press(":", "nonsense", "Enter")
    #expect(errors(reader) == "nonsense is no command. Tab shows those that there are.")
    #expect(reader.rows[2].contains("Alpha"))
    reader.press("j")
    #expect(errors(reader).isEmpty)
  }

  @Test func theErrorOfATagIsWhole() {
    var reader = TestReader(Samples.six, columns: 24, rows: 12)
    reader.press("t")
    reader.send(.key(.paste(String(repeating: "漢", count: 100))))
    reader.press("Enter")
    #expect(errors(reader) == "a tag is one word, of 256 bytes at most", "\(reader.screen)")
  }

  @Test func onALowScreenTheFirstLinesAreShown() {
    for rows in 1...6 {
      var reader = TestReader(Samples.six, columns: 20, rows: rows)
      reader.press("&", "time:x")
      #expect(ScreenPropertyTests.fault(reader.state.frame, size: reader.state.size) == nil)
      #expect(rows == 1 || errors(reader).hasPrefix("at “x” (character"), "\(reader.screen)")
    }
  }
}
