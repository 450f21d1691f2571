/// Author, date and source of the text, around its title and below its end.
extension Roles {
  mutating func assignBylines() {
    for index in bylineZone where isOpen(index) && drafts[index].kind != .title {
      guard drafts[index].kind != .furniture || BylineText(facts[index].linkedText).author != nil else { continue }
      guard isByline(index) else { continue }
      set(index, .byline, .byline)
    }
    for index in drafts.indices where drafts[index].kind == .byline || drafts[index].kind == .furniture {
      readByline(index)
    }
  }

  /// Blocks from a little above the title to the first text below it.
  private var bylineZone: Range<Int> {
    guard let title else { return 0..<min(body?.lowerBound ?? 0, drafts.count) }
    let end = drafts.indices.dropFirst(title + 1).first { body?.contains($0) == true && !isOpen($0) }
    return max(title - 3, 0)..<min(end ?? title + 8, title + 12, drafts.count)
  }

  /// Whether the block names an author or a date and says little else.
  func isByline(_ index: Int) -> Bool {
    guard isOpen(index), facts[index].terms <= 24, drafts[index].block.marker == nil,
      !facts[index].endsWithColon
    else { return false }
    let byline = BylineText(facts[index].linkedText)
    if byline.author != nil { return facts[index].terms <= 16 || byline.date != nil }
    if facts[index].furniture?.kind == .copyright { return title.map { index > $0 } == true }
    return byline.date != nil && facts[index].terms <= 14
  }

  private mutating func readByline(_ index: Int) {
    guard facts[index].isShort else { return }
    let byline = BylineText(facts[index].linkedText)
    if page.metadata.author == nil, drafts[index].kind == .byline { page.metadata.author = byline.author }
    if page.metadata.date == nil, facts[index].furniture?.kind != .copyright {
      page.metadata.date = byline.date
    }
  }
}
