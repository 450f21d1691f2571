/// One register of an article and its new value.
package enum Mark: Hashable, Sendable {
  case read(Bool)
  case position(Position)
  case starred(Bool)
  case tag(String, Bool)
}

/// A change of one mark, stamped so that it merges with changes made elsewhere.
package struct MarkChange: Hashable, Sendable {
  package let path: ArticlePath
  package let mark: Mark
  package let at: Timestamp
  /// The fingerprint of the text that was marked, where it is known.
  package let fingerprint: String?

  package init(path: ArticlePath, mark: Mark, at: Timestamp, fingerprint: String? = nil) {
    self.path = path
    self.mark = mark
    self.at = at
    self.fingerprint = fingerprint
  }
}

extension [ArticlePath: Marks] {
  /// Sets one mark and returns the change with its stamp, to be saved.
  package mutating func set(
    _ wanted: Assignment, fingerprint: String?, now: Timestamp
  ) -> MarkChange {
    let change = MarkChange(
      path: wanted.path, mark: wanted.mark, at: (self[wanted.path] ?? Marks()).stamp(now: now),
      fingerprint: fingerprint)
    self[wanted.path, default: Marks()].apply(change)
    return change
  }
}

extension Marks {
  /// The stamp of a change made now: later than anything seen, so that a clock that went backwards
  /// or a stamp from the future cannot mute the user.
  package func stamp(now: Timestamp) -> Timestamp {
    let now = min(max(now, Marks.stamps.lowerBound), Marks.stamps.upperBound)
    guard let latest else { return now }
    return min(max(now, latest + 1), Marks.stamps.upperBound)
  }

  /// All registers, as marks with their stamps.
  package var registers: [(mark: Mark, at: Timestamp)] {
    var registers = tags.map { (Mark.tag($0.key, $0.value.value), $0.value.at) }
    if let read { registers.append((.read(read.value), read.at)) }
    if let position { registers.append((.position(position.value), position.at)) }
    if let starred { registers.append((.starred(starred.value), starred.at)) }
    return registers
  }

  /// Sets the register that the change names, unless it has been set later.
  package mutating func apply(_ change: MarkChange) {
    if let fingerprint = change.fingerprint { mergeFingerprint(fingerprint, at: change.at) }
    switch change.mark {
    case .read(let value): mergeRead(Register(value, at: change.at))
    case .position(let value): mergePosition(Register(value, at: change.at))
    case .starred(let value): mergeStarred(Register(value, at: change.at))
    case .tag(let name, let value): mergeTag(name, Register(value, at: change.at))
    }
  }
}
