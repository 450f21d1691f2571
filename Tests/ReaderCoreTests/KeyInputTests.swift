import Articles
import ReaderCore
import Screen
import Testing

/// Counts, prefixes, and the bottom line that tells of them.
@Suite struct KeyInputTests {
  @Test func aCountIsShownAsItIsTyped() {
    var reader = TestReader(Samples.six)
    reader.press("1", "2")
    #expect(reader.statusLine.hasSuffix(" 12"))
    reader.press("g")
    #expect(reader.statusLine.hasSuffix(" 12g"))
    reader.press("Esc")
    #expect(reader.statusLine.hasSuffix("? keys"))
    reader.press("j")
    #expect(reader.cursorRow.contains("Bravo"), "Esc takes the count back")
  }

  @Test(arguments: [
    ("z", "z…  f focus  | layout  h hide read  r original  p furniture  j justify  w wrap"),
    ("g", "g…   g first line   r random unread   v views   s… sort"),
    ("gs", "gs…  n path  t title  d date  a added  l length  p progress  k rank  r reverse"),
    ("]", "]…   ] next section   c change   u next unread"),
    ("[", "[…   [ previous section   c change   u previous unread"),
    ("'", "'…   ' last place"), ("5g", "5g…   g first line   r random unread   v views   s… sort"),
  ])
  func aPrefixShowsWhatCanFollowAfterAWhile(keys: String, hint: String) {
    var reader = TestReader(Samples.six)
    reader.press(keys)
    reader.wait(399)
    #expect(!reader.statusLine.contains("…"))
    #expect(reader.statusLine.hasSuffix(" " + keys))
    reader.wait(1)
    #expect(reader.statusLine == " " + hint)
  }

  @Test func theHintGoesWithTheNextKey() {
    var reader = TestReader(Samples.six)
    reader.press("z")
    reader.wait(400)
    reader.press("h")
    #expect(reader.message == "Articles that are read are hidden.")
    reader.press("z")
    reader.wait(400)
    reader.press("Esc")
    #expect(reader.message == "Space read on")
  }

  @Test func typedQuicklyAPrefixShowsNothing() {
    var reader = TestReader(Samples.six)
    reader.press("G", "g")
    reader.wait(300)
    reader.press("g")
    #expect(reader.cursorRow.contains("Alpha"))
    #expect(reader.state.deadline == nil, "nothing is left to wait for")
  }

  @Test(arguments: ["x", "d", "0", "zz", "gq", "Alt-x", "F9"])
  func keysThatDoNothingSaySo(keys: String) {
    var reader = TestReader(Samples.six)
    reader.press(keys)
    #expect(reader.message == "\(keys) does nothing here. ? shows the keys.")
    reader.press("j")
    #expect(reader.cursorRow.contains("Bravo"), "and keep nothing back")
  }

  @Test func aPasteInTheListDoesNothing() {
    var reader = TestReader(Samples.six)
    reader.send(.key(.paste("mAq")))
    #expect(reader.saved.isEmpty && reader.effects.isEmpty)
    #expect(reader.message == "Space read on")
  }

  @Test func aCountIsForOneCommand() {
    var reader = TestReader(Samples.letters(60))
    reader.press("5", "/", "letter", "Enter", "j")
    #expect(reader.cursorRow.contains("Letter 2 "))
    reader.press("3x", "j")
    #expect(reader.cursorRow.contains("Letter 3 "))
  }

  @Test func escWithNothingToEndDoesNothing() {
    var reader = TestReader(Samples.six)
    let before = reader.screen
    reader.press("Esc", "Esc")
    #expect(reader.screen == before)
    reader.press("Enter")
    let page = reader.screen
    reader.press("Esc")
    #expect(reader.screen == page)
  }

  @Test func aMessageStaysUntilTheNextKey() {
    var reader = TestReader(Samples.six)
    reader.press("m")
    reader.wait(60_000)
    #expect(reader.message == "Marked 1 article read. U undoes it.")
    reader.press("j")
    #expect(reader.message == "Space read on")
  }

  // MARK: The bottom line on narrow screens

  @Test(arguments: 7...99) func asManyHintsAsFit(columns: Int) {
    let whole = [
      "Space read on", "Enter open", "/ find", "m read", "n next unread", "? keys",
    ]
    let reader = TestReader(Samples.six, columns: columns)
    let lines = whole.indices.reversed().map { count in
      " " + (whole.prefix(count) + whole.suffix(1)).joined(separator: "   ")
    }
    #expect(reader.statusLine == lines.first { $0.count <= columns })
  }

  @Test func aMessageMayTakeTheWholeLine() {
    var reader = TestReader(Samples.six, columns: 38)
    reader.press("Enter", "m")
    #expect(reader.statusLine == " Marked 1 article read. U undoes it.")
  }
}
