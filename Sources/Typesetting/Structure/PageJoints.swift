/// Joins what a page break cut in two.
enum PageJoints {
  /// The drafts, in order, with each cut paragraph in one piece behind the furniture of the break.
  static func joined(_ drafts: [Draft], of page: Page) -> [Draft] {
    var result: [Draft] = []
    for draft in drafts {
      guard let last = result.last, last.block.reason == .pageBreak, result.count > 1,
        isCut(result[result.count - 2], draft, of: page)
      else {
        result.append(draft)
        continue
      }
      let former = result[result.count - 2]
      result[result.count - 2] = last
      result[result.count - 1] = join(former, draft)
    }
    return result
  }

  /// Whether a sentence goes on from the one to the other, set at the same place.
  private static func isCut(_ former: Draft, _ latter: Draft, of page: Page) -> Bool {
    guard former.kind == .paragraph || former.kind == .list || former.kind == .quote,
      !former.isSettled,
      latter.kind == .paragraph || latter.kind == .list || latter.kind == .quote,
      latter.block.marker == nil, !latter.isSettled
    else { return false }
    let last = former.lines.upperBound - 1
    let first = latter.lines.lowerBound
    guard abs(page.lines[last].indent - page.lines[first].indent) <= 1 else { return false }
    return !page.endsSentence(last) && !page.endsWithColon(last)
      && (page.beginsSmall(first) || page.lines[last].edge * 10 >= (page.shape.measure ?? 72) * 8)
  }

  private static func join(_ former: Draft, _ latter: Draft) -> Draft {
    var whole = former
    whole.block.lines = former.block.lines.lowerBound...latter.block.lines.upperBound
    whole.block.slices += latter.block.slices
    return whole
  }
}
