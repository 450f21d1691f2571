/// Which articles of the folder have the same text, by the hash of its words.
///
/// Those with one text are a ring, so that an article comes and goes at once, however many there
/// are.
struct TextCopies: Sendable {
  typealias Index = ArticleList.Index

  private struct Text: Sendable {
    var best: Int32
    var shown: Int32
    var count: Int32
  }

  /// One of the articles with each text.
  private var members: [UInt64: Int32] = [:]
  /// The texts that several articles have.
  private var doubles: [UInt64: Text] = [:]
  /// The next and the previous one of the ring of each article; itself where it is alone.
  private var next: [Int32] = []
  private var previous: [Int32] = []

  /// Whether any text is there more than once.
  var hasDoubles: Bool { !doubles.isEmpty }

  /// Whether no other article is known to have the same text.
  func isAlone(_ index: Index) -> Bool { index >= next.count || next[index] == index }

  /// How many articles have a text.
  func count(of hash: UInt64) -> Int {
    doubles[hash].map { Int($0.count) } ?? (members[hash] == nil ? 0 : 1)
  }

  /// The copy that stands for a text.
  func best(of hash: UInt64) -> Index? { (doubles[hash]?.best ?? members[hash]).map(Int.init) }

  /// The copy whose row the list shows, if it shows one.
  func shown(of hash: UInt64) -> Index? { (doubles[hash]?.shown ?? members[hash]).map(Int.init) }

  mutating func setBest(_ index: Index, of hash: UInt64) { doubles[hash]?.best = Int32(index) }

  mutating func setShown(_ index: Index, of hash: UInt64) { doubles[hash]?.shown = Int32(index) }

  /// The other articles with the text of one.
  func others(of index: Index) -> some Sequence<Index> {
    let ring = sequence(first: index) { before in
      let next = isAlone(before) ? index : Int(self.next[before])
      return next == index ? nil : next
    }
    return ring.dropFirst()
  }

  /// All articles with a text.
  func articles(with hash: UInt64) -> [Index] {
    guard let first = best(of: hash) else { return [] }
    return [first] + others(of: first)
  }

  mutating func add(_ index: Index, to hash: UInt64) {
    while next.count <= index {
      next.append(Int32(next.count))
      previous.append(Int32(previous.count))
    }
    let new = Int32(index)
    guard let member = members[hash] else { return members[hash] = new }
    var text = doubles[hash] ?? Text(best: member, shown: member, count: 1)
    link(member, to: new, before: next[Int(member)])
    text.count += 1
    doubles[hash] = text
  }

  private mutating func link(_ left: Int32, to index: Int32, before right: Int32) {
    (next[Int(left)], previous[Int(index)]) = (index, left)
    (next[Int(index)], previous[Int(right)]) = (right, index)
  }

  mutating func remove(_ index: Index, from hash: UInt64) {
    guard var text = doubles[hash] else { return members[hash] = nil }
    let (old, left, right) = (Int32(index), previous[index], next[index])
    (next[Int(left)], previous[Int(right)]) = (right, left)
    (next[index], previous[index]) = (old, old)
    if members[hash] == old { members[hash] = right }
    text.count -= 1
    if text.best == old { text.best = right }
    if text.shown == old { text.shown = right }
    doubles[hash] = text.count > 1 ? text : nil
  }
}
