/// A block whose part in the publication may still change.
struct Draft {
  var block: Block
  /// Found by a recogniser that is sure: evidence of other kinds no longer counts.
  var isSettled = false
  /// A line drawn below it: the character.
  var underline: UInt8?

  init(_ block: Block) { self.block = block }

  /// Indices of the lines, from 0.
  var lines: Range<Int> { block.lines.lowerBound - 1..<block.lines.upperBound }
  var kind: Block.Kind { block.kind }
}
