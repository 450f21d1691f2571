/// The text's own table of contents: lines that stand again as headings below.
extension Roles {
  mutating func assignContents() {
    let headings =
      drafts.indices.contains { isEntry($0) || namesContents($0) }
      ? drafts.indices.filter { isOpen($0) && mayStandAgain($0) } : []
    let later = Dictionary(headings.map { (facts[$0].key, $0) }, uniquingKeysWith: max)
    var index = 0
    while index < drafts.count {
      let end = endOfContents(from: index, later)
      if end > index + 2, let list = wholeList(index..<end) { claimContents(list) }
      if end == index, let stop = endOfListed(below: index) { claimContents(index + 1..<stop) }
      index = max(end, index + 1)
    }
  }

  /// The entries with the other items of their list; nil if those are more than the entries.
  private func wholeList(_ entries: Range<Int>) -> Range<Int>? {
    guard drafts[entries.lowerBound].kind == .list else { return entries }
    var first = entries.lowerBound
    var end = entries.upperBound
    while first > 0, kind(first - 1) == .list, isEntry(first - 1), blanks(before: first) < 2 {
      first -= 1
    }
    while kind(end) == .list, isEntry(end), blanks(before: end) < 2 { end += 1 }
    return entries.count * 2 >= end - first ? first..<end : nil
  }

  /// Whether the block may be the heading that an entry names.
  private func mayStandAgain(_ index: Int) -> Bool {
    switch drafts[index].kind {
    case .heading: return true
    case .paragraph: return index + 1 < drafts.count && !isLabel(index + 1)
    case .list: return outlineDepth(index) > 0 && !hasSiblings(index)
    default: return false
    }
  }

  /// The most entries of one table.
  private static let mostEntries = 500

  /// The end of a run of entries of which most stand again below the run, in the same order.
  private func endOfContents(from start: Int, _ later: [String: Int]) -> Int {
    guard isEntry(start), standsAgain(start, later) != nil else { return start }
    var end = start
    var found = 0
    var lastFound = start
    var again = start
    while end < min(drafts.count, start + Self.mostEntries), isEntry(end), end - lastFound <= 2 {
      if let next = standsAgain(end, later), next > again {
        found += 1
        lastFound = end
        again = next
      }
      end += 1
    }
    // Entries that were wrapped, so that they are not found again, end with the last one found.
    let run = start..<lastFound + 1
    let isBelow = run.allSatisfy { index in
      later[facts[index].key].map { $0 > lastFound || $0 == index } ?? true
    }
    return found >= 3 && found * 3 >= run.count * 2 && isBelow ? run.upperBound : start
  }

  /// Where the entry stands again further below, if it does not stand everywhere.
  private func standsAgain(_ index: Int, _ later: [String: Int]) -> Int? {
    guard let again = later[facts[index].key], again > index + 1 else { return nil }
    return repeats[facts[index].phrase.text, default: 0] <= 3 ? again : nil
  }

  private func isSentence(_ index: Int) -> Bool {
    facts[index].endsSentence && facts[index].bytes.last != UInt8(ascii: "?")
  }

  /// The end of a list of three or more entries below the words "Table of contents".
  private func endOfListed(below index: Int) -> Int? {
    guard isOpen(index), namesContents(index) else { return nil }
    var seen: Set<String> = []
    let end = drafts.indices.dropFirst(index + 1).first { next in
      !mayBeListed(next) || endsContents(next, below: index)
        || !seen.insert(facts[next].key).inserted
    }
    let run = index + 1..<(end ?? drafts.count)
    if !run.isEmpty, run.allSatisfy({ drafts[$0].block.reason == .contents }) {
      return run.upperBound
    }
    let marked = run.count { drafts[$0].kind == .list || outlineDepth($0) > 0 || isPageEntry($0) }
    return run.count > 2 && (marked * 2 >= run.count || run.count > 5) ? run.upperBound : nil
  }

  /// A heading below the table: text follows it, or the entries above were items of a list.
  private func endsContents(_ index: Int, below title: Int) -> Bool {
    guard blanks(before: index) > 0 else { return false }
    let wereItems = kind(title + 1) == .list && drafts[index].kind != .list
    return wereItems || facts[index].marks.hasPilcrow || isFollowedByText(index)
  }

  private func mayBeListed(_ index: Int) -> Bool {
    isOpen(index) && facts[index].terms <= 24 && drafts[index].kind != .quote && !isSentence(index)
  }

  /// An entry with the number of its page behind a gap.
  private func isPageEntry(_ index: Int) -> Bool {
    guard let last = facts[index].bytes.last, line(index).widestGap > 2 else { return false }
    return (0x30...0x39).contains(last)
  }

  private func isEntry(_ index: Int) -> Bool {
    guard isOpen(index), facts[index].terms <= 24, drafts[index].underline == nil else {
      return false
    }
    switch drafts[index].kind {
    case .list, .furniture: return true
    case .paragraph:
      return blanks(before: index) == 0
        || index + 1 < drafts.count && blanks(before: index + 1) == 0
    default: return false
    }
  }

  /// Whether the words are "Table of contents".
  private func namesContents(_ index: Int) -> Bool {
    facts[index].uses.contains(.contents)
      && Phrasebook.shared.contents.contains(facts[index].phrase.text)
  }

  private mutating func claimContents(_ range: Range<Int>) {
    for index in range { set(index, .furniture, .contents) }
    let before = range.lowerBound - 1
    guard isOpen(before), namesContents(before) else { return }
    set(before, .furniture, .contents)
  }
}
