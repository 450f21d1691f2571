import TerminalTesting
import Testing

/// A search that is begun before the index is made, and what its rows show.
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
    // What is found in files may be there before its title.
    try journey.waitFor("Letter 499")
    try journey.waitFor("Letter 999")
    journey.press("Enter", "Enter")
    try journey.waitForStatus("1 of 1")
    try journey.quit()
  }

  @Test func aStarShowsWhereTheWordStands() throws {
    let library = try TestLibrary([
      "a.txt": "Alpha\n\nHere a lantern hangs in the window.\n",
      "b.txt": "Bravo\n\nNothing at all.\n",
      "c.txt": Texts.long("Charlie", paragraphs: 3) + "\nBelow the bridge a lantern hung.\n",
    ])
    let journey = try library.open(columns: 60)
    try journey.waitForCursor(on: "● Alpha")
    journey.press("Enter", "/", "lantern", "Enter")
    try journey.waitForStatus("1 of 1")
    journey.press("*")
    try journey.waitFor("   Here a lantern hangs in the window.")
    try journey.waitFor("Below the bridge a lantern hung.")
    #expect(!journey.screen.text.contains("Bravo"))
    journey.press("j")
    try journey.waitForCursor(on: "Charlie")
    journey.press("Enter")
    try journey.waitForStatus("1 of 1")
    try journey.quit()
  }
}
