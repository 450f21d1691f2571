/// What happened to the actions of a library, one step after the other.
package enum HistoryEntry: Hashable, Sendable {
  case did(Action)
  case undid(Action.ID, at: Timestamp)
  case redid(Action.ID, at: Timestamp)
}

/// The actions that can be undone and done again, by whichever window or command they were done.
///
/// Entries of other windows come late and may come twice, so an entry that says nothing new is none.
package struct History: Hashable, Sendable {
  /// So many actions are kept.
  package static let longest = 10_000

  /// By time, the latest last.
  package private(set) var undoable: [Action] = []
  /// The one that was undone last is last.
  package private(set) var redoable: [Action] = []
  private var known: Set<Action.ID> = []

  package init() {}

  package init(_ entries: some Sequence<HistoryEntry>) {
    for entry in entries { take(entry) }
  }

  /// The time of an action that is done now: not before the one that is undone next, also where the
  /// clock went backwards.
  package func time(now: Timestamp) -> Timestamp { max(now, undoable.last?.at ?? now) }

  package mutating func take(_ entry: HistoryEntry) {
    switch entry {
    case .did(let action):
      guard known.insert(action.id).inserted else { return }
      insert(action)
      // What was undone before something else was done cannot be done again.
      redoable.removeAll()
    case .undid(let id, _):
      guard let index = undoable.lastIndex(where: { $0.id == id }) else { return }
      redoable.append(undoable.remove(at: index))
    case .redid(let id, _):
      guard let index = redoable.lastIndex(where: { $0.id == id }) else { return }
      insert(redoable.remove(at: index))
    }
  }

  private mutating func insert(_ action: Action) {
    let place = undoable.lastIndex { $0.at <= action.at }.map { $0 + 1 } ?? 0
    undoable.insert(action, at: place)
    if undoable.count > History.longest { undoable.removeFirst() }
  }
}
