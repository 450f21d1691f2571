import Articles

/// A state, and what has changed in it since it was last written, so that a save need not encode
/// everything anew.
struct Memory {
  private(set) var state = LibraryState()
  /// The bytes that held the state before the articles in `touched` changed; nil where none are known.
  private var basis: Fingerprint?
  private var touched: Set<ArticlePath> = []

  /// Takes what is newer in the other state; see `LibraryState.merge`.
  mutating func merge(_ other: LibraryState) -> [ArticlePath: Marks] {
    let changed = state.merge(other)
    touch(changed.keys)
    return changed
  }

  /// Takes what was read from a file, likewise.
  mutating func merge(_ file: StateReading, of bytes: Fingerprint) -> [ArticlePath: Marks] {
    let isFirst = state.isEmpty
    let changed = merge(file.state)
    if isFirst, file.isAsWritten { wrote(bytes) }
    return changed
  }

  mutating func apply(_ changes: [MarkChange]) {
    state.apply(changes)
    touch(changes.lazy.map(\.path))
  }

  /// Forgets articles, unless their marks have become others than these.
  mutating func drop(_ marks: [ArticlePath: Marks]) {
    for (path, dropped) in marks where state.articles[path] == dropped {
      state.articles[path] = nil
      basis = nil
    }
  }

  private mutating func touch(_ paths: some Sequence<ArticlePath>) {
    if basis != nil { touched.formUnion(paths) }
  }

  /// The bytes of the state.
  /// - Parameter present: what stands in the file; if it is what was last written, it is made use of.
  func encoded(over present: Snapshot?) -> Pieces {
    // With many changes, looking for their lines is no gain.
    guard let present, present.fingerprint == basis, touched.count < state.articles.count / 8,
      let patch = StatePatch(of: present.bytes, state)
    else { return Pieces(state.encoded()) }
    return patch.applied(touched)
  }

  /// The state has been written as these bytes.
  mutating func wrote(_ bytes: Fingerprint) {
    basis = bytes
    touched = []
  }
}
