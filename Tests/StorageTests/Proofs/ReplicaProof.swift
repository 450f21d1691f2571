import Articles
import Seeded
import Storage
import Testing

/// Up to eight machines with clocks of their own mark and rename articles while they are apart; a sync
/// tool carries the file about in any order, and where two versions meet keeps one as a conflict copy.
@Suite struct ReplicaProof {
  /// A register of an article.
  private struct Place: Hashable {
    let path: ArticlePath
    let register: Int
  }

  /// Reads a file once, however many machines have it.
  private final class FileReader {
    private var known: [[UInt8]: LibraryState] = [:]

    func state(_ file: [UInt8]) throws -> LibraryState {
      if let state = known[file] { return state }
      let state = try #require(LibraryState(file))
      known[file] = state
      return state
    }
  }

  private struct Machine {
    let reader: FileReader
    var file: [UInt8]
    var copies: [[UInt8]] = []
    /// How wrong its clock is.
    let skew: Timestamp

    /// What the program does at its start.
    func state() throws -> LibraryState {
      var state = try reader.state(file)
      for copy in copies { state.merge(try reader.state(copy)) }
      return state
    }

    /// Nothing is written where there is nothing new.
    mutating func absorb() throws {
      guard !copies.isEmpty else { return }
      file = try state().encoded()
      copies = []
    }
  }

  private struct World {
    private static let empty = LibraryState().encoded()
    private static let paths = ["a", "b", "c", "d", "e"].map { ArticlePath($0) }

    var numbers: Seeded
    var machines: [Machine]
    var now: Timestamp = 1_000
    /// The latest action of each register: of two at one time, the one that is to win.
    var latest: [Place: (at: Timestamp, value: Bool)] = [:]

    init(_ seed: UInt64) {
      numbers = Seeded(seed)
      machines = []
      let reader = FileReader()
      for _ in 0..<Int.random(in: 2...8, using: &numbers) {
        let skew = Timestamp.random(in: -20...20, using: &numbers)
        machines.append(Machine(reader: reader, file: World.empty, skew: skew))
      }
    }

    mutating func step() throws {
      now += Timestamp.random(in: 0...3, using: &numbers)
      let (one, other) = (machine(), machine())
      switch Int.random(in: 0..<8, using: &numbers) {
      case 0...2: try act(one)
      case 3: try rename(one)
      case 4, 5: sync(one, other)
      default: try machines[one].absorb()
      }
    }

    private mutating func machine() -> Int { Int.random(in: machines.indices, using: &numbers) }

    private mutating func path() -> ArticlePath {
      World.paths.randomElement(using: &numbers) ?? World.paths[0]
    }

    /// The user marks something, and sees it marked.
    private mutating func act(_ index: Int) throws {
      var state = try machines[index].state()
      let value = Bool.random(using: &numbers)
      let place = Place(path: path(), register: Int.random(in: 0..<3, using: &numbers))
      let marks = state.articles[place.path] ?? Marks()
      let time = marks.stamp(now: now + machines[index].skew)
      let mark: Mark = [.read(value), .starred(value), .tag("\u{E9}", value)][place.register]
      let text = ["x", "y", nil].randomElement(using: &numbers) ?? nil
      state.apply([MarkChange(path: place.path, mark: mark, at: time, fingerprint: text)])
      if World.value(place, in: state) != value { Issue.record("muted: \(place), \(time)") }
      write(state, on: index)
      note(place, time, value)
    }

    /// An article without marks takes over those of one that was renamed, with their times.
    private mutating func rename(_ index: Int) throws {
      var state = try machines[index].state()
      let (old, new) = (path(), path())
      guard state.articles[new] == nil, let marks = state.articles[old] else { return }
      state.apply(
        marks.registers.map {
          MarkChange(path: new, mark: $0.mark, at: $0.at, fingerprint: marks.fingerprint)
        })
      write(state, on: index)
      for register in 0..<3 {
        let time = [marks.read?.at, marks.starred?.at, marks.tags["\u{E9}"]?.at][register]
        let place = Place(path: new, register: register)
        if let time, let value = World.value(place, in: state) { note(place, time, value) }
      }
    }

    private mutating func write(_ state: LibraryState, on index: Int) {
      machines[index].file = state.encoded()
      machines[index].copies = []
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

    /// Neighbours meet, up the row and down again, until nothing changes any more.
    /// - Returns: Whether that came to an end.
    mutating func settle() throws -> Bool {
      for index in machines.indices { try machines[index].absorb() }
      let pairs = Array(zip(machines.indices, machines.indices.dropFirst()))
      for (one, other) in pairs + pairs.reversed() {
        sync(one, other, keepers: [one, other])
        try machines[one].absorb()
        try machines[other].absorb()
      }
      return machines.allSatisfy { $0.file == machines[0].file }
    }
  }

  @Test func allMachinesEndWithTheSameBytes() throws {
    let first: UInt64 = .random(in: 0...UInt64.max)
    let histories = Proof.isShort ? 2_000 : Proof.count(100_000, torture: 1_000_000)
    for history in 0..<histories {
      let seed = first &+ UInt64(history)
      var world = World(seed)
      for _ in 0..<Int.random(in: 5...40, using: &world.numbers) { try world.step() }
      let isSettled = try world.settle()
      try #require(isSettled, "seed \(seed)")
      let state = try #require(LibraryState(world.machines[0].file))
      try #require(state.encoded() == world.machines[0].file, "seed \(seed)")
      let isRight = world.latest.allSatisfy { World.value($0.key, in: state) == $0.value.value }
      #expect(isRight, "seed \(seed)")
    }
    Proof.replicas.report(histories, of: "histories")
  }
}
