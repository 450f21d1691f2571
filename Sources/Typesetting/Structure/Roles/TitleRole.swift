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
    let scored = candidates.map { (index: $0, score: titleScore($0)) }
    guard let best = scored.max(by: { $0.score < $1.score }), best.score > -1.5 else { return nil }
    return best.index
  }

  private func mayBeTitle(_ index: Int) -> Bool {
    guard isOpen(index), facts[index].terms <= 30, drafts[index].block.slices.count <= 3,
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

  private func isOutlineNumber(_ index: Int) -> Bool {
    guard let marker = drafts[index].block.marker else { return false }
    return page.bytes[marker].last == UInt8(ascii: ".")
      && page.bytes[marker].first.map { $0 < 0x3A } == true
  }

  private func titleScore(_ index: Int) -> Double {
    let facts = facts[index]
    var score = -0.1 * Double(min(index, 40))
    if index == 0, !isAboveMenu(index) { score += 2 }
    score += scoreOfWindowTitle(index)
    if page.beginsSmall(drafts[index].lines.lowerBound) { score -= 2 }
    if let mark = drafts[index].underline {
      score += isOnlyUnderline(mark) || index == 0 ? 5 : 3
      if !drafts[..<index].contains(where: { $0.underline != nil }) { score += 1 }
    }
    let isMarked = drafts[index].block.reason == .markedHeading
    if isMarked { score += drafts[index].block.level == 1 ? 4 : 1 }
    if isCentred(index) { score += 2 }
    if facts.isCapitals { score += 1 }
    if let (kind, fit) = facts.furniture { score -= fit == .opening && kind != .copyright ? 2 : 6 }
    if facts.parts > 1, !isMarked { score -= 4 }
    if facts.linkMarks > 1 { score -= 4 }
    if self.facts.indices.contains(index + 1), self.facts[index + 1].furniture?.kind == .paging {
      score -= 3
    }
    if isOutlineNumber(index) { score += 0.5 }
    if facts.marks.hasPilcrow { score += 1 }
    if isMenuItem(index), !isInWindowTitle(index) { score -= 3 }
    if facts.terms == 2 {
      score += 0.5
    } else if (3...16).contains(facts.terms) {
      score += 1
    } else if facts.terms > 20 {
      score -= 2
    }
    if facts.endsSentence { score -= facts.terms > 5 && !facts.isCapitals ? 4 : 1 }
    if facts.endsWithColon { score -= 3 }
    if facts.date != nil { score -= 3 }
    if facts.marks.hasAddress || facts.marks.hasMail, !isMarked { score -= 4 }
    score -= 4 * Double(textsBefore(index))
    return score + scoreOfFollowing(index)
  }

  /// A title is followed by a byline or by the text.
  private func scoreOfFollowing(_ index: Int) -> Double {
    guard let next = drafts.indices.dropFirst(index + 1).first(where: { !isLikeFurniture($0) })
    else {
      return -2
    }
    if isByline(next) { return 3 }
    if next + 1 < drafts.count, isByline(next + 1) { return 2 }
    if body.map({ $0.contains(next) }) == true, !isLabel(next) { return 1.5 }
    return 0
  }

  /// Blocks of text that stand before the block.
  private func textsBefore(_ index: Int) -> Int {
    guard let body, body.lowerBound < index else { return 0 }
    return drafts[body.lowerBound..<index].count {
      $0.kind != .furniture && $0.kind != .preformatted
    }
  }

  /// Whether no other heading is underlined with the mark.
  private func isOnlyUnderline(_ mark: UInt8) -> Bool {
    drafts.count { $0.underline == mark } == 1
      && drafts.contains { $0.underline != nil && $0.underline != mark }
  }

  /// Whether half of the next blocks are furniture: then this is the name of the site.
  private func isAboveMenu(_ index: Int) -> Bool {
    drafts.indices.dropFirst(index + 1).prefix(6).count(where: isLikeFurniture) > 2
  }

  private func isLikeFurniture(_ index: Int) -> Bool {
    drafts[index].kind == .furniture || facts[index].furniture != nil || facts[index].parts > 2
  }

  /// More for the part with which the window's title begins: sites put their name last.
  private func scoreOfWindowTitle(_ index: Int) -> Double {
    guard isInWindowTitle(index) else { return 0 }
    let key = facts[index].key
    return facts[0].key.hasPrefix(key) ? 7.5 : 6
  }

  /// Whether the first block of the text, or a breadcrumb, has this one as a part of it.
  private func isInWindowTitle(_ index: Int) -> Bool {
    let key = facts[index].key
    guard index > 0, key.utf8.count > 3 else { return false }
    return drafts.indices.prefix(min(index, 12)).contains { earlier in
      guard facts[earlier].isShort, facts[earlier].linkMarks < 2 else { return false }
      guard earlier == 0 || facts[earlier].parts > 1 else { return false }
      return windowParts(earlier).contains { TitleText.key($0) == key }
    }
  }

  private func windowParts(_ index: Int) -> [String] {
    drafts[index].block.slices.flatMap { slice in
      TitleText.parts(
        of: String(decoding: LinkMarks.removed(from: page.bytes[slice.source]), as: UTF8.self))
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
      } else if index == 0, windowParts(0).contains(where: { TitleText.key($0) == key }),
        facts[0].parts < 4, !facts[0].marks.hasSteps
      {
        set(0, .title, .windowTitle)
      }
    }
  }
}
