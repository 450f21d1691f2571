import Articles
import Foundation
import ReaderCore
import Storage
import Synchronization

/// The marks of a library for a command that changes them: what it does is saved, and can be undone
/// in every window.
struct Marking {
  private let store: StateStore
  private let troubles = Troubles()
  private let marks: [ArticlePath: Marks]
  let history: History
  /// What is known of the articles that get marks.
  private var fingerprints: [ArticlePath: String] = [:]

  /// How long a command waits for the disk, in milliseconds.
  private static let patience = 10_000

  init(_ location: StateLocation) throws(Failure) {
    store = StateStore(location: location, report: troubles.take)
    let loaded = store.load()
    for case .unreadable(let error) in loaded.notices { throw .state(error) }
    marks = loaded.marks
    history = History(store.history())
  }

  /// Sets one mark on some articles, as one action.
  /// - Returns: the name of the action; nil where all have the mark already.
  mutating func set(
    _ mark: Mark, on paths: [ArticlePath], of library: Library, name: (Int) -> String
  ) throws(Failure) -> String? {
    let wanted = paths.filter { !(marks[$0] ?? Marks()).has(mark) }
      .map { Assignment(path: $0, mark: mark) }
    guard !wanted.isEmpty else { return nil }
    for path in paths { fingerprints[path] = try? library.fingerprint(path) }
    let action = Action(
      id: .random(in: .min ... .max), at: history.time(now: StateStore.wallClock()),
      name: name(wanted.count), setting: wanted
    ) { marks[$0] ?? Marks() }
    try save(action.redoing, .did(action))
    return action.name
  }

  /// Takes back the latest action; its name.
  func undo() throws(Failure) -> String? {
    guard let action = history.undoable.last else { return nil }
    try save(action.undoing, .undid(action.id, at: StateStore.wallClock()))
    return action.name
  }

  /// Does again what was taken back last; its name.
  func redo() throws(Failure) -> String? {
    guard let action = history.redoable.last else { return nil }
    try save(action.redoing, .redid(action.id, at: StateStore.wallClock()))
    return action.name
  }

  private func save(_ wanted: [Assignment], _ entry: HistoryEntry) throws(Failure) {
    var marks = marks
    let now = StateStore.wallClock()
    let changes = wanted.map { assignment in
      marks.set(assignment, fingerprint: fingerprints[assignment.path], now: now)
    }
    store.log(entry)
    store.save(changes)
    guard store.flush(deadline: Marking.patience) else {
      throw .notSaved(troubles.latest, marks: changes.count)
    }
  }
}

/// Why the marks could not be saved.
private final class Troubles: Sendable {
  private let error = Mutex<LibraryError?>(nil)

  var latest: LibraryError? { error.withLock { $0 } }

  func take(_ report: StateReport) {
    if case .failed(let error, _) = report { self.error.withLock { $0 = error } }
  }
}
