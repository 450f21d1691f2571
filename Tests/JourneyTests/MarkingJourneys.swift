import TerminalTesting
import Testing

/// Marks: made, counted, undone, kept.
@Suite struct MarkingJourneys {
  @Test func everyMarkIsUndoneAndDoneAgain() throws {
    let library = try TestLibrary(Texts.letters(3))
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    let steps = [
      ("m", "   Letter 1", "Marked 1 article read. U undoes it.", "3 articles, 2 unread"),
      ("m", " ● Letter 1", "Marked 1 article unread.", "3 articles, 3 unread"),
      ("U", "   Letter 1", "Undone: Marked 1 article unread.", "3 articles, 2 unread"),
      ("U", " ● Letter 1", "Undone: Marked 1 article read.", "3 articles, 3 unread"),
      ("U", " ● Letter 1", "Nothing to undo.", "3 articles, 3 unread"),
      ("Ctrl-R", "   Letter 1", "Done again: Marked 1 article read.", "3 articles, 2 unread"),
      ("N", " ● Letter 1", "Marked 1 article unread.", "3 articles, 3 unread"),
      ("Ctrl-R", " ● Letter 1", "Nothing to do again.", "3 articles, 3 unread"),
    ]
    for (key, row, message, counts) in steps {
      journey.press(key)
      try journey.waitForStatus(message)
      #expect(journey.cursorRow.hasPrefix(row), "\(key): \(journey.cursorRow)")
      #expect(journey.rows[0].contains(counts), "\(key): \(journey.rows[0])")
    }
    try journey.quit()
    #expect(try library.state()?.read == [])
  }

  @Test func theWholeViewIsMarkedAndCounted() throws {
    let library = try TestLibrary(
      Texts.letters(12).merging(["z.txt": Texts.short("Zebra")]) { $1 })
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    try journey.waitFor("Zebra")
    journey.press("j", "m", "/", "letter", "Enter")
    try journey.waitFor("12 articles")
    journey.press("A")
    try journey.waitForStatus("Marked 11 articles read. U undoes it.")
    journey.press("U")
    try journey.waitForStatus("Undone: Marked 11 articles read.")
    journey.press("Ctrl-R")
    try journey.waitForStatus("Done again: Marked 11 articles read.")
    journey.press("A")
    try journey.waitForStatus("Nothing to mark")
    journey.press("Esc")
    try journey.waitFor("13 articles, 1 unread")
    try journey.quit()
    #expect(try library.state()?.read == Texts.letters(12).keys.sorted())
  }

  @Test func starsStayOnTheirArticles() throws {
    let library = try TestLibrary(Texts.letters(4))
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("s")
    try journey.waitForCursor(on: "★")
    journey.press("j", "s")
    try journey.waitForStatus("Starred 1 article. U undoes it.")
    journey.press("s")
    try journey.waitForStatus("Took the star from 1 article.")
    try journey.quit()

    let again = try library.open()
    try again.waitUntil("the star on its row") { $0.row(2).contains("★") }
    #expect(again.rows.filter { $0.contains("★") }.count == 1)
    try again.quit()
    let state = try #require(try library.state())
    #expect(state.isStarred("01.txt") && !state.isStarred("02.txt"))
  }

  @Test func rowsAreChosenAndMarkedTogether() throws {
    let library = try TestLibrary(Texts.letters(6))
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("j", "v", "2", "j")
    try journey.waitForStatus("3 articles selected")
    journey.press("m")
    try journey.waitForStatus("Marked 3 articles read. U undoes it.")
    try journey.waitFor("6 articles, 3 unread")
    journey.press("v", "j")
    try journey.waitForStatus("2 articles selected")
    journey.press("Esc")
    try journey.waitForStatus("? keys")
    try journey.quit()
    #expect(try library.state()?.read == ["02.txt", "03.txt", "04.txt"])
  }

  @Test func readArticlesAreHiddenWhenAskedAndNotBefore() throws {
    let library = try TestLibrary(Texts.letters(5))
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("m", "z", "h")
    try journey.waitForNo("Letter 1")
    try journey.waitForCursor(on: "● Letter 2")
    journey.press("m")
    try journey.waitForCursor(on: "   Letter 2")
    journey.press("j")
    try journey.waitForCursor(on: "● Letter 3")
    #expect(journey.screen.text.contains("Letter 2"), "a row stays until the view is entered again")
    journey.press("A", "z", "h")
    try journey.waitForStatus("All articles are shown.")
    journey.press("z", "h")
    try journey.waitFor("Everything is read.")
    try journey.quit()
  }

  @Test func theListIsSorted() throws {
    let library = try TestLibrary([
      "a.txt": "Zulu\n\nDate: 2001-01-01\n", "b.txt": Texts.long("Mike", paragraphs: 90),
      "c.txt": Texts.short("Alpha"), "d.txt": Texts.long("Papa", paragraphs: 30),
    ])
    let journey = try library.open()
    try journey.waitFor("Papa")
    try journey.waitForCursor(on: "● Zulu")
    let orders = [
      ("gst", "title.", ["Alpha", "Mike", "Papa", "Zulu"]),
      ("gsr", "title, reversed.", ["Zulu", "Papa", "Mike", "Alpha"]),
      ("gsn", "path.", ["Zulu", "Mike", "Alpha", "Papa"]),
      ("gsl", "length", ["Zulu", "Alpha", "Papa", "Mike"]),
    ]
    for (keys, order, titles) in orders {
      journey.press(keys)
      try journey.waitForStatus("Sorted by \(order)")
      let shown = journey.rows[2..<6].map { $0.split(separator: " ")[1] }
      #expect(shown.map(String.init) == titles, "\(keys)")
      #expect(journey.cursorRow.contains("Zulu"), "the selection stays on its article")
    }
    try journey.quit()
  }
}
