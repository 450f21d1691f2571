/// Author, date and source of the text, around its title and below its end.
extension Roles {
  mutating func assignBylines() {
    for index in bylineZone where isOpen(index) && drafts[index].kind != .title {
      guard mayBeByline(index) else { continue }
      if isSubtitle(index) {
        set(index, .title, .titleBlock)
      } else if isByline(index) || isRestOfByline(index) || isConfirmedName(index)
        || isCentredName(index) || isYearOfByline(index)
      {
        set(index, .byline, .byline)
      }
    }
    for index in drafts.indices where isOpen(index) && facts[index].terms <= 8 {
      if drafts[index].kind == .paragraph, hasCredit(index) { set(index, .byline, .credit) }
    }
    assignSignature()
    for index in drafts.indices
    where drafts[index].kind == .byline || facts[index].furniture?.kind == .edited {
      readByline(index)
    }
    if let index = drafts.indices.last(where: isAboutAuthor) { set(index, .byline, .aboutAuthor) }
  }

  private func mayBeByline(_ index: Int) -> Bool {
    drafts[index].kind != .furniture || origin(index)?.author != nil
  }

  /// A short line between the title and the word "By".
  private func isSubtitle(_ index: Int) -> Bool {
    guard let title, index == title + 1, isLabel(index), index + 1 < drafts.count, isOpen(index + 1)
    else {
      return false
    }
    return origin(index + 1)?.isOpening == true && origin(index)?.isOpening != true
  }

  /// A name or a year, centred as the title above it.
  private func isCentredName(_ index: Int) -> Bool {
    guard let title, index > title, index < title + 4, isCentred(title), isCentred(index) else {
      return false
    }
    return PersonName.isName(facts[index].text) || DateText.year(facts[index].text) != nil
  }

  /// What stands below the text: a date alone, or the author's name behind a dash or two.
  private mutating func assignSignature() {
    if let index = drafts.indices.last(where: isFirstName) { set(index, .byline, .signature) }
    guard let body else { return }
    for index in drafts.indices.suffix(3) where index > body.upperBound && isLabel(index) {
      guard drafts[index].kind == .paragraph || drafts[index].kind == .list else { continue }
      let isDate = facts[index].terms <= 8 && facts[index].date != nil
      if isDate || isSigned(index) { set(index, .byline, .signature) }
    }
  }

  /// A part of the author's name above a signature.
  private func isFirstName(_ index: Int) -> Bool {
    guard let author = page.metadata.author, index + 1 < drafts.count, isLabel(index) else {
      return false
    }
    return drafts[index + 1].block.reason == .signature
      && author.contains(facts[index].text.trimmed(",. "))
  }

  /// A few sentences about the author behind the last ones of the text: they begin with the name.
  private func isAboutAuthor(_ index: Int) -> Bool {
    guard let author = page.metadata.author, drafts[index].kind == .paragraph, isOpen(index),
      facts[index].terms > 4
    else { return false }
    return facts[index].bytes.starts(with: (author + " ").utf8)
      && !drafts.indices.dropFirst(index + 1).contains {
        isCertainText($0) && drafts[$0].kind != .furniture
      }
  }

  private func isSigned(_ index: Int) -> Bool {
    let bytes = facts[index].bytes
    let isDashed = bytes.starts(with: "-- ".utf8) || bytes.starts(with: "\u{2014}".utf8)
    return isDashed && PersonName.isName(facts[index].text.trimmed("-\u{2014} "))
  }

  /// Blocks from a little above the title to the first text below it.
  private var bylineZone: Range<Int> {
    guard let title else { return 0..<min(body?.lowerBound ?? 0, drafts.count) }
    let end = drafts.indices.dropFirst(title + 1).first {
      body?.contains($0) == true && !isOpen($0)
    }
    return max(title - 3, 0)..<min(end ?? title + 8, title + 12, drafts.count)
  }

  /// Whether the block names an author or a date and says little else.
  func isByline(_ index: Int) -> Bool {
    guard isOpen(index), facts[index].terms <= (facts[index].mayHaveDate ? 40 : 24),
      drafts[index].block.marker == nil
    else { return false }
    let origin = origin(index)
    if origin?.isOpening == true || origin?.isVersionOrAge == true { return true }
    if facts[index].endsWithColon { return false }
    if origin?.author != nil { return facts[index].terms <= 16 || origin?.date != nil }
    if facts[index].furniture?.kind == .copyright { return title.map { index > $0 } == true }
    if facts[index].endsSentence, facts[index].terms > 8 { return false }
    return origin?.date != nil && (facts[index].terms <= 14 || facts[index].marks.separators > 0)
  }

  /// A line below a byline that has the form of one: part of the same stanza, or in capitals like it.
  private func isRestOfByline(_ index: Int) -> Bool {
    guard let title, index > title + 1, kind(index - 1) == .byline, isOpen(index),
      facts[index].furniture == nil,
      isLabel(index) || facts[index].isCapitals
    else { return false }
    if facts[index - 1].phrase.words.count == 1, facts[index - 1].terms == 1 { return true }
    if blanks(before: index) == 0, kind(index + 1) != .paragraph || isLabel(index + 1) {
      return true
    }
    return facts[index].isCapitals && facts[index - 1].isCapitals
      && (kind(index + 1) != .paragraph || isLabel(index + 1))
  }

  /// A year right below the author's name.
  private func isYearOfByline(_ index: Int) -> Bool {
    kind(index - 1) == .byline && blanks(before: index) == 0
      && DateText.year(facts[index].text) != nil
  }

  /// Whether nothing but a word such as "Author:" stands above.
  private func isBelowOpening(_ index: Int) -> Bool {
    index > 0 && kind(index - 1) == .byline && origin(index - 1)?.isOpening == true
  }

  /// A name right below the title that a notice of copyright, a date or an address follows.
  private func isConfirmedName(_ index: Int) -> Bool {
    guard let title, index == title + 1, index + 1 < drafts.count else { return false }
    if PersonName.isInIdeographs(facts[index].text) { return isLabel(index + 1) }
    guard PersonName.isFullName(facts[index].text) else { return false }
    if isByline(index + 1) || facts[index + 1].furniture?.kind == .copyright { return true }
    return blanks(before: index) == 0 && blanks(before: index + 1) > 0
  }

  private mutating func readByline(_ index: Int) {
    guard facts[index].isShort, page.metadata.author == nil || page.metadata.date == nil else {
      return
    }
    let origin = origin(index)
    if page.metadata.author == nil, drafts[index].kind == .byline {
      page.metadata.author = origin?.author ?? nameAlone(index)
    }
    if page.metadata.date == nil, facts[index].furniture?.kind != .copyright {
      page.metadata.date =
        origin?.date ?? DateText.first(in: facts[index].linkedText)
        ?? DateText.year(facts[index].text)
    }
  }

  /// The name of which the byline consists.
  private func nameAlone(_ index: Int) -> String? {
    guard drafts[index].block.reason == .byline else { return nil }
    let text = facts[index].text
    let isName = PersonName.isFullName(text) || PersonName.isInIdeographs(text)
    return isName || isBelowOpening(index) ? PersonName.names(text) : nil
  }
}
