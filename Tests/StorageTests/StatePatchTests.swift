import Articles
import Foundation
import Storage
import Testing

@Suite struct StatePatchTests {
  /// Paths that are neighbours, that need an escape, and that sort before and after all others.
  private static let names = [
    " ", "a", "a ", "a\"", "a%", "a,", "aa", "a}", "b\\", "b\n", "é", "e\u{301}", "z/y.txt", "~",
  ]

  private static func change(_ name: String, at time: Timestamp) -> MarkChange {
    MarkChange(path: ArticlePath(name), mark: .read(time.isMultiple(of: 2)), at: time)
  }

  /// Each subset is given by the bits of a number.
  private static func subset(_ bits: Int) -> [String] {
    names.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
  }

  @Test(arguments: [0, 1, 2, 0x2000, 0x1555, 0x2AAA, 0x3FFF])
  func aPatchedFileIsTheSameAsOneEncodedAnew(bits: Int) throws {
    var before = LibraryState()
    before.apply(StatePatchTests.subset(bits).map { StatePatchTests.change($0, at: 10) })
    let file = before.encoded()
    // Every single change, and many together: a stride that meets all names.
    for changed in Array(0..<14).map({ 1 << $0 }) + Array(stride(from: 3, through: 0x3FFF, by: 131))
    {
      var after = before
      let names = StatePatchTests.subset(changed)
      after.apply(names.map { StatePatchTests.change($0, at: 11) })
      let patch = try #require(StatePatch(of: file, after))
      let paths = names.reversed().map { ArticlePath($0) }
      #expect(patch.applied(paths).joined == after.encoded(), "\(bits), changed \(changed)")
    }
  }

  @Test func nothingChangedIsTheSameFile() throws {
    var state = LibraryState()
    state.apply([StatePatchTests.change("a", at: 1)])
    let patch = try #require(StatePatch(of: state.encoded(), state))
    #expect(patch.applied([]).joined == state.encoded())
  }

  @Test func anotherHeaderCannotBePatched() {
    var newer = LibraryState()
    newer.version = 2
    #expect(StatePatch(of: LibraryState().encoded(), newer) == nil)
    #expect(StatePatch(of: [], LibraryState()) == nil)
    #expect(StatePatch(of: Array(LibraryState().encoded().dropLast(9)), LibraryState()) == nil)
  }

  /// The store makes use of patches, from its first save on where it has read what it would write.
  @Test(arguments: [false, true]) func manySavesAreAsOne(startsAnew: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "library/a.txt")
    let location = StateLocation(library: folder.path + "/library", stateHome: nil)
    var store = StateStore(location: location) { _ in }
    var state = LibraryState()
    let all = (0..<40).map { StatePatchTests.change("\($0 * 7 % 40).txt", at: Timestamp($0)) }
    for changes in [Array(all[..<30])] + all[30...].map({ [$0] }) + [[all[3]]] {
      store.save(changes)
      state.apply(changes)
      #expect(store.flush(deadline: 10_000))
      if startsAnew {
        store = StateStore(location: location) { _ in }
        #expect(store.load().marks == state.articles)
      }
      #expect(try folder.read("library/.lectern/state.json").utf8.elementsEqual(state.encoded()))
    }
  }

  /// Of a large file, what stays is not copied; nor is it read into memory to see that nobody else has
  /// changed it.
  @Test func aLargeFileIsWrittenInPieces() throws {
    let folder = try TemporaryFolder()
    var state = LibraryState()
    state.apply((0..<6_000).map { StatePatchTests.change("folder/article-\($0).txt", at: 5) })
    let old = state.encoded()
    #expect(old.count > 5 << 16)
    try folder.write(old, to: "library/.lectern/state.json")
    let store = StateStore(
      location: StateLocation(library: folder.path + "/library", stateHome: nil)
    ) { _ in }
    _ = store.load()
    for (number, names) in [["a"], ["folder/article-3.txt", "z"], [], ["folder/article-99.txt"]]
      .enumerated()
    {
      let changes = names.map { StatePatchTests.change($0, at: Timestamp(10 + number)) }
      store.save(changes)
      state.apply(changes)
      #expect(store.flush(deadline: 10_000))
      #expect(try folder.bytes("library/.lectern/state.json") == state.encoded())
    }
    // The first save has found what it had read, and kept it.
    #expect(try folder.bytes("library/.lectern/state.json.bak") == old)
    let status = {
      try FileManager.default.attributesOfItem(
        atPath: folder.path + "/library/.lectern/state.json")[.systemFileNumber] as? Int
    }
    let before = try status()
    store.save([StatePatchTests.change("a", at: 10)])
    #expect(store.flush(deadline: 10_000))
    #expect(try status() == before, "nothing has changed, so nothing is written")
  }
}
