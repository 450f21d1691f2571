import Articles
import ReaderCore
import Screen
import Testing

@Suite struct UndoTests {
  @Test func everyChangeIsUndoneAndDoneAgain() {
    var reader = TestReader(Samples.six)
    reader.press("m", "j", "s", "A")
    reader.press("U")
    #expect(reader.message == "Undone: Marked 5 articles read.")
    #expect(reader.readState("foxtrot.txt") == .unread && reader.readState("alpha.txt") == .read)
    reader.press("U")
    #expect(reader.message == "Undone: Starred 1 article.")
    #expect(!reader.isStarred("bravo.txt"))
    reader.press("U")
    #expect(reader.message == "Undone: Marked 1 article read.")
    #expect(reader.readState("alpha.txt") == .unread)
    reader.press("U")
    #expect(reader.message == "Nothing to undo.")

    reader.press("Ctrl-R", "Ctrl-R", "Ctrl-R")
    #expect(reader.message == "Done again: Marked 5 articles read.")
    #expect(reader.isStarred("bravo.txt") && reader.readState("foxtrot.txt") == .read)
    reader.press("Ctrl-R")
    #expect(reader.message == "Nothing to do again.")
  }

  @Test func aNewChangeForgetsWhatWasUndone() {
    var reader = TestReader(Samples.six)
    reader.press("m", "U", "s", "Ctrl-R")
    #expect(reader.message == "Nothing to do again.")
  }

  @Test func undoBringsBackReadingWithItsPlace() throws {
    let marks = [ArticlePath("bravo.txt"): Samples.reading(offset: 900, progress: 0.25)]
    var reader = TestReader(Samples.six, marks: marks)
    reader.press("A")
    #expect(reader.readState("bravo.txt") == .read)
    reader.press("U")
    #expect(reader.readState("bravo.txt") == .reading)
    #expect(reader.position("bravo.txt")?.offset == 900)
    #expect(reader.position("bravo.txt")?.progress == 0.25)
    #expect(reader.readState("alpha.txt") == .unread)
    #expect(reader.screen.contains("◐ Bravo"))
    reader.press("Ctrl-R", "U")
    #expect(reader.readState("bravo.txt") == .reading)
  }

  @Test func whatWasMarkedByReadingIsUndoneToo() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "G", "J", "U")
    #expect(reader.message == "Undone: Marked 1 article read.")
    #expect(reader.readState("alpha.txt") == .reading)
    #expect(reader.screen.contains("Bravo"), "undo does not move")
  }

  @Test func undoActsOnArticlesThatTheViewDoesNotShow() {
    var reader = TestReader(Samples.six)
    reader.press("m", "/", "bravo", "Enter", "U")
    #expect(reader.readState("alpha.txt") == .unread)
  }

  @Test func everyChangeIsStampedAfterTheOneBefore() {
    var reader = TestReader(
      Samples.six, marks: [ArticlePath("alpha.txt"): Samples.read(at: 5_000_000_000_000)])
    reader.press("gg", "m", "m", "U", "U")
    let stamps = reader.saved.map(\.at)
    #expect(stamps == [1, 2, 3, 4].map { 5_000_000_000_000 + $0 }, "a clock behind mutes nobody")
    #expect(reader.readState("alpha.txt") == .read)
  }

  @Test func aMarkMadeElsewhereIsShownAndCounted() {
    var reader = TestReader(Samples.six)
    reader.send(.marksMerged([ArticlePath("charlie.txt"): Samples.read(at: 9)]))
    #expect(reader.rows[4].hasPrefix("   Charlie"))
    #expect(reader.rows[0].hasSuffix("6 articles, 5 unread"))
  }

  @Test func whatWasDoneBeforeThisRunCanBeUndone() {
    var before = TestReader(Samples.six)
    before.press("m", "j", "s")
    var reader = TestReader(Samples.six, marks: before.marks)
    reader.send(.historyRead(before.logged))
    reader.press("U")
    #expect(reader.message == "Undone: Starred 1 article." && !reader.isStarred("bravo.txt"))
    reader.press("U")
    #expect(reader.readState("alpha.txt") == .unread)
    reader.press("Ctrl-R")
    #expect(reader.readState("alpha.txt") == .read)
    #expect(reader.logged.count == 3)
  }

  @Test func whatAnotherWindowDidLastIsUndoneFirst() {
    var reader = TestReader(Samples.six)
    reader.press("j", "m")
    let star = Assignment(path: ArticlePath("alpha.txt"), mark: .starred(true))
    let action = Action(id: 7, at: .max, name: "Starred 1 article", setting: [star]) { _ in Marks()
    }
    var marks = Marks()
    marks.apply(MarkChange(path: star.path, mark: star.mark, at: 1_600_000_000_000))
    reader.send(.marksMerged([star.path: marks]))
    reader.send(.historyRead([.did(action)]))
    reader.press("U")
    #expect(reader.message == "Undone: Starred 1 article." && !reader.isStarred("alpha.txt"))
    reader.press("U")
    #expect(reader.readState("bravo.txt") == .unread)
  }

  @Test func theHistoryIsToldBeforeTheMarks() throws {
    var reader = TestReader(Samples.six)
    reader.press("A")
    guard case .did(let action) = try #require(reader.logged.first) else {
      Issue.record("\(reader.logged)")
      return
    }
    #expect(action.name == "Marked 6 articles read" && action.changes.count == 6)
  }

  @Test func aClockThatGoesBackwardsDoesNotChangeTheOrder() {
    var reader = TestReader(Samples.six)
    reader.press("m")
    reader.wait(-3_600_000)
    reader.press("j", "s", "U")
    #expect(reader.message == "Undone: Starred 1 article.")
  }
}
