import Articles
import Foundation
import Storage
import Testing

/// Where the state file is, what it may be, and who may read it.
@Suite struct StatePlaceTests {
  private static let pace = Pace(
    gap: .zero, rest: 0, retry: .milliseconds(1), longestRetry: .milliseconds(2))

  private func location(_ folder: TemporaryFolder) -> StateLocation {
    StateLocation(library: folder.path + "/library", stateHome: folder.path + "/home")
  }

  private func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "library/a.txt")
    return folder
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func marks(_ folder: TemporaryFolder) -> Set<String> {
    Set(StateStore(location: location(folder)) { _ in }.load().marks.keys.map(\.displayString))
  }

  @Test func onlyTheOwnerMayLook() throws {
    let folder = try library()
    let before = umask(0)
    defer { umask(before) }
    let store = StateStore(location: location(folder)) { _ in }
    store.save([.read("a.txt")])
    #expect(store.flush(deadline: 10_000))
    #expect(try mode(folder.path + "/library/.lectern") == 0o700)
    #expect(try mode(folder.path + "/library/.lectern/state.json") == 0o600)
    #expect(try mode(folder.path + "/home/locks") == 0o700)
  }

  @Test func theModeOfTheFileStays() throws {
    let folder = try library()
    let path = folder.path + "/library/.lectern/state.json"
    try folder.write(LibraryState().encoded(), to: "library/.lectern/state.json")
    chmod(path, 0o640)
    let store = StateStore(location: location(folder)) { _ in }
    store.save([.read("a.txt")])
    #expect(store.flush(deadline: 10_000))
    #expect(try mode(path) == 0o640)
  }

  @Test(arguments: [true, false]) func aLinkedFileStaysALink(exists: Bool) throws {
    let folder = try library()
    if exists {
      try folder.write(StateFileTests.sample, to: "synced/marks.json")
    } else {
      mkdir(folder.path + "/synced", 0o700)
    }
    mkdir(folder.path + "/library/.lectern", 0o700)
    let path = folder.path + "/library/.lectern/state.json"
    symlink("../../synced/marks.json", path)
    let store = StateStore(location: location(folder)) { _ in }
    store.save([.read("a.txt")])
    #expect(store.flush(deadline: 10_000))
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: path)
    #expect(target == "../../synced/marks.json")
    let written = LibraryState(Array(try folder.read("synced/marks.json").utf8))
    #expect(written?.articles.count == (exists ? 3 : 1))
  }

  @Test func aLinkToAnotherFileIsNotWrittenOver() throws {
    let folder = try library()
    try folder.write("dear diary", to: "diary.txt")
    mkdir(folder.path + "/library/.lectern", 0o700)
    symlink("../../diary.txt", folder.path + "/library/.lectern/state.json")
    let store = StateStore(location: location(folder)) { _ in }
    store.save([.read("a.txt")])
    #expect(!store.flush(deadline: 10_000))
    #expect(try folder.read("diary.txt") == "dear diary")
  }

  @Test func aReadOnlyLibraryKeepsItsMarksElsewhere() throws {
    let folder = try library()
    let location = location(folder)
    let disk = FaultyDisk(.init(readOnly: "library/.lectern"))
    let reports = Reports()
    let store = StateStore(location: location, on: disk, pace: Self.pace, report: reports.add)
    store.save([.read("a.txt")])
    #expect(store.flush(deadline: 10_000))
    let fallback = try #require(location.fallback)
    #expect(reports.contains { $0 == .notice(.keptElsewhere(fallback)) })
    #expect(FileManager.default.fileExists(atPath: fallback))
    #expect(marks(folder) == ["a.txt"])
    // Once the library can be written, everything goes there.
    disk.heal()
    store.save([.read("b.txt")])
    #expect(store.flush(deadline: 10_000))
    let written = Array(try folder.read("library/.lectern/state.json").utf8)
    #expect(LibraryState(written)?.articles.count == 2)
  }

  @Test func theMarksOfAReadOnlyFileAreMergedWithThoseKeptElsewhere() throws {
    let folder = try library()
    try folder.write(StateFileTests.sample, to: "library/.lectern/state.json")
    let disk = FaultyDisk(.init(readOnly: "state.json.tmp"))
    let store = StateStore(location: location(folder), on: disk, pace: Self.pace) { _ in }
    #expect(store.load().marks.count == 2)
    store.save([.read("a.txt")])
    #expect(store.flush(deadline: 10_000))
    #expect(try folder.read("library/.lectern/state.json") == StateFileTests.sample)
    #expect(marks(folder) == ["a.txt", "rfc/rfc2616.txt", "tech/huawei-5g.txt"])
  }

  @Test func withNoPlaceAtAllMarksStayInMemory() throws {
    let folder = try library()
    try folder.write("in the way", to: "library/.lectern")
    let reports = Reports()
    let store = StateStore(
      location: location(folder), pace: Self.pace, report: reports.add)
    _ = store.load()
    store.save([.read("a.txt")])
    #expect(!store.flush(deadline: 10_000))
    #expect(reports.saved == 0)
    #expect(try folder.read("library/.lectern") == "in the way")
    try FileManager.default.removeItem(atPath: folder.path + "/library/.lectern")
    #expect(reports.contains { $0 == .saved(changes: 1) })
    #expect(marks(folder) == ["a.txt"])
  }

  @Test func copiesOfDamagedFilesAreFew() throws {
    let folder = try library()
    for number in 0..<8 {
      try folder.write("damage \(number)", to: "library/.lectern/state.json")
      let time = Timestamp(number) * 1000
      let store = StateStore(location: location(folder), now: { time }, report: { _ in })
      store.save([.read("\(number).txt")])
      #expect(store.flush(deadline: 10_000))
    }
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path + "/library/.lectern")
    let copies = names.filter { $0.contains(".corrupt-") }.sorted()
    #expect(copies.count == 5)
    let newest = try #require(copies.last)
    #expect(try folder.read("library/.lectern/" + newest) == "damage 7")
  }
}
