/// The title of the text, where a format has not stated it.
extension Roles {
  /// Blocks from the beginning among which the title is looked for.
  private static let reach = 80

  mutating func assignTitle() {
    dropSubject()
    guard let best = stated() ?? bestCandidate() else { return }
    title = best
    let text = facts[best].text
    if page.metadata.title == nil { page.metadata.title = TitleText.cleaned(text) }
    set(best, .title, titleReason(best))
    markRepeats(of: facts[best].key, except: best)
  }

  /// The text below a message's header may have a title of its own, which then counts.
  private mutating func dropSubject() {
    guard
      let subject = drafts.indices.first(where: {
        drafts[$0].isSettled && drafts[$0].kind == .title
      }),
      drafts[subject].block.reason == .subject,
      let own = drafts.indices.dropFirst(subject + 1).first(where: { !drafts[$0].isSettled }),
      drafts[own].underline == UInt8(ascii: "=") || drafts[own].block.reason == .markedHeading
    else { return }
    set(subject, .byline, .subject)
    page.metadata.title = nil
  }

  /// The block that repeats the title that a header stated.
  private func stated() -> Int? {
    guard let title = page.metadata.title.map({ TitleText.key($0) }), !title.isEmpty else {
      return nil
    }
    return drafts.indices.prefix(Self.reach).first { isOpen($0) && facts[$0].key == title }
  }

  private func bestCandidate() -> Int? {
    guard page.metadata.title == nil else { return nil }
    let candidates = drafts.indices.prefix(Self.reach).filter(mayBeTitle)
    let scored = candidates.map { (index: $0, score: TitleEvidence.weight(of: $0, in: self)) }
    guard let best = scored.max(by: { $0.score < $1.score }), best.score > TitleEvidence.enough
    else { return nil }
    return best.index
  }

  private func mayBeTitle(_ index: Int) -> Bool {
    guard isOpen(index), facts[index].terms <= 30, drafts[index].block.lineCount <= 3,
      !facts[index].endsSentence || facts[index].terms <= 14
    else {
      return false
    }
    switch drafts[index].kind {
    case .paragraph, .heading: return true
    case .list: return drafts[index].block.marker == nil || isOutlineNumber(index)
    default: return false
    }
  }

  func isOutlineNumber(_ index: Int) -> Bool {
    guard let marker = drafts[index].block.marker else { return false }
    return page.bytes[marker].last == UInt8(ascii: ".")
      && page.bytes[marker].first.map { $0 < 0x3A } == true
  }

  /// The first block below that is not furniture by its words.
  func textBelow(_ index: Int) -> Int? {
    drafts.indices.dropFirst(index + 1).prefix(200).first { !isLikeFurniture($0) }
  }

  /// Blocks of text that stand before the block.
  func textsBefore(_ index: Int) -> Int {
    guard let body, body.lowerBound < index else { return 0 }
    return drafts[body.lowerBound..<index].count {
      $0.kind != .furniture && $0.kind != .preformatted
    }
  }

  /// Whether no other heading is underlined with the mark.
  func isOnlyUnderline(_ mark: UInt8) -> Bool {
    drafts.count { $0.underline == mark } == 1
      && drafts.contains { $0.underline != nil && $0.underline != mark }
  }

  /// Whether half of the next blocks are furniture: then this is the name of the site.
  func isAboveMenu(_ index: Int) -> Bool {
    drafts.indices.dropFirst(index + 1).prefix(6).count(where: isLikeFurniture) > 2
  }

  private func isLikeFurniture(_ index: Int) -> Bool {
    drafts[index].kind == .furniture || facts[index].furniture != nil || facts[index].parts > 2
  }

  /// Whether the window's title begins with this line: sites put their name last.
  func beginsWindowTitle(_ index: Int) -> Bool {
    isInWindowTitle(index) && facts[0].key.hasPrefix(facts[index].key)
  }

  /// Whether the first block of the text, or a breadcrumb, has this one as a part of it.
  func isInWindowTitle(_ index: Int) -> Bool {
    let key = facts[index].key
    guard key.utf8.count > 3 else { return false }
    return windows.contains { $0.index < index && $0.keys.contains(key) }
  }

  /// The first block and the breadcrumbs near it, with the keys of the parts they are made of.
  static func windows(
    _ page: Page, _ drafts: [Draft], _ facts: [Facts]
  ) -> [(index: Int, keys: Set<String>)] {
    facts.indices.prefix(12).compactMap { index in
      guard facts[index].isShort, facts[index].linkMarks < 2, index == 0 || facts[index].parts > 1
      else { return nil }
      // No part of it is longer; small letters of few scripts are longer than capitals.
      let longest = 2 * drafts[index].block.slices.reduce(0) { $0 + $1.source.count }
      guard facts[(index + 1)...].contains(where: { $0.isShort && $0.key.utf8.count <= longest })
      else { return (index, []) }
      let parts = drafts[index].block.slices.flatMap { slice in
        let text = LinkMarks.removed(from: page.bytes[slice.source])
        return TitleText.parts(of: String(decoding: text, as: UTF8.self))
      }
      return (index, Set(parts.map { TitleText.key($0) }))
    }
  }

  func isCentred(_ index: Int) -> Bool {
    let line = line(index)
    let measure = page.shape.measure ?? 72
    return line.indent > page.shape.base + 4
      && abs(line.indent + line.edge - measure - page.shape.base) < 8
  }

  private func titleReason(_ index: Int) -> Reason {
    if isInWindowTitle(index) { return .titleRepeated }
    if drafts[index].underline != nil { return .underlined }
    return isCentred(index) ? .centred : .titleFirst
  }

  /// Repeats of the title near the head, alone or within the window's title.
  private mutating func markRepeats(of key: String, except title: Int) {
    for index in drafts.indices.prefix(min(max(title, body?.lowerBound ?? 0) + 12, Self.reach))
    where index != title {
      guard isOpen(index), drafts[index].kind != .list else { continue }
      if facts[index].key == key {
        set(index, .title, .windowTitle)
      } else if index == 0, windows.first.map({ $0.index == 0 && $0.keys.contains(key) }) == true,
        facts[0].parts < 4, !facts[0].marks.hasSteps
      {
        set(0, .title, .windowTitle)
      }
    }
  }
}
