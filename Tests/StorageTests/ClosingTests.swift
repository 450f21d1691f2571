import Articles
import Glibc
import Storage
import Testing

/// A new file that has been synced fails to close: it is not trusted, and another one is written.
@Suite struct ClosingTests {
  private static let folder = "/library/.lectern"
  private static let old: [UInt8] = {
    var state = LibraryState()
    state.apply([.read("old.txt")])
    return state.encoded()
  }()

  private let model = ModelDisk(DiskContent(ClosingTests.folder, ["state.json": ClosingTests.old]))
  private let reports = Reports()

  private func store(on disk: FaultyDisk, retry: Duration) -> StateStore {
    StateStore(
      location: StateLocation(file: ClosingTests.folder + "/state.json", locks: "/locks"), on: disk,
      pace: Pace(gap: .zero, rest: 0, retry: retry, longestRetry: retry), report: reports.add)
  }

  private var files: [String: [UInt8]] { model.content.files(in: ClosingTests.folder) }

  @Test(arguments: [EIO, ENOSPC, EDQUOT]) func whatMayNotBeWrittenIsNotPublished(code: Int32) {
    let disk = FaultyDisk(.init(closingNew: [code]), over: model)
    let store = store(on: disk, retry: .seconds(60))
    store.save([.read("new.txt")])
    #expect(
      reports.contains { report in
        guard case .failed(let error, 1) = report else { return false }
        return error.reason == .system(code) && error.operation == .write
      })
    #expect(reports.saved == 0)
    #expect(Set(disk.closed).count == disk.closed.count, "it may be another's file by then")
    #expect(files == ["state.json": ClosingTests.old], "nothing else is left there")
    store.save([.read("newer.txt")])
    #expect(store.flush(deadline: 10_000))
    #expect(reports.contains { $0 == .saved(changes: 2) })
    #expect(Set(disk.made).count == 2, "a file that failed is not used again")
    let articles = LibraryState(files["state.json"] ?? [])?.articles.keys.map(\.displayString) ?? []
    #expect(Set(articles) == ["old.txt", "new.txt", "newer.txt"])
  }

  @Test func itIsTriedAgainByItself() {
    let disk = FaultyDisk(.init(closingNew: [EIO, EIO]), over: model)
    let store = store(on: disk, retry: .milliseconds(1))
    store.save([.read("new.txt")])
    #expect(reports.contains { $0 == .saved(changes: 1) })
    #expect(Set(disk.made).count == 3)
    let isKept = model.content.remains(of: ClosingTests.folder).allSatisfy { files in
      LibraryState(files["state.json"] ?? [])?.articles.count == 2
    }
    #expect(isKept, "saved is not true")
    _ = store
  }
}
