import Articles
import ReaderCore
import Screen
import Testing

@Suite struct MarkingTests {
  let names = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot"].map { $0 + ".txt" }

  @Test(arguments: ["m", "N"]) func keysToggleReadFromEitherPane(key: String) {
    for pane in ["h", "Enter"] {
      var reader = TestReader(Samples.six)
      reader.press("j", pane, key)
      #expect(reader.readState("bravo.txt") == .read)
      #expect(reader.message == "Marked 1 article read. U undoes it.")
      reader.press(key)
      #expect(reader.readState("bravo.txt") == .unread)
      #expect(reader.message == "Marked 1 article unread. U undoes it.")
      #expect(names.filter { $0 != "bravo.txt" }.allSatisfy { reader.readState($0) == .unread })
    }
  }

  @Test func markingStaysOnTheRow() {
    var reader = TestReader(Samples.six)
    reader.press("j", "m")
    #expect(reader.cursorRow.hasPrefix("   Bravo"))
  }

  @Test func theCountsFollow() {
    var reader = TestReader(Samples.six)
    #expect(reader.rows[0].hasSuffix("6 articles, 6 unread"))
    reader.press("m")
    #expect(reader.rows[0].hasSuffix("6 articles, 5 unread"))
    reader.press("j", "Enter", "h")
    #expect(reader.rows[0].hasSuffix("6 articles, 4 unread, 1 reading"))
    reader.press("U")
    #expect(reader.rows[0].hasSuffix("6 articles, 5 unread, 1 reading"))
    reader.press("A")
    #expect(reader.rows[0].hasSuffix("6 articles, 0 unread"))
  }

  @Test func sStarsAndTakesTheStar() {
    var reader = TestReader(Samples.six)
    reader.press("s")
    #expect(reader.isStarred("alpha.txt"))
    #expect(reader.message == "Starred 1 article. U undoes it.")
    #expect(reader.cursorRow.contains("★"))
    reader.press("s")
    #expect(!reader.isStarred("alpha.txt"))
    #expect(reader.message == "Took the star from 1 article. U undoes it.")
    #expect(!reader.cursorRow.contains("★"))
    reader.press("Enter", "s")
    #expect(reader.isStarred("alpha.txt"))
  }

  // MARK: The whole view

  @Test func capitalAMarksTheViewAndSaysHowMany() {
    var reader = TestReader(Samples.six, marks: [ArticlePath("echo.txt"): Samples.read()])
    reader.press("A")
    #expect(reader.message == "Marked 5 articles read. U undoes it.")
    #expect(names.allSatisfy { reader.readState($0) == .read })
    reader.press("A")
    #expect(reader.message == "Nothing to mark: all is read already.")
  }

  @Test func capitalAMarksNothingOutsideTheView() {
    var reader = TestReader(Samples.six)
    reader.press("/", "a", "Enter", "A")
    // Alpha, Bravo, Charlie, Delta.
    #expect(reader.message == "Marked 4 articles read. U undoes it.")
    #expect(reader.readState("echo.txt") == .unread)
    #expect(reader.readState("foxtrot.txt") == .unread)
  }

  @Test func capitalAMarksRowsFarBelowTheScreen() {
    var reader = TestReader(Samples.letters(60), rows: 6)
    reader.press("A")
    #expect(reader.message == "Marked 60 articles read. U undoes it.")
    #expect(reader.saved.count == 60)
  }

  // MARK: Several rows

  @Test func vSelectsRowsForOneMark() {
    var reader = TestReader(Samples.six)
    reader.press("j", "v", "2j")
    #expect(reader.message == "3 articles selected for the next mark. Esc ends it.")
    #expect((2...7).filter { reader.text(.reverse, row: $0) != "" } == [3, 4, 5])
    reader.press("m")
    #expect(reader.message == "Marked 3 articles read. U undoes it.")
    #expect(names.filter { reader.readState($0) == .read } == Array(names[1...3]))
    #expect(!reader.text(.reverse, row: 3).contains("Bravo"), "the selection is over")
    reader.press("U")
    #expect(names.allSatisfy { reader.readState($0) == .unread }, "one undo takes all back")
  }

  @Test func vSelectsUpwardsToo() {
    var reader = TestReader(Samples.six)
    reader.press("G", "v", "K", "k", "s")
    #expect(names.filter { reader.isStarred($0) } == Array(names[3...5]))
  }

  @Test func aMixedSelectionIsMadeAllReadOrAllStarred() {
    var reader = TestReader(Samples.six, marks: [ArticlePath("bravo.txt"): Samples.read()])
    reader.press("v", "2j", "m")
    #expect(reader.message == "Marked 2 articles read. U undoes it.")
    reader.press("gg", "v", "2j", "m")
    #expect(reader.message == "Marked 3 articles unread. U undoes it.")
    reader.press("j", "s", "gg", "v", "3j", "s")
    #expect(reader.message == "Starred 3 articles. U undoes it.")
  }

  @Test(arguments: ["Esc", "v", "Enter", "/", "gst", "zh", "r"])
  func keysEndTheSelection(key: String) {
    var reader = TestReader(Samples.six)
    reader.press("v", "2j", key)
    if key == "Enter" || key == "/" { reader.press("Esc", "h") }
    reader.press("m")
    #expect(reader.message == "Marked 1 article read. U undoes it.")
  }

  @Test func escEndsTheSelectionBeforeTheSearch() {
    var reader = TestReader(Samples.six)
    reader.press("/", "a", "Enter", "v", "j", "Esc")
    #expect(reader.rows[0].hasPrefix(" / a"))
    reader.press("Esc")
    #expect(reader.rows[0].hasPrefix(" articles"))
  }

  @Test func aSelectionThatOthersSortIsOver() {
    var reader = TestReader(Samples.six)
    reader.press("gst", "gg", "v", "j")
    reader.describe(["foxtrot.txt"])
    reader.press("m")
    #expect(reader.message == "Marked 1 article read. U undoes it.")
  }
}
