/// The text of a block as one piece, and where each part of it stands in the source.
package struct BlockText: Hashable, Sendable {
  /// A stretch of source bytes that stands in the text unchanged, or an entity as one character.
  package struct Piece: Hashable, Sendable {
    /// The offset of its first byte in the text.
    package let offset: Int
    /// How many bytes of the text it is.
    let count: Int
    /// What it comes from, in `Source.bytes`.
    package let source: Range<Int>
  }

  /// UTF-8 as it stands in the source: untrusted, perhaps with invalid sequences. Lines are
  /// joined by a space, by nothing between ideographs or kana, by a line feed if preformatted.
  package let bytes: [UInt8]
  package let pieces: [Piece]

  init(_ block: Block, in source: [UInt8], references: [Int: [UInt8]] = [:]) {
    var bytes: [UInt8] = []
    var pieces: [Piece] = []
    bytes.reserveCapacity(block.slices.reduce(0) { $0 + $1.source.count + 1 })
    pieces.reserveCapacity(block.slices.count)
    var line = block.slices.first?.line
    for slice in block.slices {
      if slice.line != line {
        line = slice.line
        if block.kind == .preformatted {
          bytes.append(UInt8(ascii: "\n"))
        } else if !Ideographs.join(bytes[...], source[slice.source]) {
          bytes.append(UInt8(ascii: " "))
        }
      }
      let offset = bytes.count
      if !references.isEmpty, let character = references[slice.source.lowerBound] {
        bytes.append(contentsOf: character)
      } else {
        bytes.append(contentsOf: source[slice.source])
      }
      pieces.append(Piece(offset: offset, count: bytes.count - offset, source: slice.source))
    }
    self.bytes = bytes
    self.pieces = pieces
  }

  /// Where a byte of the text stands in `Source.bytes`; a joint counts as the end of its piece.
  package func sourceOffset(of offset: Int) -> Int {
    guard let piece = piece(where: { $0.offset <= offset }) else { return 0 }
    let distance = offset - piece.offset
    return distance < piece.count ? piece.source.lowerBound + distance : piece.source.upperBound
  }

  /// Where a byte of `Source.bytes` stands in the text; one between pieces is the end of the former.
  package func offset(ofSource source: Int) -> Int {
    guard let piece = piece(where: { $0.source.lowerBound <= source }) else { return 0 }
    return piece.offset + min(source - piece.source.lowerBound, piece.count)
  }

  /// The last piece that begins early enough, for offsets that grow with the pieces.
  private func piece(where beginsEarly: (Piece) -> Bool) -> Piece? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if beginsEarly(pieces[middle]) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : pieces[low - 1]
  }
}
