// Marks made in several windows and on several machines become one by merging. Each merge picks the
// greatest of a total order, register by register, so it does not matter in which order, in which
// groups, or how often it is done.

extension Marks {
  /// The stamps that count: whole milliseconds that every JSON reader can hold.
  package static let stamps: ClosedRange<Timestamp> = 0...((1 << 53) - 2)

  /// Takes what is newer in the other marks. Commutative, associative, idempotent.
  package mutating func merge(_ other: Marks) {
    mergeFingerprint(other.fingerprint, at: other.latest)
    if let register = other.read { mergeRead(register) }
    if let register = other.position { mergePosition(register) }
    if let register = other.starred { mergeStarred(register) }
    for (name, register) in other.tags { mergeTag(name, register) }
    unknown.merge(other.unknown)
    unknownTags.merge(other.unknownTags)
  }

  /// Of read and unread at one time, unread: seeing an article twice is cheaper than never.
  package mutating func mergeRead(_ register: Register<Bool>) {
    read = read?.merged(with: register) { !$0 && $1 } ?? register
  }

  /// Of two places at one time, the earlier: reading a page twice is cheaper than missing it.
  package mutating func mergePosition(_ register: Register<Position>) {
    position = position?.merged(with: register) { $0.isEarlier(than: $1) } ?? register
  }

  /// A star too many is cheaper than one lost.
  package mutating func mergeStarred(_ register: Register<Bool>) {
    starred = starred?.merged(with: register) { $0 && !$1 } ?? register
  }

  /// A tag too many is cheaper than one lost. Of two spellings of one name, which Swift takes for
  /// equal, the lesser stays.
  package mutating func mergeTag(_ name: String, _ register: Register<Bool>) {
    guard let index = tags.index(forKey: name) else { return tags[name] = register }
    let (before, present) = tags[index]
    let merged = present.merged(with: register) { $0 && !$1 }
    if name.utf8.lexicographicallyPrecedes(before.utf8) {
      tags.remove(at: index)
      tags[name] = merged
    } else {
      tags.values[index] = merged
    }
  }

  /// The fingerprint belongs to the latest mark.
  mutating func mergeFingerprint(_ other: String?, at time: Timestamp?) {
    let (mine, theirs) = (latest ?? .min, time ?? .min)
    guard theirs >= mine else { return }
    let present = (fingerprint ?? "").utf8
    if theirs > mine || present.lexicographicallyPrecedes((other ?? "").utf8) {
      fingerprint = other
    }
  }
}

extension Position {
  /// Less was read; what else is compared only makes the order total.
  fileprivate func isEarlier(than other: Position) -> Bool {
    if progress != other.progress { return progress < other.progress }
    if offset != other.offset { return offset < other.offset }
    if !quote.utf8.elementsEqual(other.quote.utf8) {
      return quote.utf8.lexicographicallyPrecedes(other.quote.utf8)
    }
    return unknown < other.unknown
  }
}

extension Register {
  /// The later of the two; at equal times the preferred one.
  fileprivate func merged(
    with other: Self, preferring isPreferred: (Value, Value) -> Bool
  ) -> Self {
    if at != other.at { return at > other.at ? self : other }
    if isPreferred(value, other.value) { return self }
    if isPreferred(other.value, value) { return other }
    return unknown < other.unknown ? other : self
  }
}
