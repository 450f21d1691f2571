/// What the place of a block on the page says about it.
extension Roles {
  /// Where on the page a block stands.
  private enum Zone {
    /// Above the title and the text.
    case head
    /// Next to the title, with a path that ends in it.
    case path
    /// Below the article, where hardly any text is left.
    case foot
    /// Between the title and the text, or below it.
    case margin
    case text
  }

  private func zone(of index: Int, tail: Int) -> Zone {
    if title.map({ index < min($0, body?.lowerBound ?? $0) }) == true { return .head }
    if isPath(index) { return .path }
    if index >= tail { return .foot }
    return body?.contains(index) == false ? .margin : .text
  }

  /// What stands before the title or after the text is more likely furniture, what stands inside
  /// the text less.
  func zoneScore(_ index: Int, tail: Int) -> Double {
    let zone = zone(of: index, tail: tail)
    if drafts[index].kind == .preformatted {
      return drafts[index].block.reason == .rule && zone == .head ? 3 : 0
    }
    switch zone {
    case .head: return isSurelyHead(index) ? 3 : 1
    case .path: return 3
    case .foot: return isSurelyFoot(index) ? 3 : 1
    case .margin: return doubt(index) ?? 1
    case .text: return doubt(index) ?? scoreInsideText(index)
    }
  }

  private func isSurelyHead(_ index: Int) -> Bool {
    if index + 1 < drafts.count, facts[index + 1].furniture?.kind == .paging { return true }
    return isSavedPage && facts[index].terms <= 20
  }

  private func isSurelyFoot(_ index: Int) -> Bool {
    facts[index].terms <= 5 || drafts[index].kind == .list || facts[index].furniture != nil
  }

  /// What makes furniture unlikely outside head and foot.
  private func doubt(_ index: Int) -> Double? {
    let kind = facts[index].furniture?.kind
    // A text with many notices of copyright is about them.
    if kind == .copyright { return copyrightNotices > 4 ? -2 : nil }
    guard !isSavedPage else { return nil }
    if facts[index].terms >= 14 { return -2 }
    return facts[index].phrase.words.count == 1 && kind != .advert ? -1 : nil
  }

  private func scoreInsideText(_ index: Int) -> Double {
    guard let body, let kind = facts[index].furniture?.kind else { return 0 }
    if kind == .copyright { return body.contains(index) ? -1.5 : 0 }
    let isAboveText = self.kind(index + 1) == .paragraph && !facts[index + 1].isShort
    return isAboveText && kind.isWeak ? -2 : 0
  }

  func zoneReason(_ index: Int) -> Reason {
    if let title, index < title { return .aboveTitle }
    return facts[index].parts > 2 || facts[index].linkMarks > 0 ? .menu : .belowText
  }

  /// A path that ends in the title, near it.
  private func isPath(_ index: Int) -> Bool {
    guard let title, abs(index - title) < 4, facts[index].parts > 1 else { return false }
    let key = facts[title].key
    return !key.isEmpty && facts[index].phrase.text.hasSuffix(key)
  }

  /// Whether the block stands above the text, around the title.
  func isInHead(_ index: Int) -> Bool { index < (body?.lowerBound ?? title ?? 0) }
}
