/// What speaks for furniture, and against it. A block is furniture from 3 on.
enum FurnitureEvidence {
  static let enough = 3.0

  /// What the block says by itself, without its place.
  static func weight(of index: Int, in roles: Roles) -> Double {
    let isKnown = roles.facts[index].furniture != nil
    let words =
      (isKnown ? known.weight(of: index, in: roles) : 0) + words.weight(of: index, in: roles)
    if roles.drafts[index].kind == .preformatted {
      return words + (roles.isFormField(index) ? 3 : 0)
    }
    return words + form.weight(of: index, in: roles)
  }

  /// What a phrase is that the lexicons know from furniture.
  private static let known = [
    Evidence(3, "a phrase of furniture and nothing else") {
      $0.isKnown($1, .whole) && !$0.isWeak($1)
    },
    Evidence(-1, "a single word of furniture and nothing else") {
      $0.isKnown($1, .whole) && !$0.isWeak($1) && $0.facts[$1].phrase.words.count == 1
        && $0.facts[$1].furniture?.kind != .advert
    },
    Evidence(1.5, "words of a menu and nothing else") { $0.isKnown($1, .whole) && $0.isWeak($1) },
    Evidence(1.5, "begins like furniture") { $0.isKnown($1, .opening) },
    Evidence(0.5, "begins like a notice of copyright") {
      $0.isKnown($1, .opening) && $0.facts[$1].furniture?.kind == .copyright
    },
    Evidence(0.5, "begins like furniture and is short") {
      $0.isKnown($1, .opening) && $0.facts[$1].terms <= 8 && !$0.facts[$1].endsSentence
    },
    Evidence(2.5, "a phrase of furniture before a colon") { $0.isKnown($1, .label) },
    Evidence(0.5, "many words behind a phrase and a colon") {
      $0.isKnown($1, .label) && $0.facts[$1].phrase.words.count > 4 && !$0.isWeak($1)
    },
    Evidence(2.5, "a phrase that only furniture has") { roles, index in
      roles.isKnown(index, .inside)
        && (roles.facts[index].furniture?.kind != .edited || roles.facts[index].terms <= 16)
    },
    Evidence(0.5, "such a phrase in a short line") {
      $0.isKnown($1, .inside) && $0.facts[$1].terms <= 12
    },
    Evidence(2, "stands three times or more") {
      $0.facts[$1].furniture != nil && $0.repeats[$0.facts[$1].phrase.text, default: 0] > 2
    },
    Evidence(1.5, "when the page was changed") {
      $0.facts[$1].furniture?.kind == .edited && $0.facts[$1].date != nil
    },
  ]

  /// The words of any line.
  private static let words = [
    Evidence(2, "stands in other texts of the library") { $0.recurs($1) },
    Evidence(2, "names two sites on which pages are shared") { $0.namesNetworks($1) },
  ]

  /// The form of the line.
  private static let form = [
    Evidence(2, "three or more links side by side") {
      $0.facts[$1].parts > 2 && $0.facts[$1].phrase.words.count <= $0.facts[$1].parts * 4
    },
    Evidence(1, "five or more links side by side") {
      $0.facts[$1].parts > 4 && $0.facts[$1].phrase.words.count <= $0.facts[$1].parts * 3
    },
    Evidence(1, "two links side by side") { $0.facts[$1].parts == 2 && $0.facts[$1].terms <= 6 },
    Evidence(1, "few words far apart") { $0.line($1).widestGap > 12 && $0.facts[$1].terms <= 6 },
    Evidence(1.5, "spaced out above the text") { $0.isSpacedOut($1) && $0.isInHead($1) },
    Evidence(3, "links of the page itself") {
      $0.facts[$1].bytes.first == UInt8(ascii: "#") && $0.facts[$1].linkMarks > 0
    },
    Evidence(1.5, "a numbered link in every four words") {
      $0.facts[$1].linkMarks > 0 && $0.facts[$1].linkMarks * 4 >= $0.facts[$1].terms
    },
    Evidence(1.5, "three brackets or more") { $0.facts[$1].marks.brackets > 2 },
    Evidence(2, "an arrow at an end") { $0.isArrowed($1) },
    Evidence(3, "numbers alone, outside the text") { $0.isCounter($1) },
    Evidence(3, "a field to fill in") { $0.isFormField($1) },
    Evidence(1, "one of the lines of a menu") { $0.isMenuItem($1) },
    Evidence(-2, "one or two words above text") {
      $0.facts[$1].phrase.words.count < 3 && $0.isFollowedByText($1)
    },
    Evidence(-2, "a sentence") { $0.isPlainSentence($1) },
  ]
}

extension Roles {
  fileprivate func isKnown(_ index: Int, _ fit: Phrasebook.Fit) -> Bool {
    facts[index].furniture?.fit == fit
  }

  fileprivate func isWeak(_ index: Int) -> Bool { facts[index].furniture?.kind.isWeak == true }

  fileprivate func recurs(_ index: Int) -> Bool {
    !page.recurring.isEmpty && drafts[index].block.lineCount == 1
      && page.recurring.contains(Array(page.text(drafts[index].lines.lowerBound)))
  }

  fileprivate func namesNetworks(_ index: Int) -> Bool {
    facts[index].uses.contains(.network) && facts[index].terms <= 30
      && facts[index].phrase.words.count(where: Phrasebook.networks.contains) > 1
  }

  /// Links of a menu side by side, three columns or more apart.
  fileprivate func isSpacedOut(_ index: Int) -> Bool {
    let line = line(index)
    return drafts[index].block.lineCount == 1 && line.gaps > 0 && line.widestGap > 2
      && line.words <= (line.gaps + 1) * 4
  }

  /// An arrow before or behind a line leads to another page.
  fileprivate func isArrowed(_ index: Int) -> Bool {
    let bytes = facts[index].bytes
    guard bytes.first == 0xE2 || bytes.suffix(3).first == 0xE2 else { return false }
    return ["\u{2190}", "\u{2192}"].contains {
      bytes.starts(with: $0.utf8) || bytes.suffix(3).elementsEqual($0.utf8)
    }
  }

  /// Digits and marks, but no year: how often a page was shared, the time of a player.
  fileprivate func isCounter(_ index: Int) -> Bool {
    line(index).letters == 0 && line(index).digits > 0 && body?.contains(index) == false
      && DateText.year(facts[index].text) == nil
  }

  func isFormField(_ index: Int) -> Bool {
    let bytes = facts[index].bytes
    return facts[index].marks.hasField && line(index).letters > 0
      || bytes.elementsEqual("[ ]".utf8) || bytes.starts(with: "(BUTTON)".utf8)
  }

  /// A sentence that has no phrase of furniture, or only begins like one.
  fileprivate func isPlainSentence(_ index: Int) -> Bool {
    guard facts[index].endsSentence, facts[index].terms >= 8, !namesNetworks(index) else {
      return false
    }
    return facts[index].furniture.map { $0.fit == .opening && $0.kind != .copyright } ?? true
  }
}
