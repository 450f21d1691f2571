// Marks made in several windows and on several machines become one by merging. Each merge picks the
// greatest of a total order, register by register, so it does not matter in which order, in which
// groups, or how often it is done.

extension Marks {
  /// The stamps that count: whole milliseconds that every JSON reader can hold.
  package static let stamps: ClosedRange<Timestamp> = 0...((1 << 53) - 2)

  /// Takes what is newer in the other marks. Commutative, associative, idempotent.
  package mutating func merge(_ other: Marks) {
    mergeFingerprint(other.fingerprint, at: other.latest)
    if let register = other.read { merge(register, into: \.read, preferring: Marks.unread) }
    if let register = other.position { merge(register, into: \.position, preferring: Marks.earlier) }
    if let register = other.starred { merge(register, into: \.starred, preferring: Marks.set) }
    for (name, register) in other.tags { mergeTag(name, register) }
    unknown.merge(other.unknown)
    unknownTags.merge(other.unknownTags)
  }

  /// Merges one tag. Of two spellings of one name (Swift takes them for equal) the lesser stays.
  package mutating func mergeTag(_ name: String, _ register: Register<Bool>) {
    guard let index = tags.index(forKey: name) else { return tags[name] = register }
    let (before, present) = tags[index]
    let merged = present.merged(with: register, preferring: Marks.set)
    if name.utf8.lexicographicallyPrecedes(before.utf8) {
      tags.remove(at: index)
      tags[name] = merged
    } else {
      tags.values[index] = merged
    }
  }

  /// The fingerprint belongs to the latest mark.
  private mutating func mergeFingerprint(_ other: String?, at time: Timestamp?) {
    let (mine, theirs) = (latest ?? .min, time ?? .min)
    guard theirs >= mine else { return }
    let present = (fingerprint ?? "").utf8
    if theirs > mine || present.lexicographicallyPrecedes((other ?? "").utf8) {
      fingerprint = other
    }
  }

  private mutating func merge<Value>(
    _ register: Register<Value>, into key: WritableKeyPath<Marks, Register<Value>?>,
    preferring isPreferred: (Value, Value) -> Bool
  ) {
    self[keyPath: key] =
      self[keyPath: key]?.merged(with: register, preferring: isPreferred) ?? register
  }
}

// At equal times: what costs the reader least if it is wrong.
extension Marks {
  /// Seeing an article twice is cheaper than never seeing it.
  fileprivate static func unread(_ one: Bool, _ other: Bool) -> Bool { !one && other }

  /// A star or a tag too many is cheaper than one lost.
  fileprivate static func set(_ one: Bool, _ other: Bool) -> Bool { one && !other }

  /// Reading a page twice is cheaper than missing it. The rest only makes the order total.
  fileprivate static func earlier(_ one: Position, _ other: Position) -> Bool {
    if one.progress != other.progress { return one.progress < other.progress }
    if one.offset != other.offset { return one.offset < other.offset }
    if !one.quote.utf8.elementsEqual(other.quote.utf8) {
      return one.quote.utf8.lexicographicallyPrecedes(other.quote.utf8)
    }
    return one.unknown < other.unknown
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
