import Articles

/// A mark that is to be set; it gets its stamp when it is.
struct Assignment: Hashable, Sendable {
  let path: ArticlePath
  let mark: Mark
}

/// All marks of the library, with what it takes to undo and redo the changes of this run.
struct MarkBook: Sendable {
  /// Something that the user did, as one step of undo.
  struct Action: Hashable, Sendable {
    /// For the message: "Marked 12 articles read".
    let name: String
    /// What to set, in order, to take it back and to do it again.
    let undoing: [Assignment]
    let redoing: [Assignment]
  }

  private(set) var marks: [ArticlePath: Marks] = [:]
  /// Marks may be changed only after those on the disk are known.
  private(set) var isLoaded = false
  private var undoable: [Action] = []
  private var redoable: [Action] = []

  subscript(path: ArticlePath) -> Marks { marks[path] ?? Marks() }

  mutating func load(_ loaded: [ArticlePath: Marks]) {
    marks = loaded
    isLoaded = true
  }

  mutating func merge(_ others: [ArticlePath: Marks]) {
    for (path, other) in others { marks[path, default: Marks()].merge(other) }
  }

  var isEmpty: Bool { marks.isEmpty }

  /// The article whose place was noted last.
  var lastPlace: ArticlePath? {
    marks.filter { $0.value.position != nil }
      .max { ($0.value.position?.at ?? .min) < ($1.value.position?.at ?? .min) }?.key
  }

  /// Sets one mark and returns the change with its stamp, to be saved. Not undoable by itself.
  mutating func set(_ wanted: Assignment, fingerprint: String?, now: Timestamp) -> MarkChange {
    let change = MarkChange(
      path: wanted.path, mark: wanted.mark, at: self[wanted.path].stamp(now: now),
      fingerprint: fingerprint)
    marks[wanted.path, default: Marks()].apply(change)
    return change
  }

  /// Remembers marks that are about to be set, so that they can be undone together.
  mutating func record(_ wanted: [Assignment], name: String) {
    let undoing = wanted.reversed().flatMap { assignment in
      self[assignment.path].restoring(assignment.mark).map {
        Assignment(path: assignment.path, mark: $0)
      }
    }
    undoable.append(Action(name: name, undoing: undoing, redoing: wanted))
    redoable.removeAll()
  }

  /// The latest action that is not undone; it moves to those that can be done again.
  mutating func undo() -> Action? {
    guard let action = undoable.popLast() else { return nil }
    redoable.append(action)
    return action
  }

  /// The action that was undone last; it moves back to those that can be undone.
  mutating func redo() -> Action? {
    guard let action = redoable.popLast() else { return nil }
    undoable.append(action)
    return action
  }
}

extension Marks {
  /// The marks that bring back what `mark` is about to change. A position is set again after
  /// *unread*, because an article counts as being read when its position is the later of the two.
  fileprivate func restoring(_ mark: Mark) -> [Mark] {
    switch mark {
    case .read:
      switch state {
      case .read: [.read(true)]
      case .unread: [.read(false)]
      case .reading: [.read(false)] + (position.map { [.position($0.value)] } ?? [])
      }
    case .position: position.map { [.position($0.value)] } ?? []
    case .starred: [.starred(isStarred)]
    case .tag(let name, _): [.tag(name, tags[name]?.value ?? false)]
    }
  }
}
