import Articles
import Storage
import Testing

/// The power goes at any operation of a save, and takes with it what it may.
///
/// Until a file is synced, its bytes may be lost, torn or zeros; until a folder is synced, its last
/// changes may be lost. Every state that this can leave is given to the real loader.
@Suite struct CrashProof {
  private static let folder = "/library/.lectern"
  private static let location = StateLocation(file: folder + "/state.json", locks: "/locks")
  private static let pace = Pace(gap: .zero, rest: 0)

  /// What is there before the save, and what the file system cannot do.
  enum Ground: String, CaseIterable {
    case noFolder, noFile, file, damagedFile, backup, temporary, conflictCopies, noExchange

    var unsupported: Set<String> { self == .noExchange ? ["exchange"] : [] }

    /// The marks that are there, in one file or another.
    var marks: Set<String> {
      switch self {
      case .noFolder, .noFile: []
      case .file, .damagedFile, .backup, .noExchange: ["old.txt"]
      case .temporary: ["old.txt", "displaced.txt"]
      case .conflictCopies: ["old.txt", "phone.txt", "laptop.txt"]
      }
    }

    var content: DiskContent {
      let file = CrashProof.state("old.txt")
      switch self {
      case .noFolder: return DiskContent()
      case .noFile: return DiskContent(folder, [:])
      case .file, .noExchange: return DiskContent(folder, ["state.json": file])
      case .damagedFile: return DiskContent(folder, ["state.json": file.dropLast(5)])
      case .backup: return DiskContent(folder, ["state.json": file, "state.json.bak": file])
      case .temporary:
        let name = ".state.json.tmp-\(Int32.max)-1"
        return DiskContent(folder, ["state.json": file, name: CrashProof.state("displaced.txt")])
      case .conflictCopies:
        return DiskContent(
          folder,
          [
            "state.json": file,
            "state.sync-conflict-20261124-101010-ABCDEFG.json": CrashProof.state("phone.txt"),
            "state (conflicted copy 2026-11-24 101010).json": CrashProof.state("laptop.txt"),
          ])
      }
    }
  }

  /// Long enough that a file takes several blocks of the disk.
  static func state(_ names: String...) -> [UInt8] {
    var state = LibraryState()
    state.apply(names.map(change))
    return state.encoded()
  }

  static func change(_ name: String) -> MarkChange {
    let quote = String(repeating: "words ", count: 120)
    let position = Position(offset: 1, quote: quote, progress: 0.5)
    return MarkChange(path: ArticlePath(name), mark: .position(position), at: 5)
  }

  /// Saves one mark after the other, and returns the disk as it was after each operation.
  private func run(
    on content: DiskContent, _ ground: Ground, saving names: [String]
  ) -> [DiskContent] {
    let model = ModelDisk(content)
    let disk = FaultyDisk(.init(unsupported: ground.unsupported), over: model)
    let store = StateStore(location: Self.location, on: disk, pace: Self.pace, now: { 1 << 40 }) {
      if case .saved(let changes) = $0 { model.acknowledge(changes) }
    }
    _ = store.load()
    for name in names {
      store.save([Self.change(name)])
      #expect(store.flush(deadline: 60_000))
    }
    return model.moments
  }

  /// What the next start finds.
  private func marks(_ files: [String: [UInt8]]) -> Set<String> {
    let disk = ModelDisk(DiskContent(Self.folder, files))
    let store = StateStore(location: Self.location, on: disk, pace: Self.pace) { _ in }
    return Set(store.load().marks.keys.map(\.displayString))
  }

  private struct Remains: Hashable {
    let files: [String: [UInt8]]
    let acknowledged: Int
  }

  /// All states that a power cut can leave, each once.
  private func remains(_ moments: [DiskContent]) -> [Remains] {
    var seen: Set<Remains> = []
    return moments.flatMap { moment in
      moment.remains(of: Self.folder).map { Remains(files: $0, acknowledged: moment.acknowledged) }
    }
    .filter { seen.insert($0).inserted }
  }

  /// The marks that were there, all that were reported to be saved, and of the rest the first ones.
  private func check(
    _ remains: [Remains], _ old: Set<String>, saving names: [String], _ note: String
  ) {
    for remains in remains {
      let found = marks(remains.files)
      let possible = (remains.acknowledged...max(remains.acknowledged, names.count)).map {
        old.union(names.prefix($0))
      }
      if possible.contains(found) { continue }
      Issue.record("\(note): \(found) in \(remains.files.mapValues(\.count)), \(remains)")
      return
    }
  }

  @Test(arguments: Ground.allCases) func aPowerCutLeavesTheOldOrTheNew(ground: Ground) {
    let names = ["one.txt", "two.txt"]
    let remains = remains(run(on: ground.content, ground, saving: names))
    check(remains, ground.marks, saving: names, "\(ground)")
    #expect(remains.count > 20, "\(ground): only \(remains.count) states")
    Proof.crash.report(remains.count, of: "states of the disk (\(ground))")
  }

  /// Another program has put the very marks there, and did not wait for the disk.
  @Test func whatIsThereAlreadyIsSavedOnlyOnceItIsSynced() {
    var content = DiskContent(Self.folder, [:])
    content.files = [DiskFile(bytes: Self.state("one.txt"), synced: [])]
    content.folders[Self.folder]?.change { $0["state.json"] = 0 }
    let moments = run(on: content, .file, saving: ["one.txt"])
    let reported = remains(moments).filter { $0.acknowledged > 0 }
    #expect(!reported.isEmpty)
    check(reported, [], saving: ["one.txt"], "an unsynced file")
  }

  /// What one power cut leaves is where the next save begins.
  @Test(arguments: Ground.allCases) func theSecondPowerCutIsNoWorse(ground: Ground) {
    var count = 0
    let firsts = remains(run(on: ground.content, ground, saving: ["one.txt"]))
    let step = Proof.count(max(1, firsts.count / 12), torture: 1)
    for (number, first) in firsts.enumerated() where number.isMultiple(of: step) {
      let old = marks(first.files)
      let content = DiskContent(Self.folder, first.files)
      let seconds = remains(run(on: content, ground, saving: ["next.txt"]))
      check(seconds, old, saving: ["next.txt"], "\(ground), \(first.files.mapValues(\.count))")
      count += seconds.count
    }
    Proof.pair.report(count, of: "states after two power cuts (\(ground))")
  }
}
