import Articles

/// All marks of the library, with what it takes to undo and redo their changes.
struct MarkBook: Sendable {
  private(set) var marks: [ArticlePath: Marks] = [:]
  /// Marks may be changed only after those on the disk are known.
  private(set) var isLoaded = false
  var history = History()

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
}
