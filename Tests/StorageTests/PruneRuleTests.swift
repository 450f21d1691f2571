import Articles
import Foundation
import Storage
import Testing

/// What is pruned, where, and when it is refused.
@Suite struct PruneRuleTests {
  private let folder: TemporaryFolder
  private static let file = "library/.lectern/state.json"
  private var location: StateLocation {
    StateLocation(library: folder.path + "/library", stateHome: folder.path + "/state")
  }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("x", to: "library/here.txt")
  }

  private func state(_ names: some Sequence<String>) -> LibraryState {
    var state = LibraryState()
    state.apply(names.map { .read($0) })
    return state
  }

  private func prune(
    _ existing: Set<String>, on disk: any Disk = SystemDisk()
  ) throws(LibraryError) {
    var pruning = try StatePruning(
      location, existing: Set(existing.map { ArticlePath($0) }), on: disk)
    try pruning.apply()
  }

  /// So many that what was read is made use of when it is written.
  @Test(arguments: [1, 7, 30, 199]) func exactlyWhatIsGoneGoes(count: Int) throws {
    let names = (0..<200).map { "\($0).txt" }
    try folder.write(state(names).encoded(), to: PruneRuleTests.file)
    let gone = Set(names.shuffled().prefix(count))
    let left = Set(names).subtracting(gone)
    try prune(left)
    #expect(try folder.bytes(PruneRuleTests.file) == state(left).encoded())
    #expect(try folder.bytes(PruneRuleTests.file + ".bak") == state(names).encoded())
  }

  /// Even where one was made today.
  @Test func aBackupIsMadeEachTime() throws {
    try folder.write("an older one", to: PruneRuleTests.file + ".bak")
    try folder.write(state(["here.txt", "gone.txt"]).encoded(), to: PruneRuleTests.file)
    try prune(["here.txt"])
    let backup = try folder.bytes(PruneRuleTests.file + ".bak")
    #expect(backup == state(["here.txt", "gone.txt"]).encoded())
  }

  @Test func whereNothingIsGoneNothingIsDone() throws {
    try prune([])
    #expect(try folder.names() == ["library"])
    let bytes = state(["here.txt"]).encoded() + Array("\n".utf8)
    try folder.write(bytes, to: PruneRuleTests.file)
    try prune(["here.txt"])
    #expect(try folder.bytes(PruneRuleTests.file) == bytes)
    #expect(try folder.names() == ["library"])
  }

  @Test(arguments: [false, true]) func whatIsNotUnderstoodIsNotTouched(isNewer: Bool) throws {
    let text = String(decoding: state(["here.txt", "gone.txt"]).encoded(), as: UTF8.self)
    let file =
      isNewer
      ? text.replacing("\"minimumReader\": 1", with: "\"minimumReader\": 9")
      : String(text.dropLast(3))
    try folder.write(file, to: PruneRuleTests.file)
    let error = #expect(throws: LibraryError.self) {
      try StatePruning(location, existing: [ArticlePath("here.txt")])
    }
    #expect(error?.reason == (isNewer ? .newerFormat : .damaged))
    #expect(try folder.read(PruneRuleTests.file) == file)
  }

  /// The marks of a library that cannot be written are elsewhere.
  @Test func theFileThatStandsInIsPruned() throws {
    let fallback = try #require(location.fallback)
    let name = String(fallback.dropFirst(folder.path.count + 1))
    try folder.write(state(["here.txt", "gone.txt"]).encoded(), to: name)
    try prune(["here.txt"])
    #expect(try folder.bytes(name) == state(["here.txt"]).encoded())
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/library/.lectern"))
  }

  /// Where names cannot be exchanged, only the lock keeps others out.
  @Test func itTakesTheLock() throws {
    try folder.write(state(["here.txt", "gone.txt"]).encoded(), to: PruneRuleTests.file)
    try prune(["here.txt"], on: FaultyDisk(.init(unsupported: ["exchange"])))
    #expect(try folder.bytes(PruneRuleTests.file) == state(["here.txt"]).encoded())
  }
}
