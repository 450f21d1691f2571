/// Headings of sections inside the text.
extension Roles {
  private static let enough = 2.5

  mutating func assignHeadings() {
    for index in drafts.indices.reversed() where mayBeHeading(index) {
      guard headingScore(index) >= Self.enough else { continue }
      set(index, .heading, headingReason(index), level: 1)
    }
    levelHeadings()
  }

  private func mayBeHeading(_ index: Int) -> Bool {
    guard isOpen(index), facts[index].terms <= 24, drafts[index].block.slices.count <= 2 else {
      return false
    }
    switch drafts[index].kind {
    case .paragraph: return true
    case .list: return outlineDepth(index) > 0 && !hasSiblings(index)
    default: return false
    }
  }

  private func headingScore(_ index: Int) -> Double {
    let facts = facts[index]
    var score = scoreOfSurroundings(index)
    let depth = outlineDepth(index)
    if depth > 1 { score += 3 } else if depth == 1 { score += 1 }
    if isChapter(index) { score += 3 }
    if facts.marks.hasPilcrow { score += 3 }
    if facts.isCapitals { score += 2 }
    if drafts[index].block.reason == .aboveIndented { score += 1.5 }
    score += scoreOfEnd(index)
    score += page.beginsSmall(drafts[index].lines.lowerBound) ? -1.5 : 0.5
    if facts.terms <= 8 { score += 0.5 } else if facts.terms > 12, depth == 0 { score -= 1.5 }
    if depth < 2, facts.date != nil || facts.marks.hasAddress || facts.marks.hasMail { score -= 2 }
    if facts.parts > 1 { score -= 1 }
    if isCaption(index) || hasCredit(index) { score -= 3 }
    if !beginsWithLetterOrDigit(index) { score -= 2 }
    if isQuoted(index) { score -= 2 }
    if isQuestion(index) { score += 4 } else if isSpoken(index) { score -= 2 }
    if depth == 0, facts.terms > 7, !facts.isCapitals, kind(index + 1) == .list { score -= 1.5 }
    if index + 1 < drafts.count, blanks(before: index + 1) == 0, hasCredit(index + 1) { score -= 3 }
    let line = line(index)
    if line.symbols * 10 > line.columns { score -= 1.5 }
    if line.digits * 2 > line.columns { score -= 1.5 }
    if line.indent < page.shape.base {
      score += 1.5
    } else if line.indent > page.shape.base + 2 {
      score -= 1.5
    }
    return score
  }

  private func beginsWithLetterOrDigit(_ index: Int) -> Bool {
    guard let first = page.firstMark(drafts[index].lines.lowerBound) else { return false }
    return first.properties.isAlphabetic || first.properties.numericType != nil
  }

  /// Words between quotation marks and nothing else: somebody says them.
  private func isQuoted(_ index: Int) -> Bool {
    let text = facts[index].text.unicodeScalars
    guard let first = text.first, let last = text.last else { return false }
    return "\"\u{201C}\u{201E}\u{AB}\u{300C}".unicodeScalars.contains(first)
      && "\"\u{201D}\u{201C}\u{BB}\u{300D}".unicodeScalars.contains(last)
  }

  /// "Q: …" above "A: …".
  private func isQuestion(_ index: Int) -> Bool {
    guard index + 1 < drafts.count, let asks = facts[index].phrase.words.first,
      let answers = page.text(drafts[index + 1].lines.lowerBound).first,
      facts[index].marks.colon != nil
    else { return false }
    let pairs: [(String, Character)] = [("q", "A"), ("f", "A"), ("p", "R"), ("q", "R"), ("в", "О")]
    return pairs.contains { $0.0 == asks && $0.1.utf8.first == answers }
  }

  /// "Name: what was said", or a time and what happened.
  private func isSpoken(_ index: Int) -> Bool {
    if let colon = facts[index].marks.colon { return colon < 24 && !isChapter(index) }
    let word = line(index).firstWord(in: page.bytes)
    return word.count > 3 && word.contains(UInt8(ascii: ":"))
      && word.allSatisfy { (0x30...0x3A).contains($0) }
  }

  private func scoreOfEnd(_ index: Int) -> Double {
    let last = drafts[index].lines.upperBound - 1
    switch page.lastMark(last) {
    case ".", "。": return facts[index].isCapitals || outlineDepth(index) > 0 ? -0.5 : -2.5
    case "!", "！", "…": return -1
    case ",", ";", "、", "，": return -3
    case ":", "：": return facts[index].terms > 4 ? -2.5 : -0.5
    case "?", "？": return 0.5
    default: return 1
    }
  }

  private func scoreOfSurroundings(_ index: Int) -> Double {
    var score = 0.0
    if blanks(before: index) > 0 { score += 0.5 }
    if blanks(before: index) > 1 { score += 1 }
    if index > 0, facts[index - 1].endsWithColon, kind(index - 1) == .paragraph { score -= 2 }
    guard
      let next = drafts.indices.dropFirst(index + 1).first(where: { drafts[$0].kind != .furniture })
    else {
      return score - 4
    }
    switch drafts[next].kind {
    case .byline where drafts[next].block.reason == .signature: score -= 4
    case .heading: score += 0.75
    case .paragraph: score += scoreOfParagraph(below: index, next)
    default: score += 1
    }
    if index > 0, isLabel(index - 1), kind(index - 1) == .paragraph, isLabel(next) { score -= 1.5 }
    return score
  }

  private func scoreOfParagraph(below index: Int, _ next: Int) -> Double {
    if page.beginsSmall(drafts[next].lines.lowerBound) { return -1 }
    return isLabel(next) && !isSpoken(next) && isSameForm(index, next) ? -0.5 : 1
  }

  private func isSameForm(_ left: Int, _ right: Int) -> Bool {
    line(left).indent == line(right).indent && facts[left].isCapitals == facts[right].isCapitals
  }

  /// Whether the block is one of several items numbered alike.
  func hasSiblings(_ index: Int) -> Bool {
    guard let number = itemNumber(index) else { return true }
    return itemNumber(index - 1) == number - 1 && number > 1 || itemNumber(index + 1) == number + 1
  }

  /// The number of a list item; nil for other blocks.
  private func itemNumber(_ index: Int) -> Int? {
    guard kind(index) == .list, drafts[index].block.marker != nil else { return nil }
    return ListMarker(drafts[index].lines.lowerBound, of: page)?.number
  }

  /// The parts of the number before the line: 2 for "4.1."; 0 without a number.
  func outlineDepth(_ index: Int) -> Int {
    let first = page.text(drafts[index].lines.lowerBound).prefix { $0 > 0x20 }
    let parts = first.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: true)
    guard first.count < 14, let head = parts.first, first.last != UInt8(ascii: ")") else {
      return 0
    }
    let isNumbered =
      parts.dropFirst().allSatisfy(Self.isNumber)
      && (Self.isNumber(head)
        || head.count == 1 && parts.count > 1 && (0x41...0x5A).contains(head[head.startIndex]))
    guard isNumbered, parts.count > 1 || first.last == UInt8(ascii: ".") else { return 0 }
    return facts[index].terms > 1 ? parts.count : 0
  }

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 3 && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// "Chapter IV", "第3章": a word for a part of a book and its number.
  private func isChapter(_ index: Int) -> Bool {
    let words = facts[index].phrase.words
    guard let first = words.first else { return false }
    if first.hasPrefix("第"),
      first.unicodeScalars.prefix(6).contains(where: { "章节節回部編话話".unicodeScalars.contains($0) })
    {
      return true
    }
    guard words.count > 1, Phrasebook.shared.chapters.contains(first) else { return false }
    return words[1].allSatisfy(\.isNumber) || words[1].allSatisfy("ivxlc".contains)
      || words[1].count == 1
  }

  /// "Figure 2. …": a word for something shown, and its number.
  private func isCaption(_ index: Int) -> Bool {
    let words = facts[index].phrase.words
    guard let first = words.first else { return false }
    if ["図", "表", "图", "圖"].contains(where: first.hasPrefix) {
      return first.contains { $0.isNumber }
    }
    return words.count > 1 && Phrasebook.shared.captions.contains(first)
      && words[1].first?.isNumber == true
  }

  /// "Photo: …", at the end of a caption or alone.
  func hasCredit(_ index: Int) -> Bool {
    let words = facts[index].text.split(separator: " ").prefix(2)
    if words.count == 2, facts[index].terms <= 8, words[1].last == ",",
      Phrasebook.shared.credits.contains(Phrase(words.joined(separator: " ")).text)
    {
      return true
    }
    return hasCreditLabel(index)
  }

  private func hasCreditLabel(_ index: Int) -> Bool {
    facts[index].marks.colon != nil
      && facts[index].text.split(separator: " ").contains { word in
        (word.last == ":" || word.last == "：")
          && Phrasebook.shared.credits.contains(Phrase(String(word)).text)
      }
  }

  private func headingReason(_ index: Int) -> Reason {
    if outlineDepth(index) > 0 { return .numbered }
    if isChapter(index) { return .chapter }
    if facts[index].isCapitals { return .capitals }
    return line(index).indent < page.shape.base ? .setOut : .shortLine
  }
}
