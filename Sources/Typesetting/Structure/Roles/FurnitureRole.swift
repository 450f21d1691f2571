/// Lines of the page around the text.
extension Roles {
  mutating func assignFurniture() {
    let scores = drafts.indices.map {
      mayBeFurniture($0) ? FurnitureEvidence.weight(of: $0, in: self) : nil
    }
    isSavedPage = looksSaved(scores.map { $0 ?? 0 })
    let tail = tail(scores.map { $0 ?? 0 })
    var leader: Reason?
    for index in drafts.indices {
      guard let own = scores[index], drafts[index].kind != .title else {
        if drafts[index].kind != .furniture { leader = nil }
        continue
      }
      let score = own + zoneScore(index, tail: tail) + scoreOfFollower(index, leader, tail: tail)
      guard score >= FurnitureEvidence.enough else {
        if !isFollower(index) || blanks(before: index) > 0 { leader = nil }
        continue
      }
      let reason = facts[index].furniture?.kind.reason ?? leader ?? zoneReason(index)
      if leads(index) { leader = reason }
      set(index, .furniture, reason)
    }
  }

  private func mayBeFurniture(_ index: Int) -> Bool {
    isOpen(index) && (drafts[index].kind != .preformatted || drafts[index].lines.count == 1)
  }

  /// Whether what stands below belongs to the block: the links below "Related articles".
  private func leads(_ index: Int) -> Bool {
    facts[index].furniture.map { $0.fit == .whole && $0.kind.hasFollowers } == true
  }

  private func scoreOfFollower(_ index: Int, _ leader: Reason?, tail: Int) -> Double {
    var score = isSandwiched(index) ? 1.5 : 0
    guard isFollower(index) else { return score }
    if leader != nil { return score + 2.5 }
    if index >= tail, kind(index - 1) == .furniture, !isFollowedByText(index) { score += 1 }
    return score
  }

  /// A line of a list or a short one that may belong to the one above.
  private func isFollower(_ index: Int) -> Bool {
    guard isOpen(index), facts[index].terms <= 20, !facts[index].endsSentence else { return false }
    return drafts[index].kind == .list || blanks(before: index) == 0
      || body.map { index > $0.upperBound } == true
  }

  /// A short line between two lines of furniture, outside the text.
  private func isSandwiched(_ index: Int) -> Bool {
    guard isLabel(index), body?.contains(index) != true, index + 1 < drafts.count else {
      return false
    }
    return kind(index - 1) == .furniture && facts[index + 1].furniture != nil
      && drafts[index + 1].kind != .title
  }

  /// One of several short lines in a row of which some are known from menus: four, or three of which
  /// two are known.
  func isMenuItem(_ index: Int) -> Bool {
    guard isMenuLike(index) else { return false }
    var first = index
    var last = index
    while first > 0, index - first < 8, isMenuLike(first - 1) { first -= 1 }
    while last + 1 < drafts.count, last - index < 8, isMenuLike(last + 1) { last += 1 }
    let known = (first...last).count { facts[$0].furniture != nil || facts[$0].linkMarks > 0 }
    return last - first > 2 ? known > 0 : last - first > 1 && known > 1
  }

  private func isMenuLike(_ index: Int) -> Bool {
    isOpen(index) && facts[index].terms <= 5 && !facts[index].endsSentence
      && !facts[index].endsWithColon
  }

  /// Whether prose stands below, to which the block may be the heading.
  func isFollowedByText(_ index: Int) -> Bool {
    let below = drafts.indices.dropFirst(index + 1).first {
      !drafts[$0].isSettled || drafts[$0].kind != .furniture
    }
    guard let next = below, facts[index].furniture?.kind != .advert else { return false }
    if drafts[index].block.reason == .aboveIndented { return true }
    return kind(next) == .paragraph && !isLabel(next) && facts[next].furniture == nil
  }

  /// Whether the page's title stands above the text, or several lines are surely furniture.
  private func looksSaved(_ scores: [Double]) -> Bool {
    if let title, drafts[title].block.reason == .titleRepeated { return true }
    let sure = drafts.indices.filter { index in
      scores[index] >= FurnitureEvidence.enough && facts[index].furniture?.kind != .copyright
    }
    guard sure.count > 1 else { return false }
    return isInHead(sure[1]) || sure.count * 40 > drafts.count
  }
}

extension Furniture {
  /// Words that are headings and sentences of texts as well.
  var isWeak: Bool {
    switch self {
    case .menu, .paging, .edited, .login: true
    default: false
    }
  }

  /// Whether a list below it belongs to it.
  fileprivate var hasFollowers: Bool {
    switch self {
    case .share, .related, .comments, .newsletter, .menu, .login, .paging, .cookies: true
    default: false
    }
  }
}
