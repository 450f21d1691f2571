// Blocks of HTML.
extension Markdown {
  /// HTML whose tags are around text is shown as that text; any other stands as it is written.
  mutating func takeHTML(_ leaf: MarkdownLeaf) {
    var draft = text(leaf)
    guard leaf.quotes == 0, let tags = tags(of: draft.block) else { return claim(draft) }
    let words = visible(draft.block, without: tags)
    if words.isEmpty, !tags.contains(where: { $0.alternative?.isEmpty == false }) {
      // Nothing but tags.
      draft.block.slices = []
      return settle(draft)
    }
    if let level = headingLevel(tags, around: words) {
      draft.block.kind = .heading
      draft.block.level = level
      draft.block.reason = .markedHeading
      draft.block.marker = nil
    }
    mark(draft, as: .html)
  }

  private func tags(of block: Block) -> [HTMLTag]? {
    page.bytes.withUnsafeBufferPointer { HTMLTag.all(in: $0, block.source) }
  }

  /// Where the first and the last character stand that no tag covers.
  private func visible(_ block: Block, without tags: [HTMLTag]) -> Range<Int> {
    var rest = tags[...]
    var visible = block.source.upperBound..<block.source.upperBound
    for offset in block.source where page.bytes[offset] > 0x20 {
      while let tag = rest.first, tag.range.upperBound <= offset { rest.removeFirst() }
      if rest.first?.range.contains(offset) == true { continue }
      visible = min(visible.lowerBound, offset)..<offset + 1
    }
    return visible
  }

  /// The level of a heading that is around all words.
  private func headingLevel(_ tags: [HTMLTag], around words: Range<Int>) -> Int? {
    let headings = tags.filter { $0.headingLevel != nil }
    guard headings.count == 2, !words.isEmpty, !headings[0].isClosing, headings[1].isClosing,
      headings[0].range.upperBound <= words.lowerBound,
      words.upperBound <= headings[1].range.lowerBound
    else { return nil }
    return headings[0].headingLevel
  }
}
