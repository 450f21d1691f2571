/// Headings of sections inside the text.
extension Roles {
  mutating func assignHeadings() {
    for index in drafts.indices.reversed() where mayBeHeading(index) {
      guard HeadingEvidence.speaks(for: index, in: self) else { continue }
      set(index, .heading, headingReason(index), level: 1)
    }
    levelHeadings()
  }

  private func mayBeHeading(_ index: Int) -> Bool {
    guard !page.isMarkdown, isOpen(index), facts[index].terms <= 24,
      drafts[index].block.lineCount <= 2
    else { return false }
    switch drafts[index].kind {
    case .paragraph: return true
    case .list: return outlineDepth(index) > 0 && !hasSiblings(index)
    default: return false
    }
  }

  private func headingReason(_ index: Int) -> Reason {
    if outlineDepth(index) > 0 { return .numbered }
    if isChapter(index) { return .chapter }
    if facts[index].isCapitals { return .capitals }
    return line(index).indent < page.shape.base ? .setOut : .shortLine
  }

  /// The mark at the end of a line.
  enum End { case none, point, question, exclamation, colon, comma }

  func end(of index: Int) -> End {
    switch page.lastMark(drafts[index].lines.upperBound - 1) {
    case ".", "。", "．", "\u{6D4}", "\u{5C3}", "\u{964}": .point
    case "!", "！", "…": .exclamation
    case ",", ";", "、", "，": .comma
    case ":", "：": .colon
    case "?", "？", "\u{61F}": .question
    default: .none
    }
  }

  /// The first block below that is no furniture.
  private func below(_ index: Int) -> Int? {
    drafts.indices.dropFirst(index + 1).first { drafts[$0].kind != .furniture }
  }

  func kind(below index: Int) -> Block.Kind? { below(index).map { drafts[$0].kind } }

  func isAboveEnd(_ index: Int) -> Bool {
    guard let below = below(index) else { return true }
    return drafts[below].block.reason == .signature
  }

  func isAboveOtherForm(_ index: Int) -> Bool {
    guard let below = below(index), drafts[below].block.reason != .signature else { return false }
    return drafts[below].kind != .heading && drafts[below].kind != .paragraph
  }

  func runsOn(below index: Int) -> Bool {
    guard let below = below(index), drafts[below].kind == .paragraph else { return false }
    return page.beginsSmall(drafts[below].lines.lowerBound)
  }

  func isAboveItsLike(_ index: Int) -> Bool {
    guard let below = below(index), drafts[below].kind == .paragraph else { return false }
    return !runsOn(below: index) && isLabel(below) && !isSpoken(below) && isSameForm(index, below)
  }

  func isAboveParagraph(_ index: Int) -> Bool {
    kind(below: index) == .paragraph && !runsOn(below: index) && !isAboveItsLike(index)
  }

  func isBetweenLabels(_ index: Int) -> Bool {
    guard let below = below(index), index > 0, isLabel(index - 1) else { return false }
    return kind(index - 1) == .paragraph && isLabel(below)
  }

  private func isSameForm(_ left: Int, _ right: Int) -> Bool {
    line(left).indent == line(right).indent && facts[left].isCapitals == facts[right].isCapitals
  }

  /// Whether the block is one of several items numbered alike.
  func hasSiblings(_ index: Int) -> Bool {
    guard let number = itemNumber(index) else { return true }
    return itemNumber(index - 1) == number - 1 && number > 1 || itemNumber(index + 1) == number + 1
  }

  /// The number of a list item; nil for other blocks.
  private func itemNumber(_ index: Int) -> Int? {
    guard kind(index) == .list, drafts[index].block.marker != nil else { return nil }
    return ListMarker(drafts[index].lines.lowerBound, of: page)?.number
  }
}
