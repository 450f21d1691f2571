/// Where the article ends and the foot of a saved page begins.
extension Roles {
  /// The first block of the foot; the number of blocks where there is none.
  func tail(_ scores: [Double]) -> Int {
    guard isSavedPage else { return drafts.count }
    return min(firstOfTail(scores), repeatedMenu() ?? drafts.count)
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
}
