/// A mark that is to be set; it gets its stamp when it is.
package struct Assignment: Hashable, Sendable {
  package let path: ArticlePath
  package let mark: Mark

  package init(path: ArticlePath, mark: Mark) {
    self.path = path
    self.mark = mark
  }
}

/// Something that the user did to the marks, as one step of undo.
package struct Action: Hashable, Sendable, Identifiable {
  /// One mark that was set.
  package struct Change: Hashable, Sendable {
    package let assignment: Assignment
    /// What brings back what was there before, in order.
    package let restoring: [Mark]

    package init(_ assignment: Assignment, restoring: [Mark]) {
      self.assignment = assignment
      self.restoring = restoring
    }
  }

  /// A random number: windows and machines need not agree on it.
  package let id: UInt64
  package let at: Timestamp
  /// For messages: "Marked 12 articles read".
  package let name: String
  package let changes: [Change]

  package init(id: UInt64, at: Timestamp, name: String, changes: [Change]) {
    self.id = id
    self.at = at
    self.name = name
    self.changes = changes
  }

  /// An action that is about to set some marks.
  /// - Parameter marks: what the marks of an article are before it.
  package init(
    id: UInt64, at: Timestamp, name: String, setting wanted: [Assignment],
    over marks: (ArticlePath) -> Marks
  ) {
    let changes = wanted.map { Change($0, restoring: marks($0.path).restoring($0.mark)) }
    self.init(id: id, at: at, name: name, changes: changes)
  }

  /// What to set, in order, to take it back.
  package var undoing: [Assignment] {
    changes.reversed().flatMap { change in
      change.restoring.map { Assignment(path: change.assignment.path, mark: $0) }
    }
  }

  /// What to set, in order, to do it again.
  package var redoing: [Assignment] { changes.map(\.assignment) }
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
