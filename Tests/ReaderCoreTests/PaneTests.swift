import Articles
import ReaderCore
import Screen
import Testing

@Suite struct PaneTests {
  private func isReading(_ reader: TestReader) -> Bool {
    reader.screen.contains("Space read on   h")
  }

  @Test(arguments: ["Enter", "l", "Right", "Tab"]) func keysLeadIntoTheReadingPane(key: String) {
    var reader = TestReader(Samples.six)
    reader.press("j", key)
    #expect(isReading(reader))
    #expect(reader.topLine == "Bravo")
    #expect(reader.readState("bravo.txt") == .reading)
  }

  @Test(arguments: ["h", "Left", "Tab", "q"]) func keysLeadBackToTheList(key: String) {
    var reader = TestReader(Samples.six)
    reader.press("j", "Enter", key)
    #expect(!isReading(reader))
    #expect(reader.cursorRow.contains("◐ Bravo"))
    #expect(reader.effects.isEmpty)
  }

  @Test func hStaysInTheListAndLInTheReadingPane() {
    var reader = TestReader(Samples.six)
    reader.press("h")
    #expect(reader.cursorRow.contains("Alpha"))
    reader.press("l", "l", "Enter")
    #expect(reader.topLine == "Alpha")
  }

  @Test func qGoesBackThenQuits() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "q")
    #expect(reader.effects.isEmpty)
    reader.press("q")
    #expect(reader.effects == [.quit])
  }

  @Test func capitalQQuitsFromEitherPane() {
    var reader = TestReader(Samples.six)
    reader.press("Q")
    #expect(reader.effects == [.quit])
    reader.press("Enter", "Q")
    #expect(reader.effects == [.quit, .quit])
  }

  @Test func otherEffectsAreLeftToTheProgram() {
    var reader = TestReader(Samples.six)
    reader.press("Ctrl-L", "Ctrl-Z")
    #expect(reader.effects == [.redraw, .suspend])
  }

  // MARK: Layout

  @Test func fromAHundredColumnsOnThePanesStandSideBySide() {
    #expect(!TestReader(Samples.six, columns: 99).screen.contains("│"))
    let wide = TestReader(Samples.six, columns: 100)
    #expect(wide.rows.dropLast().allSatisfy { $0.contains("│") })
    #expect(wide.rows[1].contains("│ Alpha"), "moving through the list previews at once")
  }

  @Test func moreColumnsGoToTheListUpToSixty() {
    let columns = [100, 118, 130, 200].map { columns in
      TestReader(Samples.six, columns: columns).rows[0].prefix { $0 != "│" }.count
    }
    #expect(columns == [36, 40, 52, 60])
  }

  @Test func zfShowsTheReadingPaneAloneAndBack() {
    var reader = TestReader(Samples.six, columns: 120)
    reader.press("zf")
    #expect(!reader.screen.contains("│"))
    #expect(reader.topLine == "Alpha")
    #expect(reader.readState("alpha.txt") == .reading, "the user is in it")
    reader.press("zf")
    #expect(reader.screen.contains("│"))
    #expect(isReading(reader), "the keyboard stays in the reading pane")
    reader.press("zf", "q")
    #expect(reader.screen.contains("│") && !isReading(reader), "q leaves the focus as well")
  }

  @Test func zBarCyclesTheLayout() {
    var reader = TestReader(Samples.six, columns: 90)
    #expect(!reader.screen.contains("│"))
    reader.press("z|")
    #expect(reader.screen.contains("│"))
    #expect(reader.message == "Layout: side by side.")
    reader.resize(120, 24)
    reader.press("z|")
    #expect(!reader.screen.contains("│"))
    #expect(reader.message == "Layout: stacked.")
    reader.press("z|")
    #expect(reader.screen.contains("│"))
    #expect(reader.message == "Layout: auto.")
  }

  @Test func anglesResizeTheListWithinBounds() {
    var reader = TestReader(Samples.six, columns: 120)
    func columns() -> Int { reader.rows[0].prefix { $0 != "│" }.count }
    #expect(columns() == 42)
    reader.press(">")
    #expect(columns() == 46)
    reader.press("<", "<")
    #expect(columns() == 38)
    for _ in 1...40 { reader.press(">") }
    #expect(columns() == 100)
    #expect(reader.message == "The list cannot go further.")
    for _ in 1...40 { reader.press("<") }
    #expect(columns() == 12)
    reader.press(">")
    #expect(columns() == 16, "keys beyond the bound do not pile up")
  }

  @Test func anglesSayWhyTheyDoNothing() {
    var reader = TestReader(Samples.six)
    reader.press(">")
    #expect(reader.message == "The panes do not stand side by side.")
  }

  // MARK: Where the keyboard is

  @Test func theSelectedRowIsReverseOrUnderlined() {
    var reader = TestReader(Samples.six, columns: 120)
    #expect(reader.text(.reverse, row: 2).contains("Alpha"))
    #expect(reader.text(.reverse, row: 3) == "")
    reader.press("Enter")
    #expect(reader.text(.reverse, row: 2) == "")
    #expect(reader.text(.underline, row: 2).contains("Alpha"))
  }

  @Test func theCursorStandsWhereTheKeyboardActs() {
    var reader = TestReader(Samples.six, columns: 120)
    reader.press("2j")
    #expect(reader.state.frame.cursor == Point(column: 1, row: 4))
    reader.press("Enter")
    #expect(reader.state.frame.cursor == Point(column: 45, row: 1))
  }

  @Test func theStateIsToldWithoutColour() {
    let marks = [
      ArticlePath("bravo.txt"): Samples.reading(progress: 0.5),
      ArticlePath("charlie.txt"): Samples.read(),
    ]
    let reader = TestReader(Samples.six, marks: marks)
    #expect(reader.rows[2].hasPrefix(" ● Alpha"))
    #expect(reader.rows[3].hasPrefix(" ◐ Bravo"))
    #expect(reader.rows[4].hasPrefix("   Charlie"))
    #expect(reader.text(.bold, row: 2).contains("Alpha"), "unread is bold")
    #expect(reader.text(.dim, row: 4).contains("Charlie"), "read is dim")
  }
}
