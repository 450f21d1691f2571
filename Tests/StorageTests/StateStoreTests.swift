import Articles
import Foundation
import Storage
import Synchronization
import Testing

@Suite struct StateStoreTests {
  /// What a store reported, from its own thread.
  private final class Reports: Sendable {
    private let reports = Mutex<[StateReport]>([])

    func add(_ report: StateReport) { reports.withLock { $0.append(report) } }

    var all: [StateReport] { reports.withLock { $0 } }

    /// Waits until a report is there, for ten seconds at most.
    func contains(_ condition: (StateReport) -> Bool) -> Bool {
      let end = ContinuousClock.now + .seconds(10)
      while ContinuousClock.now < end {
        if all.contains(where: condition) { return true }
        sched_yield()
      }
      return false
    }
  }

  private func location(_ folder: TemporaryFolder) -> StateLocation {
    StateLocation(library: folder.path + "/library", stateHome: folder.path + "/home")
  }

  private func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "library/a.txt")
    return folder
  }

  private func change(_ name: String, at time: Timestamp = 1) -> MarkChange {
    MarkChange(path: ArticlePath(name), mark: .read(true), at: time)
  }

  @Test func whatIsSavedIsThereForTheNextStore() throws {
    let folder = try library()
    let reports = Reports()
    let store = StateStore(location: location(folder), report: reports.add)
    #expect(store.load().marks.isEmpty)
    store.save([change("a.txt"), change("b.txt")])
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
        stores[index].save([change("\(index)/\(number).txt")])
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
    store.save([change("a.txt")])
    #expect(!store.flush(deadline: 2_000))
    #expect(try folder.read("library/.lectern/state.json") == text)
  }

  @Test func equalMarksWriteNothing() throws {
    let folder = try library()
    let store = StateStore(location: location(folder)) { _ in }
    _ = store.load()
    store.save([change("a.txt")])
    #expect(store.flush(deadline: 10_000))
    let path = folder.path + "/library/.lectern/state.json"
    let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    store.save([change("a.txt")])
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
    other.save([change("b.txt")])
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
    store.save([change("a.txt")])
    #expect(!store.flush(deadline: 5_000))
    #expect(
      reports.contains { report in
        guard case .failed(let error, 1) = report else { return false }
        return error.reason == .notRegularFile
      })
  }
}
