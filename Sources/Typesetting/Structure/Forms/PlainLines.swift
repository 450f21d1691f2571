/// Lines without bullets, quote marks or underlines: prose, verse, addresses.
extension StanzaReader {
  mutating func takePlain(_ lines: Range<Int>) {
    let indent = page.lines[lines].reduce(Int.max) { min($0, $1.indent) }
    if isTermAlone(lines, indent: indent) {
      takeTerms(lines)
    } else if let reason = preformatted(lines) {
      claimPreformatted(lines, reason)
    } else if let level = lists.nesting(at: indent) {
      let isWrapped = WrapEvidence(lines, of: page).isWrapped
      page.claim(lines, as: .list, level: level, reason: .belowItem, eachLine: !isWrapped)
    } else {
      takeText(lines, indent: indent)
    }
  }

  /// A short line at the place of the last term, above lines that are set in although a blank line
  /// is between.
  private func isTermAlone(_ lines: Range<Int>, indent: Int) -> Bool {
    let line = lines.lowerBound
    guard lines.count == 1, lists.termIndent == indent, page.lines[line].terms <= 6,
      !page.endsSentence(line), !page.endsInside(line), line + 2 < page.lines.count,
      page.lines[line + 1].isBlank, !page.lines[line + 2].isBlank, page.lines[line + 2].gaps == 0
    else { return false }
    return (indent + 2...indent + 8).contains(page.lines[line + 2].indent)
  }

  private mutating func takeText(_ lines: Range<Int>, indent: Int) {
    let isVerseLine = lines.count == 1 && isVerseLine(lines.lowerBound)
    let evidence = WrapEvidence(lines, of: page)
    if isVerseLine {
      claimPreformatted(lines, .verse)
    } else if isHead(lines) {
      page.claim(lines, as: .paragraph, reason: .looseLines, eachLine: true)
    } else if evidence.isWrapped || page.isMarkup {
      let isQuote = lines.count > 1 && indent > page.shape.base + 2
      takeProse(lines, isQuote ? .quote : .paragraph, isQuote ? .indented : .prose)
    } else if meanColumns(lines) >= 60 {
      page.claim(lines, as: .paragraph, reason: .prose, eachLine: true)
    } else {
      takeLoose(lines, evidence)
    }
  }

  /// Lines that end where their author ended them.
  private mutating func takeLoose(_ lines: Range<Int>, _ evidence: WrapEvidence) {
    let areSentences = lines.count > 3 && lines.allSatisfy(page.endsSentence)
    if areSentences || lines.allSatisfy(endsParagraph) {
      page.claim(lines, as: .paragraph, reason: .prose, eachLine: true)
    } else if evidence.isVerse {
      claimPreformatted(lines, .verse)
    } else if hasOneFirstWord(lines) {
      claimPreformatted(lines, .code)
    } else if isAddress(lines) {
      claimPreformatted(lines, .looseLines)
    } else {
      page.claim(lines, as: .list, reason: .looseLines, eachLine: true)
    }
  }

  /// Whether the line ends like a paragraph: a sentence, or in a script without spaces a quotation.
  private func endsParagraph(_ line: Int) -> Bool {
    !page.shape.isRagged
      && (page.endsSentence(line) || page.text(line).suffix(3).elementsEqual("\u{300D}".utf8))
  }

  /// A line alone, in a text of verse, that ends like one.
  private func isVerseLine(_ line: Int) -> Bool {
    page.shape.isRagged && page.lines[line].edge <= (page.shape.measure ?? 0)
      && (page.endsSentence(line) || page.endsInside(line))
  }

  /// Short lines of a wrapped text that begin with capitals, not with amounts: names and addresses.
  private func isAddress(_ lines: Range<Int>) -> Bool {
    page.shape.measure != nil && lines.allSatisfy { page.beginsCapital($0) || hasMail($0) }
      && page.lines[lines].contains { $0.digits > 0 || $0.symbols > 0 }
  }

  private func hasMail(_ line: Int) -> Bool { page.text(line).contains(UInt8(ascii: "@")) }

  /// Lines that begin with the same word and have numbers or marks: settings or commands.
  private func hasOneFirstWord(_ lines: Range<Int>) -> Bool {
    let first = page.lines[lines.lowerBound].firstWord(in: page.bytes)
    return page.lines[lines].allSatisfy { line in
      line.words > 1 && line.digits + line.symbols > 0 && line.firstWord(in: page.bytes) == first
    }
  }

  /// A few lines before the first prose of which the first is not full: title, author, date.
  private mutating func isHead(_ lines: Range<Int>) -> Bool {
    guard !hasProse else { return false }
    let isShort = lines.count <= 5 && lines.allSatisfy { page.lines[$0].terms <= 14 }
    let isSigned = isShort && lines.contains(where: hasMail)
    let isByline = isShort && lines.dropFirst().contains(where: isByline)
    let isHead = isShort && (hasLooseEnds(lines) || isByline || page.shape.isRagged && isSigned)
    hasProse = !isHead && lines.count > 1 || page.lines[lines.lowerBound].terms > 16
    return isHead && lines.count > 1 && (!page.shape.isRagged || isSigned)
  }

  /// A line that names an author, a date or a version.
  private func isByline(_ line: Int) -> Bool {
    guard page.beginsCapital(line), page.lines[line].terms <= 12 else { return false }
    let byline = BylineText(page.string(line))
    return byline.author != nil || byline.date != nil || byline.isVersionOrAge
  }

  /// Whether each line but the last could have taken more words, and none runs on.
  private func hasLooseEnds(_ lines: Range<Int>) -> Bool {
    let measure = page.shape.measure ?? Shape.widestMeasure
    return lines.dropLast().allSatisfy { line in
      WrapEvidence.slack(line, measure: measure, of: page) * 8 > measure
        && !page.beginsSmall(line + 1)
    }
  }

  private func meanColumns(_ lines: Range<Int>) -> Int {
    page.lines[lines].reduce(0) { $0 + $1.columns } / lines.count
  }

  /// Prose is cut where a line ends early at the end of a sentence.
  private mutating func takeProse(_ lines: Range<Int>, _ kind: Block.Kind, _ reason: Reason) {
    let level = kind == .quote ? 1 : 0
    let measure = WrapEvidence.measure(lines, of: page)
    var start = lines.lowerBound
    for line in lines.dropLast() {
      guard WrapEvidence.slack(line, measure: measure, of: page) * 4 > measure,
        page.endsSentence(line), !page.beginsSmall(line + 1)
      else { continue }
      page.claim(page.draft(start..<line + 1, kind, level: level, reason: reason))
      start = line + 1
    }
    page.claim(page.draft(start..<lines.upperBound, kind, level: level, reason: reason))
  }
}
