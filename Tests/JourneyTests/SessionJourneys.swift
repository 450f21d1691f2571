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
}
