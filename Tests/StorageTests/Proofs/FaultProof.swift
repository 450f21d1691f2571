import Articles
import Glibc
import Storage
import Testing

/// Every call of a save fails in its turn, in every way.
@Suite struct FaultProof {
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
  private static let codes = [EIO, ENOSPC, EINTR, EROFS, EDQUOT, EACCES, EBUSY, EXDEV]
  /// More than any save makes.
  private static let mostCalls = 100

  /// A library with a state file of one mark, and a save of another on a disk with a fault.
  private final class Trial {
    let disk: FaultyDisk
    let reports = Reports()
    private let model: ModelDisk
    private let old: Set<String>
    private let store: StateStore
    private static let folder = "/library/.lectern"

    init(_ ground: Ground, _ fault: FaultyDisk.Fault) throws {
      old = ground == .noFile ? [] : ["old.txt"]
      var state = LibraryState()
      state.apply(old.map { .read($0) })
      let bytes = ground == .damagedFile ? state.encoded().dropLast(3) : state.encoded()
      model = ModelDisk(
        ground == .noFile
          ? DiskContent() : DiskContent(Trial.folder, ["state.json": bytes]))
      var fault = fault
      fault.unsupported = ground.unsupported
      disk = FaultyDisk(fault, over: model)
      store = StateStore(
        location: StateLocation(file: Trial.folder + "/state.json", locks: "/locks"), on: disk,
        pace: FaultProof.pace, report: reports.add)
      store.save([.read("new.txt")])
    }

    /// Old or new, and whole; and after a report of success new, even if the power goes.
    func check(_ note: String) {
      let isSaved = reports.saved > 0
      let all = old.union(["new.txt"])
      let found = names(model.content.files(in: Trial.folder))
      #expect([old, all].contains(found), "\(note): \(found)")
      guard isSaved else { return }
      #expect(reports.saved == 1, "\(note)")
      let isKept = model.content.remains(of: Trial.folder).allSatisfy { names($0) == all }
      #expect(isKept, "\(note): saved is not true")
    }

    private func names(_ files: [String: [UInt8]]) -> Set<String> {
      guard let bytes = files["state.json"] else { return [] }
      let state = LibraryState(bytes) ?? .salvaged(bytes)
      return Set(state.articles.keys.map(\.displayString))
    }
  }

  private func isOutcome(_ report: StateReport) -> Bool {
    switch report {
    case .saved, .failed: true
    case .merged, .history, .notice: false
    }
  }

  @Test(arguments: Ground.allCases, FaultProof.codes)
  func oneFaultIsOvercome(ground: Ground, code: Int32) throws {
    var kinds: Set<String> = []
    for number in 0..<FaultProof.mostCalls {
      let trial = try Trial(ground, .init(first: number, code: code))
      let note = "\(ground), call \(number)"
      #expect(trial.reports.contains { if case .saved = $0 { true } else { false } }, "\(note)")
      trial.check("\(note) \(trial.disk.failed)")
      guard !trial.disk.failed.isEmpty else {
        Proof.fault.report(number, of: "operations that fail once (\(ground), errno \(code))")
        #expect(kinds.isSuperset(of: ["openFolder", "open", "create", "write", "sync", "close"]))
        return
      }
      kinds.formUnion(trial.disk.failed)
    }
    Issue.record("a save of more than \(FaultProof.mostCalls) calls")
  }

  @Test(arguments: Ground.allCases, FaultProof.codes)
  func aLastingFaultCostsNothingThatWasSaved(ground: Ground, code: Int32) throws {
    for number in 0..<FaultProof.mostCalls {
      let trial = try Trial(ground, .init(first: number, count: .max, code: code))
      let note = "\(ground), from call \(number)"
      #expect(trial.reports.contains(isOutcome), "\(note)")
      trial.check(note)
      let isDone = trial.disk.failed.isEmpty
      trial.disk.heal()
      #expect(trial.reports.contains { if case .saved = $0 { true } else { false } }, "\(note)")
      trial.check("\(note), healed")
      if isDone {
        return Proof.fault.report(
          number, of: "operations that fail for good (\(ground), errno \(code))")
      }
    }
    Issue.record("a save of more than \(FaultProof.mostCalls) calls")
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
