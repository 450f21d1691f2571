import Articles
import ReaderCore
import Screen
import Testing

/// What the bottom line says of the state file.
@Suite struct NoticeTests {
  private let full = LibraryError(.write, path: Array("state".utf8), reason: .system(28))

  @Test(arguments: [
    (Notice.recovered(articles: 3, copy: "state.json.damaged"), "3 articles were recovered"),
    (.newerFormat, "marks made now are not saved"), (.keptElsewhere("/x/y"), "kept in /x/y"),
  ])
  func noticesAreShownUntilTheNextKey(notice: Notice, text: String) {
    var reader = TestReader(Samples.six, columns: 200, notices: [notice])
    #expect(reader.statusLine.contains(text))
    reader.press("j")
    #expect(!reader.statusLine.contains(text))
  }

  @Test func aNoticeDuringTheRunIsShownToo() {
    var reader = TestReader(Samples.six)
    reader.send(.noticed(.keptElsewhere("/x/y")))
    #expect(reader.statusLine.contains("kept in /x/y"))
  }

  @Test func aFailingSaveIsSaidUntilItWorks() {
    var reader = TestReader(Samples.six)
    reader.savesAtOnce = false
    reader.press("m")
    reader.send(.notSaved(full, unsaved: 1))
    let text = "Not saved: the disk is full. 1 mark kept here; trying again."
    #expect(reader.message == text)
    reader.press("j", "k")
    #expect(reader.message == text)
    #expect(reader.text([.bold], row: 23).contains("Not saved"))
    #expect(reader.state.unsavedMarks == 1)
    reader.send(.saved(1))
    #expect(!reader.statusLine.contains("Not saved"))
    #expect(reader.state.saveFailure == nil)
  }

  @Test func aSlowSaveIsSaidAfterAMoment() {
    var reader = TestReader(Samples.six)
    reader.savesAtOnce = false
    reader.press("m", "j")
    reader.wait(299)
    #expect(!reader.statusLine.contains("not saved yet"))
    reader.wait(1)
    #expect(reader.statusLine.contains("1 mark not saved yet …"))
    reader.send(.saved(1))
    #expect(!reader.statusLine.contains("not saved yet"))
  }
}
