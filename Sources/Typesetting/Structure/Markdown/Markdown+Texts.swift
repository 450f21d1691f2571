// What the inline markup of a block comes to.
extension Markdown {
  /// Has the inline markup of a block read, once all blocks are known.
  mutating func mark(_ draft: Draft, as form: MarkdownTexts.Form = .text) {
    page.claim(lines: draft.lines)
    var draft = draft
    var breaks: Set<Int> = []
    for (index, slice) in draft.block.slices.enumerated().dropLast() {
      guard let kept = beforeBreak(slice) else { continue }
      breaks.insert(slice.line)
      draft.block.slices[index].source = kept
    }
    texts.add(draft.block.slices.map(\.source), of: page.bytes, as: form)
    marked.append((draft, breaks))
  }

  /// A line that ends where its author wants it to, by two spaces, a backslash or a tag, without that.
  private func beforeBreak(_ slice: Slice) -> Range<Int>? {
    let text = page.bytes[slice.source]
    if text.last == UInt8(ascii: "\\"), text.dropLast().last != UInt8(ascii: "\\") {
      return slice.source.lowerBound..<slice.source.upperBound - 1
    }
    for tag in ["<br>", "<br/>", "<br />"] where text.suffix(tag.utf8.count).elementsEqual(tag.utf8)
    {
      return slice.source.lowerBound..<slice.source.upperBound - tag.utf8.count
    }
    let end = page.lines[slice.line - 1].range.upperBound
    let gap = page.bytes[slice.source.upperBound..<max(end, slice.source.upperBound)]
    return gap.starts(with: "  ".utf8) ? slice.source : nil
  }

  /// Adds a block as it reads; one that cannot be read in full stays as it stands.
  mutating func add(_ draft: Draft, _ text: MarkdownText?, breaks: Set<Int>) {
    var draft = draft
    if let text {
      page.inlines += text.runs
      page.references.merge(text.references) { first, _ in first }
      let shown = slices(of: draft.block, showing: text.shown)
      if !shown.isEmpty { draft.block.slices = shown }
    }
    for block in Self.parts(of: draft.block, after: breaks) {
      var part = draft
      part.block = block
      page.drafts.append(part)
    }
  }

  /// The parts of the lines that are shown, without the space that markup leaves at their ends.
  private func slices(of block: Block, showing shown: [Range<Int>]) -> [Slice] {
    var slices: [Slice] = []
    var rest = shown[...]
    for slice in block.slices {
      while let part = rest.first, part.upperBound <= slice.source.lowerBound {
        rest.removeFirst()
      }
      let parts = rest.prefix { $0.lowerBound < slice.source.upperBound }
      guard let first = parts.first, let last = parts.last else { continue }
      let whole = first.lowerBound..<last.upperBound
      let line = withoutSpace(whole.clamped(to: slice.source))
      slices += parts.map { Slice(line: slice.line, source: $0.clamped(to: line)) }
        .filter { !$0.source.isEmpty }
    }
    return slices
  }

  private func withoutSpace(_ range: Range<Int>) -> Range<Int> {
    let text = page.bytes[range]
    guard let start = text.firstIndex(where: { $0 > 0x20 }),
      let end = text.lastIndex(where: { $0 > 0x20 })
    else { return range.lowerBound..<range.lowerBound }
    return start..<end + 1
  }

  /// The block, cut after lines whose ends its author set.
  private static func parts(of block: Block, after breaks: Set<Int>) -> [Block] {
    guard !breaks.isEmpty, block.kind != .heading else { return [block] }
    var parts: [Block] = []
    var start = block.lines.lowerBound
    var rest = block.slices[...]
    for line in breaks.sorted() + [block.lines.upperBound] {
      var part = block
      part.lines = start...line
      part.slices = Array(rest.prefix { $0.line <= line })
      rest = rest.dropFirst(part.slices.count)
      if !parts.isEmpty {
        part.marker = nil
        part.reason = .lineBreak
      }
      parts.append(part)
      start = line + 1
    }
    return parts
  }
}
