/// What a short block says about its part in the publication; long ones are text.
struct Facts {
  /// The words, in lower case; empty for a long block.
  let phrase: Phrase
  /// The text as it stands, in one line, without link marks; empty for a long block.
  let text: String
  /// The same with bars where links begin, for bylines.
  let linkedText: String
  let terms: Int
  let isShort: Bool
  let endsSentence: Bool
  let endsWithColon: Bool
  /// Letters, and all of them capitals.
  let isCapitals: Bool
  let furniture: (kind: Furniture, fit: Phrasebook.Fit)?
  /// One more than the bars, arrows and other marks that separate links.
  let parts: Int
  /// Numbers in brackets before links.
  let linkMarks: Int

  /// The most terms of a block that may be a heading, a byline or furniture.
  static let mostTerms = 60

  init(_ draft: Draft, of page: Page) {
    let lines = page.lines[draft.lines]
    terms = lines.reduce(0) { $0 + $1.terms }
    let bytes = draft.block.slices.reduce(0) { $0 + $1.source.count }
    isShort = terms <= Self.mostTerms && bytes <= Phrase.longest && draft.block.slices.count <= 6
    let lastText = (draft.block.slices.last?.line ?? draft.block.lines.upperBound) - 1
    endsSentence = page.endsSentence(lastText)
    endsWithColon = page.endsWithColon(lastText)
    guard isShort else {
      (phrase, text, linkedText, furniture, parts, linkMarks) = (Phrase(""), "", "", nil, 1, 0)
      isCapitals = false
      return
    }
    let block = BlockText(draft.block, in: page.bytes)
    let raw = String(decoding: block.bytes, as: UTF8.self)
    linkMarks = LinkMarks.count(block.bytes[...])
    text = LinkMarks.removed(from: raw).trimmed(" \t")
    linkedText = linkMarks == 0 ? text : LinkMarks.removed(from: raw, leaving: " | ")
    phrase = Phrase(text)
    furniture = Phrasebook.shared.furniture(phrase, label: Self.label(of: text))
    parts = Separators.count(in: text) + 1
    isCapitals = Self.isCapitals(text)
  }

  /// The words before the first colon that ends a word, if some stand after it.
  private static func label(of text: String) -> Phrase? {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }), colon < text.index(before: text.endIndex)
    else { return nil }
    let next = text[text.index(after: colon)]
    guard text[colon] == "：" || next.isWhitespace else { return nil }
    return Phrase(String(text[..<colon]))
  }

  private static func isCapitals(_ text: String) -> Bool {
    var capitals = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isLowercase { return false }
      if scalar.properties.isUppercase { capitals += 1 }
    }
    return capitals > 2
  }
}

/// Marks between the links of a menu or the steps of a breadcrumb.
enum Separators {
  private static let marks = Set("|»›<>→·•/¦«‹⟩〉＞｜".unicodeScalars)

  /// The separators of the text: marks that stand between spaces.
  static func count(in text: String) -> Int {
    let words = text.split(separator: " ")
    return words.count { $0.unicodeScalars.allSatisfy(marks.contains) }
      + words.count { $0.count > 1 && "/»".contains($0.last ?? " ") && !$0.contains(":") }
  }
}
