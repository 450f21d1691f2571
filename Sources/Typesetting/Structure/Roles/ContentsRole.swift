/// The text's own table of contents: lines that stand again as headings below.
extension Roles {
  mutating func assignContents() {
    let later = Dictionary(
      drafts.indices.filter { isOpen($0) && mayStandAgain($0) }
        .map { (facts[$0].key, $0) }, uniquingKeysWith: max)
    var index = 0
    while index < drafts.count {
      let end = endOfContents(from: index, later)
      if end > index + 2 { claimContents(index..<end) }
      if end == index, let stop = endOfListed(below: index) { claimContents(index + 1..<stop) }
      index = max(end, index + 1)
    }
  }

  /// Whether the block may be the heading that an entry names.
  private func mayStandAgain(_ index: Int) -> Bool {
    switch drafts[index].kind {
    case .paragraph, .heading: return true
    case .list: return outlineDepth(index) > 0 && !hasSiblings(index)
    default: return false
    }
  }

  /// The most entries of one table.
  private static let mostEntries = 500

  /// The end of a run of entries of which most stand again below the run.
  private func endOfContents(from start: Int, _ later: [String: Int]) -> Int {
    guard isEntry(start) else { return start }
    var end = start
    var found = 0
    var lastFound = start
    while end < min(drafts.count, start + Self.mostEntries), isEntry(end), end - lastFound <= 3 {
      if let again = later[facts[end].key], again > end + 1 {
        found += 1
        lastFound = end
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

  /// The end of a list of three or more entries below the words "Table of contents".
  private func endOfListed(below index: Int) -> Int? {
    guard isOpen(index), Phrasebook.shared.contents.contains(facts[index].phrase.text) else { return nil }
    var seen: Set<String> = []
    let end =
      drafts.indices.dropFirst(index + 1).first { next in
        !isOpen(next) || facts[next].terms > 24 || facts[next].endsSentence || blanks(before: next) > 0 && isFollowedByText(next) || drafts[next].kind != .list && outlineDepth(next) == 0
          || !seen.insert(facts[next].key).inserted
      } ?? drafts.count
    return end > index + 3 ? end : nil
  }

  private func isEntry(_ index: Int) -> Bool {
    guard isOpen(index), facts[index].terms <= 24, drafts[index].underline == nil else { return false }
    switch drafts[index].kind {
    case .list, .furniture: return true
    case .paragraph: return blanks(before: index) == 0 || index + 1 < drafts.count && blanks(before: index + 1) == 0
    default: return false
    }
  }

  private mutating func claimContents(_ range: Range<Int>) {
    for index in range { set(index, .furniture, .contents) }
    let before = range.lowerBound - 1
    guard isOpen(before), Phrasebook.shared.contents.contains(facts[before].phrase.text) else { return }
    set(before, .furniture, .contents)
  }
}
