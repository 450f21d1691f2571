import Articles
import ReaderCore
import Testing

/// Articles and marks that take their time.
@Suite struct SlowDiskTests {
  @Test func keysTypedBeforeTheArticleActOnIt() {
    var reader = TestReader(Samples.six)
    reader.isSlow = true
    reader.press("j", "Enter", "f", "f")
    reader.deliver()
    var quick = TestReader(Samples.six)
    quick.press("j", "Enter", "f", "f")
    #expect(reader.rows == quick.rows)
  }

  @Test func keysThatDoNotNeedItDoNotWait() {
    var reader = TestReader(Samples.six)
    reader.isSlow = true
    reader.press("j", "Enter", "h", "j", "m")
    #expect(reader.cursorRow.contains("Charlie"))
    #expect(reader.readState("charlie.txt") == .read)
    #expect(reader.readState("bravo.txt") == .unread, "nothing of it was shown")
  }

  @Test func afterAWhileKeysWaitNoLongerAndSaySo() {
    var reader = TestReader(Samples.six)
    reader.press("Enter")
    reader.isSlow = true
    reader.press("J", "Space")
    reader.wait(699)
    #expect(reader.message != "The article is still being opened. Try again in a moment.")
    reader.wait(1)
    #expect(reader.message == "The article is still being opened. Try again in a moment.")
    #expect(reader.readState("bravo.txt") == .unread)
    reader.deliver()
    #expect(reader.topLine == "Bravo")
  }

  @Test func theScreenSaysThatItIsOpening() {
    var reader = TestReader(Samples.six)
    reader.press("Enter")
    reader.isSlow = true
    reader.press("J")
    reader.wait(299)
    #expect(!reader.statusLine.contains("opening"))
    reader.wait(1)
    #expect(reader.statusLine.contains("opening …"))
  }

  @Test func onlyTheArticleWantedLastIsShown() {
    var reader = TestReader(Samples.six, columns: 120)
    reader.isSlow = true
    reader.press("j", "j", "k")
    reader.deliver()
    #expect(reader.rows[1].contains("Bravo"))
  }

  @Test func anArticleReadTwiceKeepsItsPlace() {
    var reader = TestReader(Samples.six)
    reader.press("Enter")
    reader.isSlow = true
    reader.press("J", "K", "J")
    reader.deliver()
    reader.press("f")
    #expect(reader.topLine != "Bravo")
    #expect(reader.readState("bravo.txt") == .reading)
  }

  @Test func keysWaitForTheMarks() {
    var reader = TestReader(bare: Samples.six)
    reader.scan()
    reader.press("m")
    #expect(reader.saved == [])
    reader.send(.marksLoaded([ArticlePath("alpha.txt"): Samples.read()], []))
    #expect(reader.readState("bravo.txt") == .read, "the first unread")
  }

  @Test func marksThatNeverComeAreNotOverwritten() {
    var reader = TestReader(bare: Samples.six)
    reader.scan()
    reader.press("m")
    reader.wait(700)
    #expect(reader.statusLine.contains("The marks are still being read."))
    reader.press("Enter", "G")
    reader.wait(10_000)
    #expect(reader.saved == [])
  }

  @Test func whatWasOpenBeforeTheMarksCameIsOpenAfterwards() {
    var reader = TestReader(bare: Samples.six)
    reader.scan()
    reader.press("Enter")
    reader.wait(700)
    reader.press("Enter")
    reader.send(.marksLoaded([:], []))
    #expect(reader.readState("alpha.txt") == .reading)
  }
}
