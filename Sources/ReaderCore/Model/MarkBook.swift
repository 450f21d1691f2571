import Articles

/// All marks of the library, with what it takes to undo and redo their changes.
struct MarkBook: Sendable {
  private(set) var marks: [ArticlePath: Marks] = [:]
  /// Marks may be changed only after those on the disk are known.
  private(set) var isLoaded = false
  /// The article whose place had been noted last when the marks were read.
  private(set) var lastPlace: ArticlePath?
  var history = History()
  /// By their fingerprints, the marked articles that the folder does not hold.
  private var missing: [String: ArticlePath] = [:]
  /// Whether articles may have been renamed.
  var hasMissing: Bool { !missing.isEmpty }

  subscript(path: ArticlePath) -> Marks { marks[path] ?? Marks() }

  mutating func load(_ loaded: [ArticlePath: Marks]) {
    marks = loaded
    isLoaded = true
    lastPlace = MarkBook.lastPlace(in: marks)
  }

  mutating func merge(_ others: [ArticlePath: Marks]) {
    for (path, other) in others { marks[path, default: Marks()].merge(other) }
    lastPlace = MarkBook.lastPlace(in: marks)
  }

  var isEmpty: Bool { marks.isEmpty }

  /// The tags that are in use, in order, with the number of articles that have each.
  var tags: [(name: String, count: Int)] {
    var counts: [String: Int] = [:]
    for marks in marks.values where !marks.tags.isEmpty {
      for name in marks.tagNames { counts[name, default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The article whose place was noted last.
  private static func lastPlace(in marks: [ArticlePath: Marks]) -> ArticlePath? {
    marks.lazy.compactMap { path, marks in marks.position.map { (path: path, at: $0.at) } }
      .max { $0.at < $1.at }?.path
  }

  /// Notes which marked articles are missing, when all articles that there are have been found. Of
  /// several with one text, the one that was marked last counts.
  mutating func noteMissing(_ isPresent: (ArticlePath) -> Bool) {
    missing = [:]
    for (path, marks) in marks where !isPresent(path) {
      guard let fingerprint = marks.fingerprint else { continue }
      let other = missing[fingerprint].map { self[$0].latest ?? .min } ?? .min
      if marks.latest ?? .min > other { missing[fingerprint] = path }
    }
  }

  /// Gives an article without marks those of a missing one with the same text, with their stamps.
  /// - Returns: what was set, to be saved.
  mutating func adopt(_ path: ArticlePath, fingerprint: String) -> [MarkChange] {
    guard marks[path] == nil, let old = missing[fingerprint], let found = marks[old] else {
      return []
    }
    marks[path] = found
    return found.registers.map { mark, at in
      MarkChange(path: path, mark: mark, at: at, fingerprint: fingerprint)
    }
  }

  /// Sets one mark and returns the change with its stamp, to be saved. Not undoable by itself.
  mutating func set(_ wanted: Assignment, fingerprint: String?, now: Timestamp) -> MarkChange {
    marks.set(wanted, fingerprint: fingerprint, now: now)
  }
}
