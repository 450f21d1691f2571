import Foundation
import TerminalTesting
import Testing

/// Reading articles from their beginning to their end, and coming back to them.
@Suite struct ReadingJourneys {
  static let seed = "huawei-5g-russia.txt"

  @Test func theSeedIsReadToItsEndWithSpaceOnly() throws {
    let library = try TestLibrary.shipped()
    for path in library.names(in: library.path) where path != Self.seed {
      try library.finish("rm -r \"$1\"", [library.path + "/" + path])
    }
    let journey = try library.open()
    try journey.waitForCursor(on: "● Huawei Signs a 5G Deal With Russian Telecoms")
    journey.press("Space")
    try journey.waitFor("deal with Russian telecoms firm")
    var shown = journey.rows
    while !journey.screen.text.contains("Nothing unread is left") {
      let before = journey.screen.text
      journey.press("Space")
      try journey.waitUntil("another page") { $0.text != before }
      shown += journey.rows
    }
    let source = try #require(library.read(library.path + "/" + Self.seed))
    let seen = words(shown.joined(separator: " "))
    let text = words(String(decoding: source, as: UTF8.self))
    #expect(text.dropFirst(11).filter { !seen.contains($0) } == [])
    try journey.quit()
    #expect(try library.state()?.read == [Self.seed])

    let again = try library.open()
    try again.waitFor("1 article, 0 unread")
    try again.waitForCursor(on: "   Huawei Signs")
    try again.quit()
  }

  private func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }

  @Test func spaceReadsTheWholeLibrary() throws {
    let library = try TestLibrary.shipped()
    let journey = try library.open(columns: 100, rows: 40)
    try journey.waitFor("16 articles, 16 unread")
    try journey.waitForCursor(on: "● Welcome")
    var presses = 0
    while !journey.screen.text.contains("Nothing unread is left"), presses < 300 {
      journey.press("Space")
      try journey.settle(quiet: .milliseconds(2))
      presses += 1
    }
    try journey.waitForStatus("Nothing unread is left.")
    try journey.waitFor("16 articles, 0 unread")
    try journey.quit()
    #expect(try library.state()?.read.count == 16)
  }

  @Test func readingGoesOnWhereItWasLeft() throws {
    let library = try TestLibrary([
      "a.txt": Texts.short("Alpha"), "b.txt": Texts.long("Beta"), "c.txt": Texts.short("Gamma"),
    ])
    let journey = try library.open()
    try journey.waitForCursor(on: "● Alpha")
    journey.press("j", "Enter")
    try journey.waitFor("Paragraph 1.")
    let top = journey.status
    journey.press("f")
    // The bottom line is the last that is drawn.
    try journey.waitUntil("a page further") { _ in journey.status != top }
    let left = journey.pageRows
    try journey.quit()

    let again = try library.open()
    try again.waitForCursor(on: "◐ Beta")
    try again.waitForCursor(on: " min left ")
    again.press("Enter")
    try again.waitUntil("same page") { _ in again.pageRows == left }
    try again.quit()
    #expect(try library.state()?.read == [])
  }

  @Test func anArticleThatComesTwiceMovesNothing() throws {
    let library = try TestLibrary(["a.txt": Texts.long("Alpha"), "b.txt": Texts.long("Beta")])
    let journey = try library.open()
    try journey.waitForCursor(on: "● Alpha")
    for _ in 1...10 {
      journey.press("j", "k", "j", "k", "Enter", "G")
      try journey.waitForStatus("100 %")
      try journey.settle()
      #expect(journey.status.contains("100 %"), "\(journey.screen.text)")
      journey.press("gg", "q")
      try journey.waitForCursor(on: "Alpha")
    }
    try journey.quit()
  }

  @Test func lookingThroughTheListMarksNothing() throws {
    let library = try TestLibrary(Texts.letters(12))
    let journey = try library.open(columns: 120)
    try journey.waitForCursor(on: "● Letter 1")
    for number in 2...12 {
      journey.press("j")
      try journey.waitForCursor(on: "● Letter \(number) ")
      try journey.waitFor("the word of letter \(number).")
    }
    journey.press("g", "g")
    try journey.waitForCursor(on: "● Letter 1")
    try journey.quit()
    #expect(library.stateText == nil)
  }

  @Test func stayingAtTheEndMarksRead() throws {
    let library = try TestLibrary(["a.txt": Texts.short("Alpha"), "b.txt": Texts.short("Beta")])
    let journey = try library.open(columns: 120)
    try journey.waitForCursor(on: "● Alpha")
    journey.press("Enter")
    try journey.waitFor("◐ Alpha")
    try journey.waitForStatus("Marked 1 article read. U undoes it.")
    #expect(journey.screen.text.contains("2 articles, 1 unread"))
    try journey.quit()
    #expect(try library.state()?.read == ["a.txt"])
  }

  @Test func movingOnSaysWhatItHasMarked() throws {
    let library = try TestLibrary(Texts.letters(3))
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("Space")
    try journey.waitFor("the word of letter 1.")
    journey.press("Space")
    try journey.waitFor("the word of letter 2.")
    try journey.waitForStatus("Marked 1 article read. U undoes it.")
    journey.press("K")
    try journey.waitFor("the word of letter 1.")
    journey.press("J")
    try journey.waitFor("the word of letter 2.")
    #expect(journey.status.contains("? keys"), "nothing was marked: \(journey.status)")
    try journey.quit()
  }

  @Test func articlesFollowOneAnotherInTheReadingPane() throws {
    let library = try TestLibrary([
      "a.txt": Texts.short("Alpha"), "b.txt": Texts.short("Beta"), "c.txt": Texts.short("Gamma"),
      "d.txt": Texts.long("Delta"),
    ])
    let journey = try library.open()
    try journey.waitForCursor(on: "● Alpha")
    journey.press("Enter")
    try journey.waitFor("the word of alpha")
    let steps = [
      ("J", "the word of beta"), ("J", "the word of gamma"), ("K", "the word of beta"),
      ("n", "Paragraph 1."), ("''", "the word of beta"), ("''", "Paragraph 1."),
    ]
    for (key, wanted) in steps {
      journey.press(key)
      try journey.waitFor(wanted)
    }
    journey.press("J")
    try journey.waitForStatus("This is the last article.")
    journey.press("q")
    try journey.waitForCursor(on: "◐ Delta")
    try journey.quit()
    // Going back from an article at its end does not say that it was read.
    #expect(try library.state()?.read == ["a.txt", "b.txt"])
  }
}
