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

  private var texts: [UInt64: Text] = [:]
  /// The next and the previous one of the ring of each article; itself where it is alone.
  private var next: [Int32] = []
  private var previous: [Int32] = []
  /// How many texts several articles have.
  private var doubles = 0

  /// Whether any text is there more than once.
  var hasDoubles: Bool { doubles > 0 }

  /// Whether no other article is known to have the same text.
  func isAlone(_ index: Index) -> Bool { index >= next.count || next[index] == index }

  /// How many articles have a text.
  func count(of hash: UInt64) -> Int { Int(texts[hash]?.count ?? 0) }

  /// The copy that stands for a text.
  func best(of hash: UInt64) -> Index? { texts[hash].map { Int($0.best) } }

  /// The copy whose row the list shows, if it shows one.
  func shown(of hash: UInt64) -> Index? { texts[hash].map { Int($0.shown) } }

  mutating func setBest(_ index: Index, of hash: UInt64) { texts[hash]?.best = Int32(index) }

  mutating func setShown(_ index: Index, of hash: UInt64) { texts[hash]?.shown = Int32(index) }

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
    guard var text = texts[hash] else {
      texts[hash] = Text(best: new, shown: new, count: 1)
      return
    }
    link(text.best, to: new, before: next[Int(text.best)])
    if text.count == 1 { doubles += 1 }
    text.count += 1
    texts[hash] = text
  }

  private mutating func link(_ left: Int32, to index: Int32, before right: Int32) {
    (next[Int(left)], previous[Int(index)]) = (index, left)
    (next[Int(index)], previous[Int(right)]) = (right, index)
  }

  mutating func remove(_ index: Index, from hash: UInt64) {
    guard var text = texts[hash] else { return }
    let (old, left, right) = (Int32(index), previous[index], next[index])
    (next[Int(left)], previous[Int(right)]) = (right, left)
    (next[index], previous[index]) = (old, old)
    text.count -= 1
    if text.count == 1 { doubles -= 1 }
    if text.best == old { text.best = right }
    if text.shown == old { text.shown = right }
    texts[hash] = text.count == 0 ? nil : text
  }
}
