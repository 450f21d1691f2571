import Articles
import Seeded
import Testing

@Suite struct HistoryTests {
  private func action(_ id: UInt64, at time: Timestamp? = nil) -> Action {
    Action(id: id, at: time ?? Timestamp(id), name: "\(id)", changes: [])
  }

  private func history(_ entries: HistoryEntry...) -> (undo: [UInt64], redo: [UInt64]) {
    let history = History(entries)
    return (history.undoable.map(\.id), history.redoable.map(\.id))
  }

  @Test func whatIsUndoneCanBeDoneAgainUntilSomethingElseIsDone() {
    let one = HistoryEntry.did(action(1))
    let two = HistoryEntry.did(action(2))
    #expect(history(one, two) == ([1, 2], []))
    #expect(history(one, two, .undid(2, at: 3), .undid(1, at: 4)) == ([], [2, 1]))
    #expect(history(one, two, .undid(2, at: 3), .redid(2, at: 4)) == ([1, 2], []))
    #expect(history(one, .undid(1, at: 2), two) == ([2], []))
  }

  @Test func entriesOfOtherWindowsComeLateAndTwice() {
    let entries: [HistoryEntry] = [.did(action(1)), .did(action(2)), .undid(2, at: 5)]
    let once = History(entries)
    #expect(History(entries + entries) == once)
    #expect(history(.did(action(2)), .did(action(1))) == ([1, 2], []))
    #expect(history(.undid(7, at: 1), .redid(8, at: 1), .did(action(1))) == ([1], []))
  }

  @Test func whatIsDoneLastIsUndoneFirstEvenIfTheClockGoesBackwards() {
    var history = History([.did(action(1, at: 5_000))])
    let time = history.time(now: 1_000)
    history.take(.did(action(2, at: time)))
    #expect(history.undoable.map(\.id) == [1, 2] && time == 5_000)
    #expect(history.time(now: 6_000) == 6_000 && History().time(now: 7) == 7)
  }

  @Test func onlyTheLatestAreKept() {
    var history = History()
    for id in 1...UInt64(History.longest + 5) { history.take(.did(action(id))) }
    #expect(history.undoable.count == History.longest && history.undoable.first?.id == 6)
  }

  @Test func anActionBringsBackWhatWasThere() {
    var before = Marks()
    before.apply(MarkChange(path: ArticlePath("a"), mark: .starred(true), at: 5))
    let wanted = [true, false].map { Assignment(path: ArticlePath("a"), mark: .read($0)) }
    let starred = Assignment(path: ArticlePath("a"), mark: .starred(false))
    let action = Action(id: 1, at: 9, name: "x", setting: wanted + [starred]) { _ in before }
    #expect(action.redoing == wanted + [starred])
    #expect(action.undoing.map(\.mark) == [.starred(true), .read(false), .read(false)])
  }
}
