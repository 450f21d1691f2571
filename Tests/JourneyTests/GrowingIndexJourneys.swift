import TerminalTesting
import Testing

/// A search that is begun before the index is made.
@Suite struct GrowingIndexJourneys {
  @Test func aSearchFindsWhatIsIndexedAfterIt() throws {
    let texts = (100..<1_300).map { number in
      ("\(number).txt", Texts.short("Letter \(number)") + (number % 500 == 499 ? "needle\n" : ""))
    }
    let library = try TestLibrary(Dictionary(uniqueKeysWithValues: texts))
    let journey = try library.open()
    journey.press("/", "n", "e", "e", "d", "l", "e")
    try journey.waitForStatus("2 articles")
    try journey.waitUntil("all of the index") { !$0.text.contains("indexed") }
    #expect(
      journey.screen.text.contains("Letter 499") && journey.screen.text.contains("Letter 999"))
    journey.press("Enter", "Enter")
    try journey.waitForStatus("1 of 1")
    try journey.quit()
  }
}
