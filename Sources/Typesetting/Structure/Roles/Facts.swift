/// What a short block says about its part in the publication; long ones are text.
final class Facts {
  /// The words, in lower case; empty for a long block.
  let phrase: Phrase
  /// What the lexicons may use some of the words for.
  let uses: WordUses
  /// The words without a section's number: two lines with one key say the same.
  let key: String
  /// The text as it stands, in one line, without link marks; empty for a long block.
  let bytes: [UInt8]
  /// The same with bars where links begin; nil where there are none.
  let linkedBytes: [UInt8]?
  let terms: Int
  let isShort: Bool
  let endsSentence: Bool
  let endsWithColon: Bool
  /// Letters, and all of them capitals.
  let isCapitals: Bool
  let furniture: (kind: Furniture, fit: Phrasebook.Fit)?
  let marks: TextMarks
  /// Numbers in brackets before links.
  let linkMarks: Int
  /// Has the number of a year.
  let mayHaveDate: Bool

  /// Short, and has a date, an address, a colon or a word that bylines have.
  let mayBeByline: Bool

  /// The most terms of a block that may be a heading, a byline or furniture.
  static let mostTerms = 60

  init(_ draft: Draft, of page: Page) {
    let lines = page.lines[draft.lines]
    terms = lines.reduce(0) { $0 + $1.terms }
    let count = draft.block.slices.reduce(0) { $0 + $1.source.count }
    let isMarked = draft.block.reason == .markedHeading && count < 4_000
    isShort =
      isMarked
      || terms <= Self.mostTerms && count <= Phrase.longest && draft.block.lineCount <= 6
    let lastText = (draft.block.slices.last?.line ?? draft.block.lines.upperBound) - 1
    endsSentence = page.endsSentence(lastText)
    endsWithColon = page.endsWithColon(lastText)
    guard isShort else {
      (phrase, key, bytes, linkedBytes) = (.empty, "", [], nil)
      uses = []
      (furniture, marks, linkMarks, isCapitals) = (nil, TextMarks([]), 0, false)
      (mayHaveDate, mayBeByline) = (false, false)
      return
    }
    let raw = Self.raw(draft, isMarked: isMarked, of: page)
    linkMarks = LinkMarks.count(raw)
    bytes = LinkMarks.removed(from: raw.drop { $0 <= 0x20 })
    linkedBytes = linkMarks == 0 ? nil : LinkMarks.removed(from: raw, leaving: " | ")
    phrase = Phrase(bytes)
    uses = phrase.uses
    key = TitleText.key(phrase)
    marks = TextMarks(bytes)
    var label: Phrase?
    if let colon = marks.colon { label = Phrase(bytes[..<colon]) }
    furniture = Phrasebook.shared.furniture(phrase, label: label, uses: uses)
    isCapitals = Self.isCapitals(bytes)
    mayHaveDate = marks.hasYear
    let isWordy = terms > (endsSentence ? 16 : 24) && !mayHaveDate || terms > 40
    // Words that announce an author, a version or an age; ideographs are not cut into words.
    let isAnnounced =
      uses.contains(.byline)
      && (marks.colon != nil
        || phrase.words.prefix(terms <= 6 || marks.separators > 0 ? 8 : 3)
          .contains(where: Phrasebook.shared.bylineWords.contains))
      || marks.colon != nil && phrase.mayHaveIdeographs
    mayBeByline =
      !isWordy && draft.block.marker == nil
      && (mayHaveDate || marks.hasMail || endsWithColon || isAnnounced)
  }

  /// The text of the block; of a heading of light markup, as it reads.
  private static func raw(_ draft: Draft, isMarked: Bool, of page: Page) -> ArraySlice<UInt8> {
    if draft.block.slices.count == 1, !isMarked, page.references.isEmpty {
      return page.bytes[draft.block.slices[0].source]
    }
    let bytes = BlockText(draft.block, in: page.bytes, references: page.references).bytes
    guard isMarked else { return bytes[...] }
    return Array(MarkupText.plain(String(decoding: bytes, as: UTF8.self)).utf8)[...]
  }

  /// The text as it stands, without link marks.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The same with bars where links begin, for bylines.
  var linkedText: String { linkedBytes.map { String(decoding: $0, as: UTF8.self) } ?? text }

  /// One more than the marks that separate links.
  var parts: Int { marks.separators + 1 }

  /// What the text says of its origin.
  var byline: BylineText { BylineText(linkedText, mayHaveDate: mayHaveDate) }

  /// The first date in the text.
  var date: String? { mayHaveDate ? DateText.first(in: linkedText) : nil }

  private static func isCapitals(_ bytes: [UInt8]) -> Bool {
    if bytes.contains(where: { (0x61...0x7A).contains($0) }) { return false }
    var capitals = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar.value > 0x40 {
      if scalar.isASCII {
        capitals += ("A"..."Z").contains(scalar) ? 1 : 0
      } else {
        if scalar.properties.isLowercase { return false }
        if scalar.properties.isUppercase { capitals += 1 }
      }
    }
    return capitals > 2
  }
}
