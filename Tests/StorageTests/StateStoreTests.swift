import Articles
import Foundation
import Storage
import Testing

@Suite struct StateStoreTests {
  private func location(_ folder: TemporaryFolder) -> StateLocation {
    StateLocation(library: folder.path + "/library", stateHome: folder.path + "/home")
  }

  private func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "library/a.txt")
    return folder
  }

  @Test func whatIsSavedIsThereForTheNextStore() throws {
    let folder = try library()
    let reports = Reports()
    let store = StateStore(location: location(folder), report: reports.add)
    #expect(store.load().marks.isEmpty)
    store.save([.read("a.txt"), .read("b.txt")])
    #expect(store.flush(deadline: 10_000))
    #expect(reports.contains { $0 == .saved(changes: 2) })
    let again = StateStore(location: location(folder)) { _ in }
    #expect(Set(again.load().marks.keys) == [ArticlePath("a.txt"), ArticlePath("b.txt")])
    let status = try FileManager.default.attributesOfItem(
      atPath: folder.path + "/library/.lectern/state.json")
    #expect(status[.posixPermissions] as? Int == 0o600)
  }

  @Test func eightStoresLoseNothing() throws {
    let folder = try library()
    let stores = (0..<8).map { _ in StateStore(location: location(folder)) { _ in } }
    DispatchQueue.concurrentPerform(iterations: 8) { index in
      for number in 0..<100 {
        stores[index].save([.read("\(index)/\(number).txt")])
        if number % 10 == 0 { sched_yield() }
      }
      #expect(stores[index].flush(deadline: 60_000))
    }
    let marks = StateStore(location: location(folder)) { _ in }.load().marks
    #expect(marks.count == 800)
  }

  @Test func aDamagedFileIsKeptAndSalvaged() throws {
    let folder = try library()
    let damaged = String(StateFileTests.sample.dropLast(4))
    try folder.write(damaged, to: "library/.lectern/state.json")
    let loaded = StateStore(location: location(folder)) { _ in }.load()
    #expect(loaded.marks.count == 2)
    guard case .recovered(2, let copy)? = loaded.notices.first else {
      Issue.record("no notice of two articles: \(loaded.notices)")
      return
    }
    let name = copy.split(separator: "/").last.map(String.init) ?? copy
    #expect(try folder.read("library/.lectern/" + name) == damaged)
  }

  @Test func theFileOfANewerProgramIsNeverWritten() throws {
    let folder = try library()
    let text = StateFileTests.sample.replacing("\"minimumReader\": 1", with: "\"minimumReader\": 9")
    try folder.write(text, to: "library/.lectern/state.json")
    let store = StateStore(location: location(folder)) { _ in }
    let loaded = store.load()
    #expect(loaded.marks.count == 2)
    #expect(loaded.notices == [.newer(minimumReader: 9)])
    store.save([.read("a.txt")])
    #expect(!store.flush(deadline: 2_000))
    #expect(try folder.read("library/.lectern/state.json") == text)
  }

  @Test func equalMarksWriteNothing() throws {
    let folder = try library()
    let store = StateStore(location: location(folder)) { _ in }
    _ = store.load()
    store.save([.read("a.txt")])
    #expect(store.flush(deadline: 10_000))
    let path = folder.path + "/library/.lectern/state.json"
    let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    store.save([.read("a.txt")])
    #expect(store.flush(deadline: 10_000))
    let after = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    #expect(before == after)
  }

  @Test func marksOfOthersAreReported() throws {
    let folder = try library()
    let reports = Reports()
    let store = StateStore(location: location(folder), report: reports.add)
    _ = store.load()
    let other = StateStore(location: location(folder)) { _ in }
    other.save([.read("b.txt")])
    #expect(other.flush(deadline: 10_000))
    store.refresh()
    #expect(
      reports.contains { report in
        guard case .merged(let marks) = report else { return false }
        return marks[ArticlePath("b.txt")]?.state == .read
      })
  }

  @Test(arguments: ["fifo", "folder"]) func whatIsNoFileHoldsNothingUp(kind: String) throws {
    let folder = try library()
    mkdir(folder.path + "/library/.lectern", 0o700)
    let path = folder.path + "/library/.lectern/state.json"
    _ = kind == "fifo" ? mkfifo(path, 0o600) : mkdir(path, 0o700)
    let reports = Reports()
    let store = StateStore(location: location(folder), report: reports.add)
    #expect(store.load().marks.isEmpty)
    store.save([.read("a.txt")])
    #expect(!store.flush(deadline: 5_000))
    #expect(
      reports.contains { report in
        guard case .failed(let error, 1) = report else { return false }
        return error.reason == .notRegularFile
      })
  }

  @Test func bothSidesOfAnOutsideChangeMeet() throws {
    let folder = try library()
    let reports = Reports()
    let store = StateStore(location: location(folder), report: reports.add)
    _ = store.load()
    store.save([.read("a.txt", at: 5), .read("b.txt", at: 5)])
    #expect(store.flush(deadline: 10_000))
    var outside = LibraryState()
    outside.apply([.read("b.txt", false, at: 6), .read("c.txt", at: 1)])
    try folder.write(outside.encoded(), to: "library/.lectern/state.json")
    store.refresh()
    #expect(
      reports.contains { report in
        guard case .merged(let marks) = report else { return false }
        return marks[ArticlePath("b.txt")]?.state == .unread && marks.count == 2
      })
    // The outside lost a.txt: it is put back without being asked for.
    #expect(
      reports.wait {
        let text = try? folder.read("library/.lectern/state.json")
        return LibraryState(Array((text ?? "").utf8))?.articles.count == 3
      })
  }

  @Test func aRefreshWithoutChangeSaysNothing() throws {
    let folder = try library()
    let reports = Reports()
    let store = StateStore(location: location(folder), report: reports.add)
    store.save([.read("a.txt")])
    #expect(store.flush(deadline: 10_000))
    store.refresh()
    store.save([.read("b.txt")])
    #expect(store.flush(deadline: 10_000))
    #expect(reports.wait { reports.saved == 2 })
    #expect(reports.all.allSatisfy { if case .saved = $0 { true } else { false } })
  }

  @Test func aFileDeletedMeanwhileIsWrittenAgain() throws {
    let folder = try library()
    let store = StateStore(location: location(folder)) { _ in }
    store.save([.read("a.txt")])
    #expect(store.flush(deadline: 10_000))
    try FileManager.default.removeItem(atPath: folder.path + "/library/.lectern")
    store.save([.read("b.txt")])
    #expect(store.flush(deadline: 10_000))
    let marks = StateStore(location: location(folder)) { _ in }.load().marks
    #expect(marks.count == 2)
  }

  @Test func nothingIsLostWhenTheStoreIsLetGo() throws {
    let folder = try library()
    do {
      let store = StateStore(location: location(folder)) { _ in }
      for number in 0..<100 { store.save([.read("\(number).txt")]) }
    }
    let path = folder.path + "/library/.lectern/state.json"
    #expect(
      Reports().wait {
        let bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
        return LibraryState(bytes)?.articles.count == 100
      })
  }
}
