/// For what the lexicons may use a word.
struct WordUses: OptionSet {
  let rawValue: UInt8

  /// It begins a phrase that is a line of furniture, or with which one begins.
  static let furniture = WordUses(rawValue: 1)
  /// It begins a phrase that only furniture has.
  static let inside = WordUses(rawValue: 2)
  static let network = WordUses(rawValue: 4)
  static let byline = WordUses(rawValue: 8)
  static let chapter = WordUses(rawValue: 16)
  static let caption = WordUses(rawValue: 32)
  static let credit = WordUses(rawValue: 64)
  static let contents = WordUses(rawValue: 128)
}

/// What the words of the lexicons may be used for, by a hash that is quickly made: two words that
/// have the same one share their uses, so that what this says is to be confirmed, or is nothing.
struct WordIndex: Sendable {
  private var uses = [WordUses](repeating: [], count: 1 << 15)

  mutating func add(_ use: WordUses, to word: String) { uses[place(of: word)].insert(use) }

  subscript(word: String) -> WordUses { uses[place(of: word)] }

  private func place(of word: String) -> Int {
    var word = word
    let hash = word.withUTF8 { $0.reduce(0) { $0 &* 31 &+ Int($1) } }
    return (hash ^ hash >> 15) & (uses.count - 1)
  }
}

extension Phrase {
  /// What the lexicons may use some of its words for.
  var uses: WordUses {
    let index = Phrasebook.shared.uses
    var uses: WordUses = []
    for word in words { uses.formUnion(index[word]) }
    return uses
  }

  /// What they may use its first word for.
  var firstUses: WordUses { words.first.map { Phrasebook.shared.uses[$0] } ?? [] }
}
