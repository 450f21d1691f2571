import Articles
import ReaderCore
import Testing

/// When the place in an article is saved, and taken up again.
@Suite struct PositionTests {
  /// The next run of the program, with the marks that this one saved.
  private func reopened(_ reader: TestReader) -> TestReader {
    TestReader(reader.texts, marks: reader.marks)
  }

  @Test(arguments: ["h", "J", "K", "n", "''"]) func itIsSavedOnLeaving(key: String) {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "J", "4}", key)
    #expect(reader.position("bravo.txt")?.quote.hasPrefix("Bravo paragraph 4") == true)
  }

  @Test func itIsSavedAfterTwoSecondsOfRest() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "4}")
    reader.wait(1_999)
    #expect(reader.position("alpha.txt")?.offset == 0)
    reader.wait(1)
    #expect(reader.position("alpha.txt")?.quote.hasPrefix("Alpha paragraph 4") == true)
    let count = reader.saved.count
    reader.wait(60_000)
    #expect(reader.saved.count == count, "once is enough")
  }

  @Test func itIsSavedWhenTheProgramEnds() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "4}")
    reader.send(.ending)
    #expect(reader.position("alpha.txt")?.quote.hasPrefix("Alpha paragraph 4") == true)
  }

  @Test func afterASuspendItGoesOn() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "4}")
    reader.send(.ending)
    reader.send(.continued)
    reader.press("G")
    reader.wait(2_000)
    #expect(reader.readState("alpha.txt") == .read)
  }

  @Test func timeAwayIsNoTimeAtTheEnd() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "G")
    reader.send(.ending)
    reader.now += 60_000
    reader.send(.continued)
    #expect(reader.readState("alpha.txt") == .reading)
  }

  @Test func theNextRunResumesThere() {
    var reader = TestReader(Samples.six)
    reader.press("2j", "Enter", "7}")
    let top = reader.topLine
    reader.send(.ending)
    var next = reopened(reader)
    #expect(next.cursorRow.contains("◐ Charlie"))
    next.press("Enter")
    #expect(next.topLine == top)
  }

  @Test func itIsFoundAgainOnAnotherScreenAndInAnEditedText() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "7}")
    reader.send(.ending)
    var texts = Samples.six
    texts[0].text = "Alpha\n\nNew.\n\n" + (texts[0].text ?? "").dropFirst(7)
    var next = TestReader(texts, columns: 50, rows: 12, marks: reader.marks)
    next.press("Enter")
    #expect(next.topLine.hasPrefix("Alpha paragraph 7 "))
  }

  @Test func theLastOneOpenedIsResumedEvenIfNothingMoved() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "f", "J", "f", "K")
    reader.send(.ending)
    #expect(reopened(reader).cursorRow.contains("Alpha"))
  }

  @Test func onAHigherScreenItIsSavedAsItWas() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "G", "12k")
    var higher = reader
    higher.resize(80, 90)
    reader.press("h")
    higher.press("h")
    #expect(higher.position("alpha.txt")?.offset == reader.position("alpha.txt")?.offset)
    #expect(higher.position("alpha.txt")?.quote == reader.position("alpha.txt")?.quote)
  }

  @Test func aReadArticleBeginsAtItsStart() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "G", "m", "h", "Enter")
    #expect(!reader.topLine.isEmpty)
    var next = reopened(reader)
    next.press("Enter")
    #expect(next.topLine == "Alpha")
  }

  @Test func progressGrowsAndDoesNotShrink() throws {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "50%", "gg", "h")
    let progress = try #require(reader.position("alpha.txt")?.progress)
    #expect((0.5...0.65).contains(progress))
  }

  @Test func minutesLeftAreShown() {
    let marks = [ArticlePath("alpha.txt"): Samples.reading(progress: 0.5)]
    let reader = TestReader(Samples.six, marks: marks)
    #expect(reader.cursorRow.contains("min left"))
  }

  @Test func ofALongTextThePartsAreReadInTime() {
    var reader = TestReader(Samples.six)
    reader.window = 5_000
    reader.press("j", "Enter")
    var seen = ""
    for _ in 1...200 where reader.readState("bravo.txt") != .read {
      seen += reader.screen
      reader.press("Space")
    }
    let missing = (1...40).filter { !seen.contains("Bravo paragraph \($0) ") }
    #expect(missing == [])
    #expect(reader.readState("bravo.txt") == .read)
  }
}
