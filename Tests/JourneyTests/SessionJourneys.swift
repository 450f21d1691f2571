import TerminalTesting
import Testing

/// A library is found as it was left.
@Suite struct SessionJourneys {
  @Test func orderViewAndArticleAreThereAgain() throws {
    let library = try TestLibrary(Texts.letters(5))
    var journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("j", "m", "gsn", "gsr", "zh")
    try journey.waitForStatus("hidden")
    journey.press("G", "k")
    try journey.waitForCursor(on: "● Letter 3")
    try journey.quit()
    journey = try library.open()
    try journey.waitForCursor(on: "● Letter 3")
    try journey.waitForNo("Letter 2")
    let rows = journey.rows.filter { $0.contains("● Letter") }
    #expect(rows.map { $0.contains("Letter 5") } == [true, false, false, false], "\(rows)")
    journey.press("zh")
    try journey.waitFor("Letter 2")
    try journey.quit()
    // Nothing of it is in the library.
    #expect(library.names(in: library.path + "/.lectern") == ["state.json"])
  }

  /// A word that stands in texts alone, which only the index finds; then a view.
  @Test func whatNarrowedTheListIsThereAgain() throws {
    var texts = Texts.letters(4)
    texts["09.txt"] = "Sunday\n\nThe pelican came back.\n"
    texts["10.txt"] = "Monday\n\nNo pelican was seen.\n"
    let library = try TestLibrary(texts)
    var journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("&", "pelican unread", "Enter")
    try journey.waitForCursor(on: "● Sunday")
    try journey.waitFor("2 articles, 2 unread")
    journey.press("j")
    try journey.waitForCursor(on: "● Monday")
    try journey.quit()
    journey = try library.open()
    try journey.waitForCursor(on: "● Monday")
    try journey.waitFor("& pelican unread")
    try journey.waitFor("2 articles, 2 unread")
    try journey.waitForNo("Letter")
    journey.press("m", "gv", "j", "j", "j", "j", "Enter")
    try journey.waitFor("· Read")
    try journey.waitForNo("Sunday")
    try journey.quit()
    journey = try library.open()
    try journey.waitFor("· Read")
    try journey.waitForCursor(on: "Monday")
    try journey.waitForNo("Sunday")
    journey.press("&", "Enter")
    try journey.waitFor("Sunday")
    try journey.quit()
  }
}
