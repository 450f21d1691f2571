import Screen

/// An occurrence of a text in a document.
package struct Match: Hashable, Comparable, Sendable {
  /// 0 is the header, 1 the first block of the document.
  package let block: Int
  /// UTF-8 offsets in the block's joined text, or in the header's title.
  package let range: Range<Int>

  package init(block: Int, range: Range<Int>) {
    self.block = block
    self.range = range
  }

  package static func < (left: Match, right: Match) -> Bool {
    (left.block, left.range.lowerBound) < (right.block, right.range.lowerBound)
  }
}

extension Galley {
  /// Where a text occurs in what is shown, in order; line ends and runs of white space count as
  /// one space. Accents are ignored, and case unless the text has upper case.
  package func matches(of needle: String) -> [Match] {
    guard let needle = Needle(needle) else { return [] }
    var matches = matches(of: needle, in: Array(options.header.text.utf8)[...], block: 0)
    for index in document.blocks.indices where isSearched(index) {
      let block = document.blocks[index]
      let text = document.passageText(of: block)
      matches += self.matches(of: needle, in: text.bytes, block: index + 1)
    }
    return matches
  }

  /// The line on which an occurrence begins.
  package mutating func place(of match: Match) -> Place {
    guard document.blocks.indices.contains(match.block - 1) else { return placeInHeader(of: match) }
    let origin = document.passageText(of: document.blocks[match.block - 1]).origin
    let offset = origin.sourceOffset(of: match.range.lowerBound)
    let place = place(at: document.source.start + offset)
    // The first byte of the text belongs to the header, but an occurrence there does not.
    return place.block == 0 ? self.place(ofBlock: match.block - 1) ?? place : place
  }

  private func matches(of needle: Needle, in text: ArraySlice<UInt8>, block: Int) -> [Match] {
    text.withUnsafeBufferPointer { needle.ranges(in: $0) }.map { Match(block: block, range: $0) }
  }

  /// What is folded or left out is not searched.
  private func isSearched(_ index: Int) -> Bool {
    let block = document.blocks[index]
    if options.isOriginal { return true }
    if block.kind == .furniture { return options.showsFurniture }
    return flow.stretches(of: flow.unit(ofBlock: index)) > 0
  }

  private mutating func placeInHeader(of match: Match) -> Place {
    let stretch = Stretch(unit: 0, index: 0)
    guard flow.stretches(of: 0) > 0 else { return start }
    let stick = stick(stretch)
    let row = stick.rows.lastIndex { row in
      guard let row else { return false }
      return stick.texts[row.text].origin(of: row.range).lowerBound <= match.range.lowerBound
    }
    return place(Position(stretch: stretch, line: row ?? 0))
  }
}

extension Document {
  /// The joined text of a block and where it comes from; a single line is not copied.
  func passageText(of block: Block) -> (bytes: ArraySlice<UInt8>, origin: Origin) {
    if let slice = soleSlice(of: block) {
      return (source.bytes[slice.source], .source(slice.source.lowerBound))
    }
    let text = text(of: block)
    return (text.bytes[...], .block(text))
  }
}
