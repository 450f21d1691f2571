import Testing

/// Preformatted lines that are wider than the measure.
@Suite struct WideLineTests {
  /// Lines of numbers, each so many columns wide.
  private func page(width: Int, columns: Int) -> TestReader {
    let row = String((1...60).map { "\($0 % 10)" + "----" }.joined().prefix(width - 1)) + "#"
    let text = "# Wide\n\n```\n\(row)\nand a short line\n```\n\nThe end.\n"
    var reader = TestReader([("a.md", text)], columns: columns, rows: 20)
    reader.press("zf")
    return reader
  }

  @Test func theyTakeTheRoomBesideTheMeasure() {
    let reader = page(width: 90, columns: 120)
    #expect(reader.rows.contains { $0.hasPrefix(String(repeating: " ", count: 24) + "1-") })
    #expect(reader.rows.contains { $0.hasSuffix("#") })
  }

  @Test func beyondThatTheyAreCutWithAMark() {
    let reader = page(width: 200, columns: 120)
    #expect(reader.rows.contains { $0.hasSuffix("…") })
    #expect(!reader.screen.contains("#"))
  }

  @Test func zwContinuesThem() throws {
    var reader = page(width: 200, columns: 120)
    let before = reader.rows.dropLast()
    reader.press("zw")
    #expect(reader.message == "Wide preformatted lines are continued.")
    let first = try #require(reader.rows.firstIndex { $0.contains("1----2") })
    #expect(!reader.screen.contains("…"))
    let margin = String(repeating: " ", count: 24)
    #expect(reader.rows[first + 1].hasPrefix(margin + "→ "))
    #expect(reader.rows[first + 2].hasPrefix(margin + "→ ") && reader.rows[first + 2].last == "#")
    #expect(reader.rows[first + 3] == margin + "and a short line", "narrow ones stay as they are")
    reader.press("zw")
    #expect(reader.message == "Wide preformatted lines are cut.")
    #expect(reader.rows.dropLast() == before)
  }

  @Test func whatFitsIsNotContinued() {
    var reader = page(width: 96, columns: 120)
    let before = reader.rows.dropLast()
    reader.press("zw")
    #expect(reader.rows.dropLast() == before)
  }

  @Test func itHoldsForTheNextArticle() {
    let row = String(repeating: "x", count: 300)
    let text = "# Wide\n\n```\n\(row)\n```\n"
    var reader = TestReader([("a.md", text), ("b.md", text)])
    reader.press("Enter", "zw", "J")
    #expect(reader.screen.contains("→ x"))
  }
}
