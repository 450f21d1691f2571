import Articles
import ReaderCore
import Screen
import Testing

@Suite struct ResizeTests {
  private let sizes = [
    (120, 40), (40, 12), (200, 60), (20, 6), (99, 24), (100, 24), (1, 1), (80, 2), (3, 50),
  ]

  @Test func theSelectionStaysOnItsArticleAndOnTheScreen() {
    var reader = TestReader(Samples.letters(200))
    reader.press("137G")
    for (columns, rows) in sizes {
      reader.resize(columns, rows)
      if columns >= 20 { #expect(reader.cursorRow.contains("Letter 137"), "\(columns)x\(rows)") }
    }
    reader.resize(80, 24)
    #expect(reader.cursorRow.contains("Letter 137"))
  }

  @Test func thePageStaysAtItsWordsThereAndBack() {
    var reader = TestReader(Samples.six)
    reader.press("j", "Enter", "3f", "2j")
    let page = reader.rows.dropLast()
    let words = reader.topLine.split(separator: " ").prefix(2).joined(separator: " ")
    for (columns, rows) in sizes {
      reader.resize(columns, rows)
      if columns >= 40, rows >= 6 {
        #expect(reader.rows[...1].joined().contains(words), "\(columns)x\(rows)")
      }
      reader.resize(80, 24)
      #expect(reader.rows.dropLast() == page, "\(columns)x\(rows) and back")
    }
  }

  @Test func atTheStartTheHeaderStays() {
    var reader = TestReader(Samples.six)
    reader.press("Enter")
    for (columns, rows) in sizes where columns > 20 && rows > 2 {
      reader.resize(columns, rows)
      #expect(reader.rows[...1].contains { $0.hasSuffix("Alpha") }, "\(columns)x\(rows)")
    }
  }

  @Test func atTheEndAHigherPageIsFilledAndALowerOneComesBack() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "G")
    let page = reader.rows.dropLast()
    reader.resize(80, 50)
    #expect(reader.rows[48].hasSuffix("here."))
    #expect(!reader.rows[1].isEmpty || !reader.rows[2].isEmpty, "the page is full")
    reader.resize(80, 24)
    #expect(reader.rows.dropLast() == page)
  }

  @Test func theKeyboardStaysInItsPane() {
    var reader = TestReader(Samples.six, columns: 120)
    reader.press("2j", "Enter")
    reader.resize(80, 24)
    #expect(reader.topLine == "Charlie")
    reader.resize(120, 24)
    #expect(reader.text(.underline, row: 4).contains("Charlie"))
    reader.press("h")
    reader.resize(80, 24)
    #expect(reader.cursorRow.contains("◐ Charlie"))
  }

  @Test func aPromptAndItsSearchSurvive() {
    var reader = TestReader(Samples.six)
    reader.press("/", "bra")
    reader.resize(120, 30)
    #expect(reader.message == "/ bra")
    reader.press("vo", "Enter")
    #expect(reader.cursorRow.contains("Bravo"))
  }

  @Test func aSmallerScreenAloneMarksNothing() {
    var reader = TestReader(Samples.six, columns: 120)
    reader.press("j")
    for (columns, rows) in sizes { reader.resize(columns, rows) }
    reader.wait(10_000)
    #expect(reader.saved.isEmpty)
  }

  @Test func onTwentyBySixEverythingCanBeReached() {
    var reader = TestReader(Samples.six, columns: 20, rows: 6)
    #expect(
      reader.screen
        == [
          " articles  6 unread", " ● Alpha", " ● Bravo", " ● Charlie", " ● Delta", " ? keys",
        ].joined(separator: "\n"))
    reader.press("G")
    #expect(reader.cursorRow == " ● Foxtrot")
    reader.press("Enter")
    #expect(reader.rows[0] == " Foxtrot")
    reader.press("G")
    #expect(reader.statusLine == " ? keys       100 %")
    reader.press("m")
    #expect(reader.statusLine == " Marked 1 article r…")
    reader.press("q")
    #expect(reader.cursorRow == "   Foxtrot")
  }

  @Test func onOneCellTheReaderStillWorks() {
    var reader = TestReader(Samples.six, columns: 1, rows: 1)
    reader.press("j", "m", "Enter", "G", "?", "Esc", "/", "a", "Esc", "q", "j", "s")
    #expect(reader.readState("bravo.txt") == .read)
    #expect(reader.isStarred("charlie.txt"))
  }
}
