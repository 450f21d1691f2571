import Articles
import Foundation
import Seeded
import Storage
import Testing

@testable import Storage

/// The log for undo.
@Suite struct HistoryFileTests {
  private func action(_ id: UInt64, name: String = "Marked 1 article read") -> Action {
    let path = ArticlePath([0x61, 0xFF, 0x25, 0x0A] + Array("\(id).txt".utf8))
    let position = Position(offset: 7, quote: "a \"quote\" – ünd\n", progress: 0.5)
    let marks: [Mark] = [
      .read(true), .starred(false), .tag("x\u{1b}", true), .tag("y", false), .position(position),
    ]
    let changes = marks.map { mark in
      Action.Change(Assignment(path: path, mark: mark), restoring: [.read(false), mark])
    }
    return Action(id: id, at: Timestamp(id & 0xFFFF_FFFF), name: name, changes: changes)
  }

  private func path(_ folder: TemporaryFolder) -> String { folder.path + "/made/history.jsonl" }

  @Test func whatIsWrittenIsReadAgain() throws {
    let folder = try TemporaryFolder()
    let entries: [HistoryEntry] = [
      .did(action(.max, name: "A \"name\"\n")), .undid(.max, at: 8), .redid(.max, at: 9),
      .did(Action(id: 0, at: 0, name: "", changes: [])),
    ]
    var file = HistoryFile(path(folder))
    #expect(try file.read().isEmpty)
    #expect(try file.append(Array(entries.prefix(1))).isEmpty)
    #expect(try file.append(Array(entries.dropFirst())).isEmpty)
    #expect(try file.read().isEmpty)
    var other = HistoryFile(path(folder))
    let read = try other.read()
    #expect(read.count == entries.count)
    for (entry, wanted) in zip(read, entries) { #expect(entry == wanted) }
    let text = try folder.read("made/history.jsonl")
    #expect(text.split(separator: "\n").count == 4 && !text.contains("\u{1b}"))
    let mode = try FileManager.default.attributesOfItem(atPath: path(folder))[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func windowsSeeWhatOthersHaveAdded() throws {
    let folder = try TemporaryFolder()
    var (one, two) = (HistoryFile(path(folder)), HistoryFile(path(folder)))
    #expect(try one.append([.did(action(1))]).isEmpty)
    #expect(try two.append([.did(action(2))]) == [.did(action(1))])
    #expect(try one.read() == [.did(action(2))])
    #expect(try one.read().isEmpty && two.read().isEmpty)
  }

  @Test func aDamagedLineCostsItselfAlone() throws {
    let folder = try TemporaryFolder()
    var file = HistoryFile(path(folder))
    _ = try file.append([.did(action(1)), .did(action(2)), .did(action(3))])
    let bytes = Array(try folder.read("made/history.jsonl").utf8)
    let whole = HistoryFile.entries(bytes)
    for cut in bytes.indices {
      let read = HistoryFile.entries(Array(bytes[..<cut]))
      #expect(read == Array(whole.prefix(read.count)) && read.count >= bytes[..<cut].lines)
      var torn = bytes
      torn[cut] = 0
      let rest = HistoryFile.entries(torn)
      #expect(rest.count >= 2, "byte \(cut)")
    }
    try folder.write(Array(bytes.dropLast(9)), to: "made/history.jsonl")
    var other = HistoryFile(path(folder))
    _ = try other.append([.did(action(4))])
    var again = HistoryFile(path(folder))
    #expect(try again.read() == [whole[0], whole[1], .did(action(4))])
  }

  @Test func aLongLogIsMadeShorterWithoutAnyoneLosingTheThread() throws {
    let folder = try TemporaryFolder()
    var (one, two) = (HistoryFile(path(folder)), HistoryFile(path(folder)))
    one.longest = 20_000
    var (mine, theirs) = (History(), History())
    for id in 1...UInt64(200) {
      let entries: [HistoryEntry] =
        id % 7 == 0 ? [.did(action(id)), .undid(id, at: Timestamp(id))] : [.did(action(id))]
      entries.forEach { mine.take($0) }
      try one.append(entries).forEach { mine.take($0) }
      if id % 3 == 0 { try two.read().forEach { theirs.take($0) } }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path(folder))).count < 22_000)
    }
    try two.read().forEach { theirs.take($0) }
    #expect(theirs.undoable == mine.undoable && theirs.redoable == mine.redoable)
    var late = HistoryFile(path(folder))
    let rest = History(try late.read())
    #expect(rest.undoable == mine.undoable.suffix(rest.undoable.count))
    #expect(rest.undoable.count > 5 && rest.redoable == mine.redoable)
  }

  @Test func manyWindowsAddWithoutLoss() throws {
    let folder = try TemporaryFolder()
    let path = path(folder)
    DispatchQueue.concurrentPerform(iterations: 8) { window in
      var file = HistoryFile(path)
      for number in 0..<50 {
        do {
          _ = try file.append([.did(action(UInt64(window * 50 + number)))])
        } catch {
          Issue.record("\(error)")
        }
      }
    }
    var file = HistoryFile(path)
    let ids = try file.read().map { (entry: HistoryEntry) -> UInt64 in
      if case .did(let action) = entry { action.id } else { .max }
    }
    #expect(ids.sorted() == Array(0..<400))
  }

  @Test func aHistoryThatCannotBeKeptIsToldOnceAndMarksAreSaved() throws {
    let folder = try TemporaryFolder()
    try folder.write("no folder", to: "home/history")
    let location = StateLocation(library: folder.path, stateHome: folder.path + "/home")
    let reports = Reports()
    let store = StateStore(location: location, report: reports.add)
    _ = store.load()
    for number in 1...3 {
      store.log(.did(action(UInt64(number))))
      store.save([.read("\(number).txt")])
      #expect(store.flush(deadline: 10_000))
    }
    #expect(reports.contains { $0 == .saved(changes: 1) })
    let notices = reports.all.filter {
      if case .notice(.historyNotKept) = $0 { true } else { false }
    }
    #expect(notices.count == 1 && reports.saved == 3)
  }
}

extension ArraySlice<UInt8> {
  /// Lines that are whole.
  fileprivate var lines: Int { count { $0 == 0x0A } }
}
