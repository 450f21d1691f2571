import Seeded
import TerminalTesting
import Testing

/// The panes at every size, and text that stays where it was.
@Suite struct LayoutJourneys {
  /// The first numbered paragraph on the page.
  private func firstParagraph(_ journey: Journey) -> String? {
    journey.screen.text.firstMatch(of: /Paragraph (\d+)\./).map { String($0.1) }
  }

  private func openInTheMiddle(columns: Int, rows: Int) throws -> (TestLibrary, Journey) {
    let library = try TestLibrary(["a.txt": Texts.long("Alpha"), "b.txt": Texts.short("Beta")])
    let journey = try library.open(columns: columns, rows: rows)
    try journey.waitForCursor(on: "● Alpha")
    journey.press("Enter")
    try journey.waitFor("Paragraph 1.")
    let before = journey.status
    journey.press("2", "0", "}")
    try journey.waitUntil("paragraph 20 and its place") { screen in
      let status = screen.row(rows - 1)
      return screen.text.contains("Paragraph 20.") && status != before && status.hasSuffix("%")
    }
    return (library, journey)
  }

  @Test func resizingKeepsThePlaceInTheText() throws {
    let (library, journey) = try openInTheMiddle(columns: 80, rows: 24)
    let place = try #require(firstParagraph(journey))
    let page = journey.pageRows
    for (columns, rows) in [(50, 24), (120, 30), (200, 50), (30, 10), (76, 12), (20, 6), (99, 40)] {
      journey.resize(columns: columns, rows: rows)
      try journey.waitUntil("paragraph \(place) at \(columns)x\(rows)") { screen in
        firstParagraph(journey) == place || screen.text.contains("house \(place),")
      }
    }
    journey.resize(columns: 80, rows: 24)
    try journey.waitUntil("the page as before") { _ in journey.pageRows == page }
    try journey.quit()
    #expect(try library.state()?.read == [])
  }

  @Test func resizingKeepsTheSelectedRow() throws {
    let library = try TestLibrary(Texts.letters(60))
    let journey = try library.open(columns: 120, rows: 40)
    try journey.waitForCursor(on: "● Letter 1 ")
    journey.press("4", "5", "j")
    try journey.waitForCursor(on: "● Letter 46 ")
    for (columns, rows) in [(80, 10), (40, 5), (20, 6), (12, 3), (160, 60), (100, 24)] {
      journey.resize(columns: columns, rows: rows)
      try journey.waitUntil("Letter 46 at \(columns)x\(rows)") { screen in
        screen.row(screen.cursor.row).contains("Letter 46".prefix(columns - 4))
      }
    }
    try journey.quit()
  }

  @Test func aStormOfSizesEndsWithTheRightScreen() throws {
    let (library, journey) = try openInTheMiddle(columns: 120, rows: 40)
    let page = journey.pageRows
    var random = Seeded(118)
    for turn in 1...300 {
      let columns = turn % 10 == 0 ? 1 : Int.random(in: 1...240, using: &random)
      let rows = turn % 15 == 0 ? 1 : Int.random(in: 1...80, using: &random)
      journey.resize(columns: columns, rows: rows)
      if turn % 30 == 0 { journey.press("Ctrl-L") }
      if turn % 3 == 0 { try journey.settle(quiet: .milliseconds(1)) }
    }
    journey.resize(columns: 1, rows: 1)
    try journey.settle(quiet: .milliseconds(20))
    journey.resize(columns: 120, rows: 40)
    try journey.waitUntil("the page from before the storm") { _ in journey.pageRows == page }
    try journey.quit()
    #expect(try library.state()?.read == [])
  }

  @Test func twentyColumnsAndSixRowsAreEnoughToRead() throws {
    let library = try TestLibrary(Texts.letters(9))
    let journey = try library.open(columns: 20, rows: 6)
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("j", "m")
    try journey.waitForCursor(on: "   Letter 2")
    journey.press("k", "Space")
    try journey.waitFor("12 words")
    while !journey.status.contains("100 %") {
      let before = journey.screen.text
      journey.press("Space")
      try journey.waitUntil("more of the letter") { $0.text != before }
    }
    journey.press("Space")
    try journey.waitFor("Letter 3")
    try journey.quit()
    #expect(try library.state()?.read == ["01.txt", "02.txt"])
  }

  @Test func everySmallSizeTakesKeys() throws {
    let library = try TestLibrary.shipped()
    let journey = try library.open(columns: 1, rows: 1)
    for (columns, rows) in [
      (1, 1), (2, 1), (1, 2), (2, 2), (3, 3), (5, 4), (9, 9), (40, 1), (1, 40),
    ] {
      journey.resize(columns: columns, rows: rows)
      let keys = [
        "j", "Enter", "f", "/", "x", "Ctrl-G", "?", "j", "?", "i", "i", "h", "zf", "zf", "z|", ">",
        "<", "zr", "zr", "+", "=",
      ]
      for key in keys { journey.press(key) }
      try journey.settle(quiet: .milliseconds(5))
    }
    journey.resize(columns: 80, rows: 24)
    try journey.waitUntil("rows of text") { $0.text.count > 200 }
    try journey.quit()
  }

  @Test func panesStandBesideOrAboveOneAnother() throws {
    let library = try TestLibrary(Texts.letters(5))
    let journey = try library.open(columns: 120)
    try journey.waitForCursor(on: "● Letter 1")
    try journey.waitUntil("two panes") { _ in journey.ruleColumn != nil }
    journey.press("z|")
    try journey.waitForStatus("Layout: side by side.")
    journey.press("z|")
    try journey.waitForStatus("Layout: stacked.")
    #expect(journey.ruleColumn == nil && !journey.screen.text.contains("the word of"))
    journey.press("Enter")
    try journey.waitFor("the word of letter 1.")
    #expect(!journey.screen.text.contains("Letter 2"))
    journey.press("q", "z|")
    try journey.waitForStatus("Layout: auto")
    #expect(journey.ruleColumn != nil)
    journey.resize(columns: 80, rows: 24)
    try journey.waitUntil("one pane") { _ in journey.ruleColumn == nil }
    journey.press("z|")
    try journey.waitForStatus("side by side")
    #expect(journey.ruleColumn != nil, "\(journey.screen.text)")
    try journey.quit()
  }

  @Test func theListGrowsAndShrinksAndGivesWay() throws {
    let library = try TestLibrary(Texts.letters(5))
    let journey = try library.open(columns: 140)
    try journey.waitFor("the word of letter 1.")
    let usual = try #require(journey.ruleColumn)
    journey.press(">")
    try journey.waitUntil("a wider list") { _ in journey.ruleColumn == usual + 4 }
    journey.press("<", "<")
    try journey.waitUntil("a narrower list") { _ in journey.ruleColumn == usual - 4 }
    for _ in 1...60 { journey.press("<") }
    try journey.waitUntil("the narrowest list") { _ in journey.ruleColumn == 12 }
    for _ in 1...60 { journey.press(">") }
    try journey.waitUntil("the widest list") { _ in journey.ruleColumn == 120 }
    journey.press("zf")
    try journey.waitForNo("Letter 2")
    try journey.waitFor("the word of letter 1.")
    journey.press("zf")
    try journey.waitFor("Letter 2")
    try journey.quit()
  }

  @Test func theMeasureAndTheFormOfTheTextChangeInPlace() throws {
    let (library, journey) = try openInTheMiddle(columns: 120, rows: 24)
    let place = try #require(firstParagraph(journey))
    let usual = journey.pageRows
    func widest() -> Int { journey.pageRows.dropLast().map(\.count).max() ?? 0 }
    #expect((65...72).contains(widest()))
    journey.press("-", "-", "-", "-", "-")
    try journey.waitForStatus("Lines of 52 columns.")
    #expect(widest() <= 52 && journey.screen.text.contains("house \(place),"))
    journey.press("=")
    try journey.waitUntil("the page as before") { _ in journey.pageRows == usual }
    journey.press("zr")
    try journey.waitForStatus("The original text")
    #expect(journey.screen.text.contains("house \(place),"), "\(journey.screen.text)")
    journey.press("zr")
    try journey.waitUntil("the page as before") { _ in journey.pageRows == usual }
    try journey.quit()
    #expect(try library.state()?.read == [])
  }

  @Test func bordersStayStraightBesideAnyScript() throws {
    let library = try TestLibrary.shipped()
    let journey = try library.open(columns: 120, rows: 40)
    try journey.waitFor("16 articles, 16 unread")
    try journey.waitForCursor(on: "● Welcome")
    journey.press("gg")
    for row in 2..<18 {
      try journey.waitUntil("selection on row \(row)") { $0.cursor.row == row }
      try journey.waitUntil("a straight rule") { _ in journey.ruleColumn != nil }
      journey.press("j")
    }
    try journey.quit()
  }
}
