import Articles
import Storage
import Testing

/// Dropping the marks of articles that are gone, while windows are open that know them.
@Suite struct PruneTests {
  private let folder: TemporaryFolder
  private var location: StateLocation {
    StateLocation(library: folder.path + "/library", stateHome: folder.path + "/state")
  }
  private static let file = "library/.lectern/state.json"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("x", to: "library/here.txt")
  }

  private func window() -> StateStore {
    let store = StateStore(location: location) { _ in }
    _ = store.load()
    return store
  }

  private func mark(_ name: String, in store: StateStore, at time: Timestamp = 5) {
    store.save([.read(name, at: time)])
    #expect(store.flush(deadline: 10_000))
  }

  /// - Parameter existing: the articles that are there.
  private func prune(_ existing: String...) throws {
    var pruning = try StatePruning(location, existing: Set(existing.map { ArticlePath($0) }))
    try pruning.apply()
  }

  private var marked: Set<String> {
    get throws {
      let state = try #require(LibraryState(try folder.bytes(PruneTests.file)))
      return Set(state.articles.keys.map(\.displayString))
    }
  }

  @Test func anOpenWindowDropsThemToo() throws {
    let window = self.window()
    for name in ["here.txt", "gone.txt"] { mark(name, in: window) }
    let other = self.window()
    try prune("here.txt")
    #expect(try marked == ["here.txt"])
    mark("new.txt", in: window)
    mark("newer.txt", in: other)
    #expect(try marked == ["here.txt", "new.txt", "newer.txt"])
    // Also when it is not the first to save, and has looked at the file before.
    window.refresh()
    mark("newest.txt", in: window)
    #expect(try marked == ["here.txt", "new.txt", "newer.txt", "newest.txt"])
  }

  @Test func aMarkMadeSinceStays() throws {
    let window = self.window()
    mark("gone.txt", in: window)
    var pruning = try StatePruning(location, existing: [])
    mark("gone.txt", in: window, at: 9)
    try pruning.apply()
    #expect(try marked == ["gone.txt"])
    try prune("here.txt")
    // The window marks it again before it knows that it was dropped.
    mark("gone.txt", in: window, at: 10)
    mark("x", in: window)
    #expect(try marked == ["gone.txt", "x"])
  }

  /// What is missing from a file that a sync tool puts back was not dropped by anybody.
  @Test func anOlderFileTakesNothing() throws {
    let window = self.window()
    mark("gone.txt", in: window)
    let older = try folder.bytes(PruneTests.file)
    mark("here.txt", in: window)
    try prune("here.txt")
    try folder.write(older, to: PruneTests.file)
    window.refresh()
    mark("x", in: window)
    // The older file has brought back what was dropped; it can be dropped again.
    #expect(try marked == ["gone.txt", "here.txt", "x"])
    try prune("here.txt", "x")
    mark("y", in: window)
    #expect(try marked == ["here.txt", "x", "y"])
  }

  @Test func whatWasDroppedOnceMayComeBack() throws {
    let window = self.window()
    mark("gone.txt", in: window)
    let backup = try folder.bytes(PruneTests.file)
    try prune()
    #expect(try marked == [])
    try folder.write(backup, to: PruneTests.file)
    let later = self.window()
    mark("x", in: later)
    mark("y", in: window)
    #expect(try marked == ["gone.txt", "x", "y"])
  }

  @Test func aRecordThatIsNoneSaysNothing() throws {
    let window = self.window()
    mark("gone.txt", in: window)
    try folder.write(
      "{", to: String(try #require(location.pruned).dropFirst(folder.path.count + 1)))
    mark("x", in: window)
    #expect(try marked == ["gone.txt", "x"])
  }

  // MARK: What others put in the place of the file

  /// The very file that a window has read last.
  @Test func theSameFileBroughtBackCountsAgain() throws {
    let window = self.window()
    mark("gone.txt", in: window)
    let last = try folder.bytes(PruneTests.file)
    try prune()
    try folder.write(last, to: PruneTests.file)
    mark("x", in: window)
    #expect(try marked == ["gone.txt", "x"])
  }

  /// A record is for those who knew the marks when it was made, and once.
  @Test(arguments: [false, true]) func anOldRecordDropsNothing(wasOpen: Bool) throws {
    var window = self.window()
    for name in ["here.txt", "gone.txt"] { mark(name, in: window) }
    let all = try folder.bytes(PruneTests.file)
    try prune("here.txt")
    let pruned = try folder.bytes(PruneTests.file)
    if wasOpen { mark("x", in: window) }
    try folder.write(all, to: PruneTests.file)
    if wasOpen { mark("y", in: window) } else { window = self.window() }
    try folder.write(pruned, to: PruneTests.file)
    mark("z", in: window)
    #expect(try marked.subtracting(["x", "y"]) == ["here.txt", "gone.txt", "z"])
  }

  @Test func ofADamagedRecordNothingIsTaken() throws {
    let window = self.window()
    mark("gone.txt", in: window)
    var state = LibraryState()
    state.articles = StateStore(location: location) { _ in }.load().marks
    let record = String(try #require(location.pruned).dropFirst(folder.path.count + 1))
    try folder.write(Array(state.encoded().dropLast(3)), to: record)
    folder.remove(PruneTests.file)
    mark("x", in: window)
    #expect(try marked == ["gone.txt", "x"])
  }

  /// A window that only looks knows it too, and has nothing to write.
  @Test func aLookIsEnough() throws {
    let reports = Reports()
    let window = StateStore(
      location: location, pace: Pace(gap: .zero, rest: 0), report: reports.add)
    for name in ["here.txt", "gone.txt"] { mark(name, in: window) }
    try prune("here.txt")
    mark("new.txt", in: self.window())
    window.refresh()
    #expect(
      reports.contains { report in
        guard case .merged(let marks) = report else { return false }
        return marks.keys.contains(ArticlePath("new.txt"))
      })
    mark("x", in: window)
    #expect(!reports.all.contains(.saved(changes: 0)))
    #expect(try marked == ["here.txt", "new.txt", "x"])
  }
}
