import Articles
import Foundation
import Storage
import Testing

/// Copies that sync tools make where two machines wrote: merged, then cleared away.
@Suite struct ConflictCopyTests {
  private static let folder = "/library/.lectern"
  private static let location = StateLocation(file: folder + "/state.json")

  private static func state(_ names: String...) -> [UInt8] {
    var state = LibraryState()
    state.apply(names.map { .read($0) })
    return state.encoded()
  }

  /// The names of the machine that runs this; OneDrive has them in its copies.
  private static let host = {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }()

  private static func store(
    _ disk: any Disk, report: @escaping @Sendable (StateReport) -> Void
  ) -> StateStore {
    StateStore(location: location, on: disk, pace: Pace(gap: .zero, rest: 0), report: report)
  }

  private func disk(_ name: String, _ copy: [UInt8]) -> ModelDisk {
    ModelDisk(DiskContent(Self.folder, ["state.json": Self.state("old"), name: copy]))
  }

  private func names(_ disk: ModelDisk) -> Set<String> {
    Set(disk.content.files(in: Self.folder).keys)
  }

  private func written(_ disk: ModelDisk) -> Set<String> {
    let bytes = disk.content.files(in: Self.folder)["state.json"] ?? []
    return Set((LibraryState(bytes)?.articles.keys).map { $0.map(\.displayString) } ?? [])
  }

  @Test(arguments: [
    "state.sync-conflict-20261124-101010-ABCDEFG.json",
    "state.sync-conflict-20261124-101010-ABCDEFG.sync-conflict-20261125-101010-HIJKLMN.json",
    "state (Ann's conflicted copy 2026-11-24).json",
    "state (conflicted copy 2026-11-24 101010).json",
    "state (conflicted copy 2026-11-24 101010) (conflicted copy 2026-11-25 101010).json",
    "state (in Konflikt stehende Kopie von Ann 2026-11-24).json",
    "state (Copie en conflit de Ann 2026-11-24).json",
    "state_conflict-20261124-101010.json", "state (SFConflict ann@example.org 2026-11-24).json",
    "state.Conflict.json", "state.json.sync-conflict-20261124", "state-\(host).json",
    "state-\(host)-2.json",
  ])
  func aCopyIsMergedAndCleared(name: String) {
    let disk = disk(name, Self.state("theirs"))
    let reports = Reports()
    let store = Self.store(disk, report: reports.add)
    #expect(Set(store.load().marks.keys.map(\.displayString)) == ["old", "theirs"])
    #expect(reports.wait { names(disk) == ["state.json", "state.json.bak"] }, "\(names(disk))")
    #expect(written(disk) == ["old", "theirs"])
  }

  @Test(arguments: [
    "state-old.json", "state (1).json", "state copy.json", "state.json~", "state.backup.json",
    "other.sync-conflict-20261124-101010-ABCDEFG.json", "conflict.json", "stateconflict.json",
    "state-\(host)x.json",
  ])
  func whatAPersonMayHaveMadeIsLeftAlone(name: String) {
    let disk = disk(name, Self.state("theirs"))
    let store = Self.store(disk) { _ in }
    #expect(store.load().marks.count == 1)
    store.save([.read("new")])
    #expect(store.flush(deadline: 10_000))
    #expect(names(disk) == ["state.json", "state.json.bak", name])
  }

  @Test(arguments: [
    Array("garbage".utf8), [], Array(state("theirs").dropLast(3)),
    Array(
      String(decoding: state("theirs"), as: UTF8.self)
        .replacing("\"minimumReader\": 1", with: "\"minimumReader\": 9").utf8),
    Array("{\"format\": \"other\", \"articles\": {}}".utf8),
  ])
  func whatIsNoWholeStateIsLeftAlone(copy: [UInt8]) {
    let name = "state.sync-conflict-20261124-101010-ABCDEFG.json"
    let disk = disk(name, copy)
    let store = Self.store(disk) { _ in }
    #expect(store.load().marks.count == 1)
    store.save([.read("new")])
    #expect(store.flush(deadline: 10_000))
    #expect(disk.content.files(in: Self.folder)[name] == copy)
    #expect(written(disk) == ["old", "new"])
  }

  @Test func aCopyThatSaysNothingNewIsClearedWithoutASave() {
    let disk = disk("state.sync-conflict-1.json", Self.state("old"))
    let store = Self.store(disk) { _ in }
    _ = store.load()
    #expect(Reports().wait { names(disk) == ["state.json"] })
    #expect(written(disk) == ["old"])
  }

  @Test func aCopyThatAppearsLaterIsMergedOnALook() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.state("old"), to: "state.json")
    let reports = Reports()
    let store = StateStore(
      location: StateLocation(file: folder.path + "/state.json"), pace: Pace(gap: .zero, rest: 0),
      report: reports.add)
    _ = store.load()
    let name = "state (conflicted copy 2026-11-24 101010).json"
    try folder.write(Self.state("theirs"), to: name)
    store.refresh()
    #expect(
      reports.contains { report in
        guard case .merged(let marks) = report else { return false }
        return marks.keys.contains(ArticlePath("theirs"))
      })
    #expect(
      reports.wait { !FileManager.default.fileExists(atPath: folder.path + "/" + name) })
    let bytes = Array(try folder.read("state.json").utf8)
    #expect(LibraryState(bytes)?.articles.count == 2)
  }

  /// The sync tool puts another version there after the copy was read.
  @Test func anotherVersionIsNotClearedUnseen() throws {
    let folder = try TemporaryFolder()
    let name = "state.sync-conflict-1.json"
    try folder.write(Self.state("old"), to: "state.json")
    try folder.write(Self.state("first"), to: name)
    let second = Self.state("second")
    let disk = FaultyDisk(.init(beforePublishing: { try? folder.write(second, to: name) }))
    let store = StateStore(
      location: StateLocation(file: folder.path + "/state.json"), on: disk,
      pace: Pace(gap: .zero, rest: 0)
    ) { _ in }
    _ = store.load()
    store.save([.read("new")])
    #expect(store.flush(deadline: 10_000))
    #expect(Array(try folder.read(name).utf8) == second)
    let again = StateStore(location: StateLocation(file: folder.path + "/state.json")) { _ in }
    #expect(
      Set(again.load().marks.keys.map(\.displayString)) == ["old", "first", "second", "new"])
  }

  @Test func aHundredCopiesAtOnce() {
    var files = ["state.json": Self.state("old")]
    for number in 0..<100 {
      files["state.sync-conflict-\(number).json"] = Self.state("\(number)")
    }
    let disk = ModelDisk(DiskContent(Self.folder, files))
    let store = Self.store(disk) { _ in }
    #expect(store.load().marks.count == 101)
    #expect(Reports().wait { names(disk) == ["state.json", "state.json.bak"] })
    #expect(written(disk).count == 101)
  }
}
