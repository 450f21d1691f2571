import TerminalTesting
import Testing

/// Markdown on the screen: its markup is seen as styles, and its links are listed.
@Suite struct MarkdownJourneys {
  private static let text = """
    # A Guide to Marks

    One word *leans*, one is **strong**, one is `typed`, and [one leads away](https://far.example).

    """

  /// The text of the cells for which a claim holds, in order.
  private func text(_ journey: Journey, where holds: (Emulator.Cell) -> Bool) -> String {
    var text = ""
    for row in 1..<journey.screen.rows - 1 {
      for column in 0..<journey.screen.columns {
        let cell = journey.screen.cell(column: column, row: row)
        if holds(cell) { text += cell.text }
      }
    }
    return text
  }

  @Test func markupIsSeenAsStyles() throws {
    let library = try TestLibrary(["a.md": Self.text])
    let journey = try library.open(columns: 80, rows: 24)
    try journey.waitForCursor(on: "● A Guide to Marks")
    journey.press("Enter")
    try journey.waitFor("One word leans, one is strong, one is typed, and one leads away.")
    #expect(text(journey) { $0.isItalic } == "leans")
    #expect(text(journey) { $0.isUnderlined } == "one leads away")
    #expect(text(journey) { $0.color == 6 } == "typed")
    #expect(text(journey) { $0.isBold }.hasSuffix("strong"))
    journey.press("zr")
    try journey.waitFor("One word *leans*, one is **strong**")
    #expect(text(journey) { $0.isItalic }.isEmpty)
    try journey.quit()
  }

  @Test func linksAreListedAndGoneTo() throws {
    let body = String(repeating: "It goes on about the matter at hand for long. ", count: 60)
    let library = try TestLibrary([
      "a.md": Self.text + "\(body)\n\nThen [another](https://near.example) follows.\n\n\(body)\n"
    ])
    let journey = try library.open(columns: 80, rows: 24)
    try journey.waitForCursor(on: "● A Guide to Marks")
    journey.press("Enter", "L")
    try journey.waitForCursor(on: "1  one leads away")
    try journey.waitFor("https://far.example")
    journey.press("j")
    try journey.waitForCursor(on: "2  another")
    journey.press("Enter")
    try journey.waitFor("Then another follows.")
    #expect(!journey.screen.text.contains("A Guide to Marks"))
    try journey.quit()
  }
}
