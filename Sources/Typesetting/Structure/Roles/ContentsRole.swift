/// The text's own table of contents: lines that stand again as headings below.
extension Roles {
  mutating func assignContents() {
    let later = Dictionary(
      drafts.indices.filter { isOpen($0) && drafts[$0].kind != .title }
        .map { (TitleText.key(facts[$0].text), $0) }, uniquingKeysWith: max)
    var index = 0
    while index < drafts.count {
      let end = endOfContents(from: index, later)
      if end > index + 2 { claimContents(index..<end) }
      if end == index, let stop = endOfListed(below: index) { claimContents(index + 1..<stop) }
      index = max(end, index + 1)
    }
  }

  /// The end of a run of entries of which most stand again below the run.
  private func endOfContents(from start: Int, _ later: [String: Int]) -> Int {
    guard isEntry(start) else { return start }
    var end = start
    var found = 0
    var lastFound = start
    while end < drafts.count, isEntry(end), end - lastFound <= 3 {
      if let again = later[TitleText.key(facts[end].text)], again > end + 1 {
        found += 1
        lastFound = end
      }
      end += 1
    }
    // Entries that were wrapped, so that they are not found again, end with the last one found.
    let run = start..<lastFound + 1
    let isBelow = run.allSatisfy { index in
      later[TitleText.key(facts[index].text)].map { $0 > lastFound || $0 == index } ?? true
    }
    return found >= 3 && found * 3 >= run.count * 2 && isBelow ? run.upperBound : start
  }

  /// The end of a list of three or more entries below the words "Table of contents".
  private func endOfListed(below index: Int) -> Int? {
    guard isOpen(index), Phrasebook.shared.contents.contains(facts[index].phrase.text) else { return nil }
    var seen: Set<String> = []
    let end =
      drafts.indices.dropFirst(index + 1).first { next in
        !isLabel(next) || blanks(before: next) > 0 && isFollowedByText(next) || drafts[next].kind != .list && outlineDepth(next) == 0
          || !seen.insert(TitleText.key(facts[next].text)).inserted
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
