import Glibc
import TerminalTesting
import Testing

/// Starts the fixture and waits for its first frame.
func fixture(
  _ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
) throws -> Journey {
  let journey = try Journey(
    Products.path("TerminalFixture"), environment: environment, columns: columns, rows: rows)
  try journey.waitFor("words")
  return journey
}

/// Frames on a real terminal.
@Suite struct DrawingTests {
  @Test func theFirstFrameIsOnTheAlternateScreen() throws {
    let journey = try fixture()
    #expect(journey.screen.row(0) == "words 80x24")
    #expect(journey.screen.isAlternateScreen && !journey.screen.isCursorVisible)
    journey.press("q")
    #expect(try journey.end() == .status(0))
    #expect(!journey.screen.isAlternateScreen && journey.screen.isCursorVisible)
    #expect(journey.screen.text.isEmpty)
  }

  @Test func wideAndCombiningText() throws {
    let journey = try fixture()
    journey.press("w")
    try journey.waitFor("한국어")
    #expect(
      journey.screen.text.split(separator: "\n").prefix(6) == [
        "吾輩は猫である", "|漢|字|", "e\u{301}a\u{300}o\u{308}\u{304}", "│●◐★…", "\u{1F300}\u{1F64F}",
        "한국어",
      ])
    #expect(journey.screen.cell(column: 1, row: 1).columns == 2)
    #expect(journey.screen.cell(column: 3, row: 1).text == "|")
  }

  @Test func attributes() throws {
    let journey = try fixture()
    journey.press("s")
    try journey.waitFor("dim")
    let screen = journey.screen
    #expect(screen.cell(column: 0, row: 0) == .init(text: "b", columns: 1, isBold: true))
    #expect(screen.cell(column: 4, row: 0) == .init(text: "p", columns: 1))
    #expect(screen.cell(column: 0, row: 1) == .init(text: "i", columns: 1, isItalic: true))
    #expect(screen.cell(column: 0, row: 2) == .init(text: "u", columns: 1, isUnderlined: true))
    #expect(screen.cell(column: 7, row: 3) == .init(text: "漢", columns: 2, isReverse: true))
    #expect(screen.cell(column: 9, row: 3) == .init(text: "p", columns: 1))
    #expect(
      screen.cell(column: 0, row: 4)
        == .init(
          text: "a", columns: 1, isBold: true, isItalic: true, isUnderlined: true, isReverse: true))
    #expect(String(decoding: journey.sent, as: UTF8.self).contains(";2m\u{1b}[23mdim"))
  }

  @Test(arguments: [("", true), ("1", false)])
  func colors(refusal: String, areShown: Bool) throws {
    let journey = try fixture(["NO_COLOR": refusal])
    journey.press("c")
    try journey.waitFor("key c")
    for color in 1...6 {
      let cell = journey.screen.cell(column: 0, row: color - 1)
      #expect(cell == .init(text: "c", columns: 1, color: areShown ? color : nil))
    }
  }

  @Test func linesAreCutAtTheEdge() throws {
    let journey = try fixture(columns: 21, rows: 5)
    journey.press("o")
    try journey.waitFor("key o")
    #expect(journey.screen.row(0) == String(repeating: "x", count: 21))
    #expect(journey.screen.row(1) == String(repeating: "漢", count: 10))
    #expect(journey.screen.cell(column: 20, row: 1).text == " ")
    #expect(journey.screen.row(2) == String(repeating: "e\u{301}", count: 21))
  }

  @Test func theCursorStandsWhereTheFrameSays() throws {
    let journey = try fixture()
    journey.press("l", "j", "j")
    try journey.waitUntil("row 2") { $0.isCursorVisible && $0.cursor == (1, 2) }
    #expect(journey.screen.cell(column: 3, row: 2).isReverse)
    journey.press("a")
    try journey.waitUntil("no cursor") { !$0.isCursorVisible }
  }

  @Test func everyFrameIsOneWrite() throws {
    let journey = try fixture(columns: 200, rows: 50)
    journey.press("W")
    try journey.waitFor("writes")
    #expect(journey.screen.row(49) == "writes 1 1 1 0 1")
  }

  @Test func aMoveInAListIsShort() throws {
    let journey = try fixture()
    journey.press("l")
    try journey.waitFor("Article number 5")
    journey.press("j")
    try journey.waitFor("key j")
    let before = journey.sent.count
    journey.press("j")
    try journey.waitUntil("row 2") { $0.cursor == (1, 2) }
    #expect(journey.sent.count - before < 300)
  }

  /// Frame after frame, each drawn over the one before, leaves what the last one alone would.
  @Test func whatIsDrawnOverAFrameIsDrawnWhole() throws {
    let journey = try fixture(columns: 40, rows: 12)
    journey.press("m")
    for round in 1...200 {
      journey.press("j")
      journey.press("Tab")
      try journey.waitFor("key Tab")
      let cells = cells(of: journey)
      journey.press("r")
      try journey.waitFor("key r")
      #expect(self.cells(of: journey) == cells, "frame \(round)")
    }
  }

  private func cells(of journey: Journey) -> [[Emulator.Cell]] {
    (0..<journey.screen.rows - 1).map { row in
      (0..<journey.screen.columns).map { journey.screen.cell(column: $0, row: row) }
    }
  }

  @Test func redrawingRepairsTheScreen() throws {
    let journey = try fixture()
    journey.screen.feed("\u{1b}[H\u{1b}[2Jgarbage".utf8)
    journey.press("r")
    try journey.waitFor("words 80x24")
    #expect(journey.screen.row(0) == "words 80x24")
  }

  @Test func theWindowMayTakeAnySize() throws {
    let journey = try fixture()
    for (columns, rows) in [(1, 1), (300, 100), (2, 2), (1, 50), (200, 1), (40, 10), (80, 24)] {
      journey.resize(columns: columns, rows: rows)
      guard columns >= 12 else { continue }
      journey.press("a", "g", "a")
      try journey.waitUntil("\(columns)x\(rows)") {
        rows == 1 ? $0.row(0) == "key a" : $0.row(0) == "words \(columns)x\(rows)"
      }
    }
    journey.press("l")
    try journey.waitFor("Article number 22")
  }

  @Test(arguments: [(1, 1), (2, 1), (1, 2), (13, 1), (300, 100), (1_000, 3), (3, 1_000)])
  func itStartsInAnySize(columns: Int, rows: Int) throws {
    let journey = try Journey(
      Products.path("TerminalFixture"), columns: columns, rows: rows)
    let expected = rows == 1 ? "" : String("words \(columns)x\(rows)".prefix(columns))
    try journey.waitUntil("a frame") { !$0.isCursorVisible && $0.row(0) == expected }
    journey.press("g", "l", "q")
    #expect(try journey.end() == .status(0))
  }
}
