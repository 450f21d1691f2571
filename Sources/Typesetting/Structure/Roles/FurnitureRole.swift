/// Lines of the page around the text.
extension Roles {
  private static let enough = 3.0

  mutating func assignFurniture() {
    let scores = drafts.indices.map(ownScore)
    let tail = min(firstOfTail(scores), repeatedMenu() ?? drafts.count)
    var follows: (reason: Reason, isList: Bool)?
    for index in drafts.indices {
      guard isOpen(index), drafts[index].kind != .title, scores[index] > -9 else {
        if drafts[index].kind != .furniture { follows = nil }
        continue
      }
      var score = scores[index] + zoneScore(index, tail: tail)
      if let following = follows, isFollower(index) { score += following.isList ? 2.5 : 1.5 }
      if follows == nil, index >= tail, isFollower(index), kind(index - 1) == .furniture,
        !isFollowedByText(index)
      {
        score += 1
      }
      if isSandwiched(index) { score += 1.5 }
      guard score >= Self.enough else {
        if !isFollower(index) || blanks(before: index) > 0 { follows = nil }
        continue
      }
      let reason = facts[index].furniture?.kind.reason ?? follows?.reason ?? zoneReason(index)
      if facts[index].furniture?.fit == .whole, facts[index].furniture?.kind.hasFollowers == true {
        follows = (reason, true)
      }
      set(index, .furniture, reason)
    }
  }

  /// A short line between two lines of furniture, outside the text.
  private func isSandwiched(_ index: Int) -> Bool {
    guard isLabel(index), body?.contains(index) != true, index + 1 < drafts.count else { return false }
    return kind(index - 1) == .furniture && facts[index + 1].furniture != nil && drafts[index + 1].kind != .title
  }

  /// What the words and the form of the block say by themselves.
  private func ownScore(_ index: Int) -> Double {
    guard isOpen(index) else { return -10 }
    let facts = facts[index]
    var score = 0.0
    if let (kind, fit) = facts.furniture {
      switch fit {
      case .whole: score += kind.isWeak ? 1.5 : facts.phrase.words.count > 1 || kind == .advert ? 3 : 2
      case .opening: score += kind == .copyright ? 2.5 : 1.5
      case .label: score += kind.isWeak ? 2 : 3
      case .inside: score += 2.5
      }
    }
    if facts.furniture != nil, repeats[facts.phrase.text, default: 0] > 2 { score += 2 }
    if facts.parts > 2, facts.phrase.words.count <= facts.parts * 4 { score += 2 }
    if facts.parts == 2, facts.terms <= 6 { score += 1 }
    if line(index).widestGap > 12, facts.terms <= 6 { score += 1 }
    if facts.bytes.first == UInt8(ascii: "#"), facts.linkMarks > 0 { score += 3 }
    if facts.phrase.words.count < 3, isFollowedByText(index) { score -= 2 }
    if facts.linkMarks > 0, facts.linkMarks * 4 >= facts.terms { score += 1.5 }
    if facts.marks.brackets > 2 { score += 1.5 }
    if facts.furniture?.kind == .edited, facts.date != nil { score += 1.5 }
    if isFormField(index) { score += 3 }
    if isMenuItem(index) { score += 1 }
    if facts.endsSentence, facts.terms >= 8, facts.furniture.map({ $0.fit == .opening && $0.kind != .copyright }) ?? true {
      score -= 2
    }
    return score
  }

  /// Whether prose stands below, to which the block may be the heading.
  func isFollowedByText(_ index: Int) -> Bool {
    guard let next = kind(index + 1), facts[index].furniture?.kind != .advert else { return false }
    if drafts[index].block.reason == .aboveIndented { return true }
    return next == .paragraph && !isLabel(index + 1) && facts[index + 1].furniture == nil
  }

  private func isFormField(_ index: Int) -> Bool {
    let bytes = facts[index].bytes
    return facts[index].marks.hasField && line(index).letters > 0 || bytes.elementsEqual("[ ]".utf8)
      || bytes.starts(with: "(BUTTON)".utf8)
  }

  /// One of four or more short lines in a row, of which some are known from menus.
  func isMenuItem(_ index: Int) -> Bool {
    guard isMenuLike(index) else { return false }
    var first = index
    var last = index
    while first > 0, index - first < 8, isMenuLike(first - 1) { first -= 1 }
    while last + 1 < drafts.count, last - index < 8, isMenuLike(last + 1) { last += 1 }
    guard last - first >= 3 else { return false }
    return (first...last).contains { facts[$0].furniture != nil || facts[$0].linkMarks > 0 }
  }

  private func isMenuLike(_ index: Int) -> Bool {
    isOpen(index) && facts[index].terms <= 5 && !facts[index].endsSentence && !facts[index].endsWithColon
  }

  /// What stands before the title or after the text is more likely furniture.
  private func zoneScore(_ index: Int, tail: Int) -> Double {
    if drafts[index].block.reason == .rule { return title.map { index < $0 } == true ? 3 : 0 }
    if drafts[index].kind == .preformatted { return 0 }
    if let title, index < min(title, body?.lowerBound ?? title) { return facts[index].terms <= 20 ? 3 : 1 }
    if isBreadcrumb(index) { return 3 }
    if index >= tail {
      return facts[index].terms <= 5 || drafts[index].kind == .list || facts[index].furniture != nil ? 3 : 1
    }
    guard let body else { return 0 }
    if index < body.lowerBound || index > body.upperBound { return 1 }
    let isBeforeText = kind(index + 1) == .paragraph && !facts[index + 1].isShort
    return isBeforeText && facts[index].furniture?.kind.isWeak == true ? -2 : 0
  }

  private func zoneReason(_ index: Int) -> Reason {
    if let title, index < title { return .aboveTitle }
    return facts[index].parts > 2 || facts[index].linkMarks > 0 ? .menu : .belowText
  }

  /// The first block after the text from which on all is furniture: a strong one, and no text below.
  private func firstOfTail(_ scores: [Double]) -> Int {
    guard let body, body.upperBound + 1 < drafts.count else { return drafts.count }
    return (body.upperBound + 1..<drafts.count).first { index in
      scores[index] >= 2 && facts[index].furniture.map { !$0.kind.isWeak } == true
    } ?? drafts.count
  }

  /// A path that ends in the title, near it.
  private func isBreadcrumb(_ index: Int) -> Bool {
    guard let title, abs(index - title) < 4, facts[index].parts > 1 else { return false }
    let key = facts[title].key
    return !key.isEmpty && facts[index].phrase.text.hasSuffix(key)
  }

  /// Where a menu from above the title stands again, with little text below: there the page ends.
  private func repeatedMenu() -> Int? {
    guard let title, let body else { return nil }
    let menus = Set(
      drafts.indices.prefix(title + 3).filter { isOpen($0) && facts[$0].parts > 1 }.map { facts[$0].phrase.text })
    guard !menus.isEmpty else { return nil }
    return drafts.indices.dropFirst(max(body.lowerBound, title + 3)).first { index in
      isOpen(index) && menus.contains(facts[index].phrase.text)
        && !drafts.indices.dropFirst(index).contains { facts[$0].terms > 40 && drafts[$0].kind != .list }
    }
  }

  /// A line of a list or a short one that stands below a heading of furniture.
  private func isFollower(_ index: Int) -> Bool {
    guard isOpen(index), facts[index].terms <= 20, !facts[index].endsSentence else { return false }
    return drafts[index].kind == .list || blanks(before: index) == 0 || body.map { index > $0.upperBound } == true
  }
}

extension Furniture {
  /// Words that are headings and sentences of texts as well.
  fileprivate var isWeak: Bool {
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
