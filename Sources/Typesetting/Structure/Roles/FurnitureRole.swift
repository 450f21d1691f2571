/// Lines of the page around the text.
extension Roles {
  private static let enough = 3.0

  mutating func assignFurniture() {
    let scores = drafts.indices.map(ownScore)
    isSavedPage = looksSaved(scores)
    let tail = isSavedPage ? min(firstOfTail(scores), repeatedMenu() ?? drafts.count) : drafts.count
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
    guard isLabel(index), body?.contains(index) != true, index + 1 < drafts.count else {
      return false
    }
    return kind(index - 1) == .furniture && facts[index + 1].furniture != nil
      && drafts[index + 1].kind != .title
  }

  /// What the words and the form of the block say by themselves.
  private func ownScore(_ index: Int) -> Double {
    guard isOpen(index), drafts[index].kind != .preformatted || drafts[index].lines.count == 1
    else {
      return -10
    }
    let facts = facts[index]
    var score = 0.0
    if let (kind, fit) = facts.furniture {
      switch fit {
      case .whole:
        score += kind.isWeak ? 1.5 : facts.phrase.words.count > 1 || kind == .advert ? 3 : 2
      case .opening: score += kind == .copyright ? 2 : 1.5
      case .label: score += facts.phrase.words.count < 5 ? 2.5 : kind.isWeak ? 2 : 3
      case .inside: score += kind == .edited && facts.terms > 16 ? 0 : 2.5
      }
    }
    if facts.furniture != nil, repeats[facts.phrase.text, default: 0] > 2 { score += 2 }
    if drafts[index].kind == .preformatted { return score + (isFormField(index) ? 3 : 0) }
    if facts.parts > 2, facts.phrase.words.count <= facts.parts * 4 { score += 2 }
    if facts.parts == 2, facts.terms <= 6 { score += 1 }
    if line(index).widestGap > 12, facts.terms <= 6 { score += 1 }
    if isSpacedOut(index), isInHead(index) { score += 1.5 }
    if facts.bytes.first == UInt8(ascii: "#"), facts.linkMarks > 0 { score += 3 }
    if facts.phrase.words.count < 3, isFollowedByText(index) { score -= 2 }
    if facts.linkMarks > 0, facts.linkMarks * 4 >= facts.terms { score += 1.5 }
    if facts.marks.brackets > 2 { score += 1.5 }
    if facts.furniture?.fit == .opening, facts.terms <= 8, !facts.endsSentence { score += 0.5 }
    if isArrowed(facts.bytes) { score += 2 }
    let networks =
      facts.terms <= 30 ? facts.phrase.words.count(where: Phrasebook.networks.contains) : 0
    if networks > 1 { score += 2 }
    if line(index).letters == 0, line(index).digits > 0, body?.contains(index) == false,
      DateText.year(facts.text) == nil
    {
      score += 3
    }
    if facts.furniture?.kind == .edited, facts.date != nil { score += 1.5 }
    if isFormField(index) { score += 3 }
    if isMenuItem(index) { score += 1 }
    if facts.furniture?.fit == .inside, facts.terms <= 12 { score += 0.5 }
    if facts.endsSentence, facts.terms >= 8, networks < 2,
      facts.furniture.map({ $0.fit == .opening && $0.kind != .copyright }) ?? true
    {
      score -= 2
    }
    return score
  }

  /// Links of a menu side by side, three columns or more apart.
  private func isSpacedOut(_ index: Int) -> Bool {
    let line = line(index)
    return drafts[index].block.slices.count == 1 && line.gaps > 0 && line.widestGap > 2
      && line.words <= (line.gaps + 1) * 4
  }

  /// Whether the block stands above the text, around the title.
  private func isInHead(_ index: Int) -> Bool {
    index < (body?.lowerBound ?? title ?? 0)
  }

  /// An arrow before or behind a line leads to another page.
  private func isArrowed(_ bytes: [UInt8]) -> Bool {
    let arrows: [[UInt8]] = [[0xE2, 0x86, 0x90], [0xE2, 0x86, 0x92]]
    return arrows.contains { bytes.starts(with: $0) || bytes.suffix(3).elementsEqual($0) }
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

  private func isFormField(_ index: Int) -> Bool {
    let bytes = facts[index].bytes
    return facts[index].marks.hasField && line(index).letters > 0 || bytes.elementsEqual("[ ]".utf8)
      || bytes.starts(with: "(BUTTON)".utf8)
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

  /// What stands before the title or after the text is more likely furniture.
  private func zoneScore(_ index: Int, tail: Int) -> Double {
    if drafts[index].block.reason == .rule { return title.map { index < $0 } == true ? 3 : 0 }
    if drafts[index].kind == .preformatted { return 0 }
    if isAboveText(index) { return isSavedPage && facts[index].terms <= 20 ? 3 : 1 }
    if isBreadcrumb(index) { return 3 }
    if index >= tail {
      return facts[index].terms <= 5 || drafts[index].kind == .list || facts[index].furniture != nil
        ? 3 : 1
    }
    if facts[index].furniture?.kind == .copyright, isAboutCopyright { return -2 }
    if !isSavedPage, facts[index].terms >= 14, facts[index].furniture?.kind != .copyright {
      return -2
    }
    if index + 1 < drafts.count, facts[index + 1].furniture?.kind == .paging, isAboveText(index) {
      return 3
    }
    let isPlainWord = !isSavedPage && facts[index].phrase.words.count == 1
    if isPlainWord, facts[index].furniture?.kind != .advert { return -1 }
    guard let body else { return 0 }
    if index < body.lowerBound || index > body.upperBound { return 1 }
    if facts[index].furniture?.kind == .copyright { return -1.5 }
    let isBeforeText = kind(index + 1) == .paragraph && !facts[index + 1].isShort
    return isBeforeText && facts[index].furniture?.kind.isWeak == true ? -2 : 0
  }

  /// A text with many notices of copyright is about them.
  private var isAboutCopyright: Bool { copyrightNotices > 4 }

  private func isAboveText(_ index: Int) -> Bool {
    title.map { index < min($0, body?.lowerBound ?? $0) } == true
  }

  private func zoneReason(_ index: Int) -> Reason {
    if let title, index < title { return .aboveTitle }
    return facts[index].parts > 2 || facts[index].linkMarks > 0 ? .menu : .belowText
  }

  /// The first block below which there is hardly any text, and which is surely furniture, or begins
  /// the run of short lines with which the page ends.
  private func firstOfTail(_ scores: [Double]) -> Int {
    let weights = drafts.indices.map { isCertainText($0) ? facts[$0].terms : 0 }
    var left = 0
    var run = 0
    let total = weights.reduce(0, +)
    var tail = drafts.count
    for index in drafts.indices.reversed() where index > (title ?? 0) {
      left += weights[index]
      guard left * 5 <= total, left <= 120 else { break }
      run = isLabel(index) && drafts[index].kind == .paragraph ? run + 1 : 0
      if isStrong(index, scores) || run > 5 { tail = index }
    }
    return tail < drafts.count ? withLabels(above: tail) : tail
  }

  private func isStrong(_ index: Int, _ scores: [Double]) -> Bool {
    guard let (kind, fit) = facts[index].furniture else { return false }
    return scores[index] >= 2 && !kind.isWeak
      || fit == .whole && facts[index].phrase.words.count > 1
  }

  /// The first of the short lines right above the tail: tags and the like.
  private func withLabels(above tail: Int) -> Int {
    var first = tail
    while first > 0, isLabel(first - 1), facts[first - 1].terms <= 5,
      drafts[first - 1].kind != .title
    {
      first -= 1
    }
    return tail - first > 1 ? first : tail
  }

  /// Whether the page's title stands above the text, or several lines are surely furniture of a page.
  private func looksSaved(_ scores: [Double]) -> Bool {
    if let title, drafts[title].block.reason == .titleRepeated { return true }
    let sure = drafts.indices.count { index in
      scores[index] >= Self.enough && facts[index].furniture?.kind != .copyright
    }
    return sure > 1 && sure * 40 > drafts.count
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
      drafts.indices.prefix(title + 3).filter { isOpen($0) && facts[$0].parts > 1 }.map {
        facts[$0].phrase.text
      })
    guard !menus.isEmpty else { return nil }
    return drafts.indices.dropFirst(max(body.lowerBound, title + 3)).first { index in
      isOpen(index) && menus.contains(facts[index].phrase.text)
        && !drafts.indices.dropFirst(index).contains {
          facts[$0].terms > 40 && drafts[$0].kind != .list
        }
    }
  }

  /// A line of a list or a short one that stands below a heading of furniture.
  private func isFollower(_ index: Int) -> Bool {
    guard isOpen(index), facts[index].terms <= 20, !facts[index].endsSentence else { return false }
    return drafts[index].kind == .list || blanks(before: index) == 0
      || body.map { index > $0.upperBound } == true
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
