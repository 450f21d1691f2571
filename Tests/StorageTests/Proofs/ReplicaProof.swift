import Articles
import Seeded
import Storage
import Testing

/// Up to eight machines with clocks of their own mark articles while they are apart; a sync tool
/// carries the file about in any order, and where two versions meet keeps one as a conflict copy.
@Suite struct ReplicaProof {
  /// A register of an article.
  private struct Place: Hashable {
    let path: ArticlePath
    let register: Int
  }

  private struct Machine {
    var file = LibraryState().encoded()
    var copies: [[UInt8]] = []
    /// How wrong its clock is.
    let skew: Timestamp

    /// What the program does at its start.
    func state() throws -> LibraryState {
      var state = try #require(LibraryState(file))
      for copy in copies { state.merge(try #require(LibraryState(copy))) }
      return state
    }

    mutating func absorb() throws {
      file = try state().encoded()
      copies = []
    }
  }

  private struct World {
    var numbers: Seeded
    var machines: [Machine]
    var now: Timestamp = 1_000
    /// The latest action of each register: of two at one time, the one that is to win.
    var latest: [Place: (at: Timestamp, value: Bool)] = [:]

    init(_ seed: UInt64) {
      numbers = Seeded(seed)
      machines = []
      for _ in 0..<Int.random(in: 2...8, using: &numbers) {
        machines.append(Machine(skew: .random(in: -20...20, using: &numbers)))
      }
    }

    mutating func step() throws {
      now += Timestamp.random(in: 0...3, using: &numbers)
      let (one, other) = (machine(), machine())
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0, 1: try act(one)
      case 2: sync(one, other)
      default: try machines[one].absorb()
      }
    }

    private mutating func machine() -> Int { Int.random(in: machines.indices, using: &numbers) }

    /// The user marks something, and sees it marked.
    private mutating func act(_ index: Int) throws {
      var state = try machines[index].state()
      let value = Bool.random(using: &numbers)
      let place = Place(
        path: ArticlePath(["a", "b", "c"].randomElement(using: &numbers) ?? "a"),
        register: Int.random(in: 0..<3, using: &numbers))
      let marks = state.articles[place.path] ?? Marks()
      let time = marks.stamp(now: now + machines[index].skew)
      let mark: Mark = [.read(value), .starred(value), .tag("\u{E9}", value)][place.register]
      state.apply([MarkChange(path: place.path, mark: mark, at: time)])
      if World.value(place, in: state) != value { Issue.record("muted: \(place), \(time)") }
      machines[index].file = state.encoded()
      machines[index].copies = []
      note(place, time, value)
    }

    private mutating func note(_ place: Place, _ time: Timestamp, _ value: Bool) {
      guard let before = latest[place], before.at >= time else {
        return latest[place] = (time, value)
      }
      // Of read and unread at one time unread wins, of stars and tags the one that is set.
      let preferred = place.register != 0
      if before.at == time, value == preferred { latest[place] = (time, value) }
    }

    /// One version goes to both; the other becomes a copy, here or there or on both.
    mutating func sync(_ one: Int, _ other: Int) {
      sync(
        one, other, keepers: [[one], [other], [one, other]].randomElement(using: &numbers) ?? [])
    }

    private mutating func sync(_ one: Int, _ other: Int, keepers: [Int]) {
      let (winner, loser) = Bool.random(using: &numbers) ? (one, other) : (other, one)
      guard machines[winner].file != machines[loser].file else { return }
      let lost = machines[loser].file
      machines[loser].file = machines[winner].file
      for keeper in keepers { machines[keeper].copies.append(lost) }
    }

    static func value(_ place: Place, in state: LibraryState) -> Bool? {
      let marks = state.articles[place.path]
      switch place.register {
      case 0: return marks?.read?.value
      case 1: return marks?.starred?.value
      default: return marks?.tags["\u{E9}"]?.value
      }
    }

    /// Everyone meets everyone until nothing changes any more.
    /// - Returns: Whether that came to an end.
    mutating func settle() throws -> Bool {
      for _ in 0..<(machines.count + 2) {
        for index in machines.indices { try machines[index].absorb() }
        if machines.allSatisfy({ $0.file == machines[0].file }) { return true }
        for (one, other) in zip(machines.indices, machines.indices.dropFirst()) {
          sync(one, other, keepers: [one, other])
          try machines[one].absorb()
          try machines[other].absorb()
        }
      }
      return false
    }
  }

  @Test func allMachinesEndWithTheSameBytes() throws {
    let first: UInt64 = .random(in: 0...UInt64.max)
    let histories = Proof.count(4_000, torture: 1_000_000)
    for history in 0..<histories {
      let seed = first &+ UInt64(history)
      var world = World(seed)
      for _ in 0..<Int.random(in: 5...40, using: &world.numbers) { try world.step() }
      let isSettled = try world.settle()
      try #require(isSettled, "seed \(seed)")
      let state = try #require(LibraryState(world.machines[0].file))
      let isRight = world.latest.allSatisfy { World.value($0.key, in: state) == $0.value.value }
      #expect(isRight, "seed \(seed)")
    }
    Proof.replicas.report(histories, of: "histories")
  }
}
