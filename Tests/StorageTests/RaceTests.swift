import Articles
import Foundation
import Storage
import Testing

/// Another program puts something in the place of the state file between reading and publishing.
@Suite struct RaceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("x", to: "library/a.txt")
  }

  private static let pace = Pace(
    gap: .zero, rest: 0, retry: .milliseconds(1), longestRetry: .milliseconds(2))

  private var location: StateLocation {
    StateLocation(library: folder.path + "/library", stateHome: folder.path + "/home")
  }

  private var path: String { folder.path + "/library/.lectern/state.json" }

  private func state(_ names: String...) -> LibraryState {
    var state = LibraryState()
    state.apply(names.map { .read($0) })
    return state
  }

  /// A store that saves one mark, and finds that the file has become another meanwhile.
  private func race(
    _ reports: Reports, from old: LibraryState?, isExchangeKnown: Bool = true,
    _ intrude: @escaping @Sendable (TemporaryFolder, String) throws -> Void
  ) throws -> StateStore {
    if let old { try folder.write(old.encoded(), to: "library/.lectern/state.json") }
    let (folder, path) = (folder, path)
    let disk = FaultyDisk(
      .init(
        unsupported: isExchangeKnown ? [] : ["exchange"],
        beforePublishing: {
          #expect(throws: Never.self) { try intrude(folder, path) }
        }))
    let store = StateStore(location: location, on: disk, pace: Self.pace, report: reports.add)
    store.save([.read("mine.txt")])
    return store
  }

  @Test(arguments: [true, false], [true, false])
  func theMarksOfAnotherProgramAreTaken(hadFile: Bool, isExchangeKnown: Bool) throws {
    let reports = Reports()
    let theirs = state("theirs.txt").encoded()
    let store = try race(
      reports, from: hadFile ? state("old.txt") : nil, isExchangeKnown: isExchangeKnown
    ) { folder, path in
      try folder.write(theirs, to: "swap.json")
      rename(folder.path + "/swap.json", path)
    }
    #expect(store.flush(deadline: 10_000))
    let written = LibraryState([UInt8](FileManager.default.contents(atPath: path) ?? Data()))
    let expected: Set =
      hadFile ? ["mine.txt", "old.txt", "theirs.txt"] : ["mine.txt", "theirs.txt"]
    #expect(Set((written?.articles.keys).map { $0.map(\.displayString) } ?? []) == expected)
    #expect(
      reports.contains { report in
        guard case .merged(let marks) = report else { return false }
        return marks[ArticlePath("theirs.txt")] != nil
      })
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path + "/library/.lectern")
    #expect(names.filter { $0.contains(".tmp-") } == [])
  }

  @Test func aFileOfANewerProgramIsPutBack() throws {
    let reports = Reports()
    var newer = state("theirs.txt")
    newer.minimumReader = 9
    let bytes = newer.encoded()
    let store = try race(reports, from: state("old.txt")) { folder, path in
      try folder.write(bytes, to: "swap.json")
      rename(folder.path + "/swap.json", path)
    }
    #expect(!store.flush(deadline: 10_000))
    #expect(reports.saved == 0)
    #expect([UInt8](FileManager.default.contents(atPath: path) ?? Data()) == bytes)
  }

  @Test func aFolderIsPutBack() throws {
    let reports = Reports()
    let store = try race(reports, from: state("old.txt")) { _, path in
      unlink(path)
      mkdir(path, 0o700)
    }
    #expect(!store.flush(deadline: 10_000))
    var isFolder: ObjCBool = false
    #expect(FileManager.default.fileExists(atPath: path, isDirectory: &isFolder))
    #expect(isFolder.boolValue)
    #expect(reports.saved == 0)
  }

  @Test func damageIsKeptAsACopy() throws {
    let reports = Reports()
    let store = try race(reports, from: state("old.txt")) { folder, path in
      try folder.write("garbage", to: "swap.json")
      rename(folder.path + "/swap.json", path)
    }
    #expect(store.flush(deadline: 10_000))
    let copy = reports.all.compactMap { report -> String? in
      guard case .notice(.recovered(0, let copy)) = report else { return nil }
      return copy
    }
    let name = try #require(copy.first)
    #expect(try folder.read("library/.lectern/" + name) == "garbage")
    let written = LibraryState([UInt8](FileManager.default.contents(atPath: path) ?? Data()))
    #expect(written?.articles.count == 2)
  }

  @Test func aFileThatIsDeletedIsWrittenAnew() throws {
    let store = try race(Reports(), from: state("old.txt")) { _, path in unlink(path) }
    #expect(store.flush(deadline: 10_000))
    let written = LibraryState([UInt8](FileManager.default.contents(atPath: path) ?? Data()))
    #expect(written?.articles.count == 2)
  }
}
