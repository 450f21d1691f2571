/// The phrases of all languages, ready to be looked up.
struct Phrasebook: Sendable {
  /// How a phrase of furniture was found in a line.
  enum Fit: Sendable {
    /// It is the whole line; the words before a colon; the first words; some of the words.
    case whole, label, opening, inside
  }

  /// Sites on which pages are shared.
  static let networks: Set<String> = [
    "facebook", "twitter", "instagram", "youtube", "linkedin", "whatsapp", "pinterest", "reddit",
    "telegram", "mastodon", "tiktok", "вконтакте", "одноклассники", "line", "微信", "微博",
  ]

  static let shared = Phrasebook(Lexicon.all)

  private var wholes: [String: Furniture] = [:]
  /// Their first words.
  private var starts: Set<String> = []
  private var openings: [String: [(words: [String], kind: Furniture)]] = [:]
  private var insides: [String: [(words: [String], kind: Furniture)]] = [:]
  /// Phrases of scripts that are written without spaces.
  private var ideographic: [(phrase: String, kind: Furniture)] = []
  private var ideographicOpenings: [(phrase: String, kind: Furniture)] = []
  let authors: Set<String>
  /// First words of bylines, words of versions, words that say how long ago something was.
  let bylineWords: Set<String>
  let versions: Set<String>
  let ago: Set<String>
  let contents: Set<String>
  let chapters: Set<String>
  let captions: Set<String>
  let credits: Set<String>
  /// The number of the month that a word names.
  private(set) var months: [String: Int] = [:]
  private(set) var keys: [String: Lexicon.Key] = [:]
  private(set) var uses = WordIndex()

  private init(_ lexicons: [Lexicon]) {
    authors = Set(lexicons.flatMap(\.authors).map { Phrase($0).text })
    bylineWords = Set(
      lexicons.flatMap { ($0.authors + $0.versions + $0.ago).compactMap { Phrase($0).words.first } }
    )
    versions = Set(lexicons.flatMap(\.versions))
    ago = Set(lexicons.flatMap(\.ago))
    contents = Set(lexicons.flatMap(\.contents))
    credits = Set(lexicons.flatMap(\.credits))
    captions = Set(lexicons.flatMap(\.captions))
    chapters = Set(lexicons.flatMap(\.chapters))
    wholes.reserveCapacity(2_048)
    starts.reserveCapacity(2_048)
    for lexicon in lexicons {
      add(lexicon)
      for (month, names) in lexicon.months.enumerated() {
        for name in names { months[name] = month + 1 }
      }
      for (key, names) in lexicon.keys { for name in names { keys[name] = keys[name] ?? key } }
    }
    addUses()
  }

  private mutating func addUses() {
    for word in starts { uses.add(.furniture, to: word) }
    for word in openings.keys { uses.add(.furniture, to: word) }
    for word in insides.keys { uses.add(.inside, to: word) }
    for word in Self.networks { uses.add(.network, to: word) }
    for word in bylineWords { uses.add(.byline, to: word) }
    for word in chapters { uses.add(.chapter, to: word) }
    for word in captions { uses.add(.caption, to: word) }
    for phrase in credits { Phrase(phrase).words.forEach { uses.add(.credit, to: $0) } }
    for phrase in contents { Phrase(phrase).words.forEach { uses.add(.contents, to: $0) } }
  }

  private mutating func add(_ lexicon: Lexicon) {
    for kind in Furniture.allCases {
      for phrase in lexicon.wholes[kind] ?? [] {
        let phrase = Phrase(phrase)
        wholes[phrase.text] = wholes[phrase.text] ?? kind
        if let first = phrase.words.first { starts.insert(first) }
      }
      for phrase in lexicon.openings[kind] ?? [] { Self.add(phrase, kind, to: &openings) }
      for phrase in lexicon.insides[kind] ?? [] { Self.add(phrase, kind, to: &insides) }
      if lexicon.months.isEmpty {
        ideographic += (lexicon.insides[kind] ?? []).map { ($0, kind) }
        ideographicOpenings += (lexicon.openings[kind] ?? []).map { ($0, kind) }
      }
    }
  }

  private static func add(
    _ phrase: String, _ kind: Furniture,
    to index: inout [String: [(words: [String], kind: Furniture)]]
  ) {
    let words = Phrase(phrase).words
    guard let first = words.first else { return }
    index[first, default: []].append((words, kind))
  }

  /// What the phrase is if it is furniture by its words alone.
  /// - Parameter label: the words before the first colon, if there is one.
  func furniture(_ phrase: Phrase, label: Phrase?) -> (kind: Furniture, fit: Fit)? {
    furniture(phrase, label: label, uses: phrase.uses)
  }

  /// - Parameter uses: those of the words of the phrase.
  func furniture(
    _ phrase: Phrase, label: Phrase?, uses: WordUses
  ) -> (kind: Furniture, fit: Fit)? {
    let words = phrase.words
    let begins = words.isEmpty || phrase.firstUses.contains(.furniture)
    if begins, let kind = wholes[phrase.text] { return (kind, .whole) }
    if let label, label.firstUses.contains(.furniture), let kind = labelKind(label) {
      return (kind, .label)
    }
    if uses.contains(.furniture), let kind = counted(words) { return (kind, .whole) }
    if begins {
      if words.count > 1, let kind = composed(words[...]) { return (kind, .whole) }
      if let kind = Self.match(words[...], in: openings) { return (kind, .opening) }
    }
    if uses.contains(.inside) {
      for index in words.indices where self.uses[words[index]].contains(.inside) {
        if let kind = Self.match(words[index...], in: insides) { return (kind, .inside) }
      }
    }
    guard phrase.mayHaveIdeographs else { return nil }
    if let found = ideographicOpenings.first(where: { phrase.text.hasPrefix($0.phrase) }) {
      return (found.kind, .opening)
    }
    return ideographic.first { phrase.text.contains($0.phrase) }.map { ($0.kind, .inside) }
  }

  /// "14 comments", "Comments (2)": a phrase with a number before or behind it.
  private func counted(_ words: [String]) -> Furniture? {
    guard (2...4).contains(words.count) else { return nil }
    let rest = words.filter { !$0.allSatisfy(\.isNumber) }
    guard rest.count == words.count - 1, !rest.isEmpty,
      let kind = wholes[rest.joined(separator: " ")]
    else {
      return nil
    }
    return kind == .comments || kind == .share ? kind : nil
  }

  /// The kind of the first phrase, where the words are nothing but phrases of furniture.
  private func composed(_ words: ArraySlice<String>) -> Furniture? {
    guard words.count <= 24 else { return nil }
    var first: Furniture?
    var rest = words
    while let word = rest.first {
      guard starts.contains(word) else { return nil }
      let length = (1...min(4, rest.count)).reversed().first {
        wholes[rest.prefix($0).joined(separator: " ")] != nil
      }
      guard let length else { return nil }
      first = first ?? wholes[rest.prefix(length).joined(separator: " ")]
      rest = rest.dropFirst(length)
    }
    return first
  }

  private func labelKind(_ label: Phrase) -> Furniture? {
    guard let first = label.words.first else { return nil }
    if let opening = openings[first]?.first(where: { $0.words == label.words }) {
      return opening.kind
    }
    guard let kind = wholes[label.text] else { return nil }
    switch kind {
    case .related, .edited, .advert, .paging, .menu: return kind
    default: return label.words.count > 1 ? kind : nil
    }
  }

  private static func match(
    _ words: ArraySlice<String>, in index: [String: [(words: [String], kind: Furniture)]]
  ) -> Furniture? {
    guard let first = words.first, let entries = index[first] else { return nil }
    return entries.first { words.starts(with: $0.words) }?.kind
  }
}
