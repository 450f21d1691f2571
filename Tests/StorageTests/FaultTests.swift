import Articles
import Foundation
import Storage
import Testing

/// Every call of a save fails in its turn, in every way.
@Suite struct FaultTests {
  /// What is there before the save, and what the file system can do.
  enum Ground: String, CaseIterable {
    case noFile, file, damagedFile, noExchange, noExchangeNorLink

    var unsupported: Set<String> {
      switch self {
      case .noFile, .file, .damagedFile: []
      case .noExchange: ["exchange"]
      case .noExchangeNorLink: ["exchange", "link"]
      }
    }
  }

  private static let pace = Pace(
    gap: .zero, rest: 0, retry: .milliseconds(1), longestRetry: .milliseconds(2))
  private static let codes = [EIO, ENOSPC, EROFS, EACCES]
  /// More than any save makes.
  private static let mostCalls = 100

  /// A library with a state file of one mark, and a save of another on a disk with a fault.
  private final class Trial {
    let folder: TemporaryFolder
    let disk: FaultyDisk
    let reports = Reports()
    private let hadFile: Bool
    private let store: StateStore

    init(_ ground: Ground, _ fault: FaultyDisk.Fault) throws {
      folder = try TemporaryFolder()
      try folder.write("x", to: "library/old.txt")
      hadFile = ground != .noFile
      if hadFile {
        var state = LibraryState()
        state.apply([.read("old.txt")])
        let bytes = state.encoded()
        try folder.write(
          ground == .damagedFile ? bytes.dropLast(3) : bytes, to: "library/.lectern/state.json")
      }
      var fault = fault
      fault.unsupported = ground.unsupported
      disk = FaultyDisk(fault)
      let location = StateLocation(
        file: folder.path + "/library/.lectern/state.json", locks: folder.path + "/locks")
      store = StateStore(
        location: location, on: disk, pace: FaultTests.pace, report: reports.add)
      store.save([.read("new.txt")])
    }

    /// What a reader would find in the file now.
    var found: LibraryState? {
      let path = folder.path + "/library/.lectern/state.json"
      guard let data = FileManager.default.contents(atPath: path) else { return LibraryState() }
      return LibraryState([UInt8](data)) ?? .salvaged([UInt8](data))
    }

    /// Old or new, and whole.
    func check(_ note: String) {
      let names = Set((found?.articles.keys).map { $0.map(\.displayString) } ?? [])
      let old: Set = hadFile ? ["old.txt"] : []
      #expect([old, old.union(["new.txt"])].contains(names), "\(note): \(names)")
      guard reports.saved > 0 else { return }
      #expect(reports.saved == 1, "\(note)")
      #expect(names == old.union(["new.txt"]), "\(note): saved is not true")
      #expect(disk.isNameSynced, "\(note): the name is not on the disk")
      let path = folder.path + "/library/.lectern/state.json"
      let inode = try? FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber]
      #expect(disk.isSynced(inode: (inode as? UInt64) ?? 0), "\(note): not on the disk")
    }
  }

  private func isOutcome(_ report: StateReport) -> Bool {
    switch report {
    case .saved, .failed: true
    case .merged, .notice: false
    }
  }

  @Test(arguments: Ground.allCases, FaultTests.codes)
  func oneFaultIsOvercome(ground: Ground, code: Int32) throws {
    var kinds: Set<String> = []
    for number in 0..<FaultTests.mostCalls {
      let trial = try Trial(ground, .init(first: number, code: code))
      let note = "\(ground), call \(number)"
      #expect(trial.reports.contains { if case .saved = $0 { true } else { false } }, "\(note)")
      trial.check("\(note) \(trial.disk.failed)")
      guard !trial.disk.failed.isEmpty else {
        #expect(kinds.isSuperset(of: ["openFolder", "open", "create", "write", "sync", "close"]))
        return
      }
      kinds.formUnion(trial.disk.failed)
    }
    Issue.record("a save of more than \(FaultTests.mostCalls) calls")
  }

  @Test(arguments: Ground.allCases, FaultTests.codes)
  func aLastingFaultCostsNothingThatWasSaved(ground: Ground, code: Int32) throws {
    for number in 0..<FaultTests.mostCalls {
      let trial = try Trial(ground, .init(first: number, count: .max, code: code))
      let note = "\(ground), from call \(number)"
      #expect(trial.reports.contains(isOutcome), "\(note)")
      trial.check(note)
      let isDone = trial.disk.failed.isEmpty
      trial.disk.heal()
      #expect(trial.reports.contains { if case .saved = $0 { true } else { false } }, "\(note)")
      trial.check("\(note), healed")
      if isDone { return }
    }
    Issue.record("a save of more than \(FaultTests.mostCalls) calls")
  }

  @Test(arguments: Ground.allCases, [1, 7])
  func shortWritesAreContinued(ground: Ground, longest: Int) throws {
    let trial = try Trial(ground, .init(longestWrite: longest))
    #expect(trial.reports.contains(isOutcome))
    #expect(trial.reports.saved == 1)
    trial.check("\(ground)")
  }

  @Test func aDiskThatTakesNothingIsFull() throws {
    let trial = try Trial(.file, .init(longestWrite: 0))
    #expect(
      trial.reports.contains { report in
        guard case .failed(let error, 1) = report else { return false }
        return error.reason == .system(ENOSPC) && error.operation == .write
      })
    trial.check("full")
    trial.disk.heal()
    #expect(trial.reports.contains { $0 == .saved(changes: 1) })
    trial.check("healed")
  }
}
