import Screen

/// Where a set line stands: its block, and the line in it.
///
/// Block 0 is the header; the blocks of the document follow in order, or in original mode its
/// source lines. The blank lines above a block count as its first lines. Lines are numbered in
/// order, with gaps in very long blocks: only a galley reckons with them.
package struct Place: Hashable, Comparable, Sendable {
  package var block: Int
  package var line: Int

  package init(block: Int, line: Int) {
    self.block = block
    self.line = line
  }

  package static func < (left: Place, right: Place) -> Bool {
    (left.block, left.line) < (right.block, right.line)
  }
}

/// A heading of a document.
package struct Heading: Hashable, Sendable {
  package let title: SafeText
  /// From 1, the highest.
  package let level: Int
  /// The absolute byte at which its text begins.
  package let offset: Int
}

/// One line of a set document.
package struct SetLine: Hashable, Sendable {
  package let place: Place
  package let spans: [Span]
  package let columns: Int
  /// What the line belongs to; nil for the header and for a blank line.
  package let kind: Block.Kind?
  /// The absolute byte offsets that the line shows; empty for a line that shows none.
  package let source: Range<Int>
}
