import Articles
import Foundation
import Storage

/// How long reading and writing the state file of a library takes in which all is marked.
struct StateMeasurement {
  let count: Int
  let runs: Int
  let folder: URL

  func run() throws {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let bytes = Data(content())
    var (loads, firsts, ones): ([Double?], [Double?], [Double?]) = ([], [], [])
    var stores: [StateStore] = []
    for run in 0..<runs {
      let file = folder.appending(path: "state-\(run).json")
      try bytes.write(to: file)
      let store = store(file)
      // Taking one down takes time from the next.
      stores.append(store)
      loads.append(time { _ = store.load() })
      // Its marks are not written anew where the file is as this program writes it.
      firsts.append(time { save([StateMeasurement.opening(run, at: 1)], in: store) })
      ones.append(time { save([StateMeasurement.opening(run, at: 2)], in: store) })
      try FileManager.default.removeItem(at: file)
    }
    let goal = Goal.median(150 * Double(count) / 100_000)
    Report.times("load", loads, goal: goal)
    Report.times("first save", firsts, goal: goal)
    Report.times("next save", ones, goal: goal)
  }

  /// A file with marks of all articles.
  private func content() -> [UInt8] {
    var state = LibraryState()
    state.apply((0..<count).flatMap(StateMeasurement.marks))
    return state.encoded()
  }

  private func store(_ file: URL) -> StateStore {
    StateStore(
      location: StateLocation(file: file.path), pace: Pace(gap: .zero, rest: 0), report: { _ in })
  }

  private func save(_ changes: [MarkChange], in store: StateStore) -> Bool {
    store.save(changes)
    return store.flush(deadline: 60_000)
  }

  private func time(_ body: () -> Bool) -> Double? {
    let start = ContinuousClock.now
    guard body() else { return nil }
    return start.duration(to: .now) / .milliseconds(1)
  }

  private func time(_ body: () -> Void) -> Double? {
    time { () -> Bool in
      body()
      return true
    }
  }

  private static let start: Timestamp = 1_764_000_000_000

  private static func path(_ number: Int) -> ArticlePath {
    ArticlePath("folder-\(number % 100)/an-article-of-some-name-\(number).txt")
  }

  /// Half of the articles read, a third opened, a tenth starred or tagged.
  private static func marks(_ number: Int) -> [MarkChange] {
    let digits = String(number &* 0x9E37_79B9_7F4A_7C1 & .max, radix: 16)
    let fingerprint = String((digits + digits + digits).prefix(32))
    var marks: [Mark] = [.read(number.isMultiple(of: 2))]
    if number.isMultiple(of: 3) {
      let share = Double(number % 1_000) / 1_000
      marks.append(
        .position(Position(offset: number, quote: "some words at the place", progress: share)))
    }
    if number % 10 == 0 { marks.append(.starred(true)) }
    if number % 10 == 1 { marks.append(.tag("http", true)) }
    return marks.map {
      MarkChange(path: path(number), mark: $0, at: start + 1, fingerprint: fingerprint)
    }
  }

  private static func opening(_ number: Int, at time: Timestamp) -> MarkChange {
    MarkChange(path: path(number), mark: .starred(true), at: start + 10 + time)
  }
}
