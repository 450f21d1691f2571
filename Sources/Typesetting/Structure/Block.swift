/// The part of one source line that a block shows.
package struct Slice: Hashable, Sendable {
  /// The 1-based number of the source line.
  package var line: Int
  /// The bytes shown, in `Source.bytes`.
  package var source: Range<Int>

  package init(line: Int, source: Range<Int>) {
    self.line = line
    self.source = source
  }
}

/// A piece of a text that is set as one: a heading, a paragraph, one item of a list.
package struct Block: Hashable, Sendable {
  /// What a block is.
  package enum Kind: String, Sendable, CaseIterable {
    case title, byline, heading, paragraph, list, quote, preformatted, furniture
  }

  package var kind: Kind
  /// A heading's level from 1, a list item's nesting from 0, a quote's depth from 1; else 0.
  package var level: Int
  /// The first and last source line, 1-based. A line belongs to the first block that covers it.
  package var lines: ClosedRange<Int>
  /// What is shown of each line: indentation, quote marks and bullets are stripped except from
  /// preformatted text. Inline markup leaves several slices of a line; a line that only decorates
  /// (an underline, a fence) has none.
  package var slices: [Slice]
  /// The marker of a list item ("-", "3."), in `Source.bytes`.
  package var marker: Range<Int>?
  /// Why the block was taken for what it is.
  package var reason: Reason

  package init(
    _ kind: Kind, level: Int = 0, lines: ClosedRange<Int>, slices: [Slice],
    marker: Range<Int>? = nil, reason: Reason
  ) {
    self.kind = kind
    self.level = level
    self.lines = lines
    self.slices = slices
    self.marker = marker
    self.reason = reason
  }
}

extension Block {
  /// How many lines it shows.
  package var lineCount: Int {
    var count = 0
    var line: Int?
    for slice in slices where slice.line != line {
      count += 1
      line = slice.line
    }
    return count
  }
}
