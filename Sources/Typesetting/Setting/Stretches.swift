/// The parts of a block that are set one by one: one for all but a very long block.
///
/// Parts begin at fixed places of the source that are found without looking at the parts before,
/// so that the last part of a huge paragraph is set as fast as the first.
struct Stretches {
  private let block: Block
  private let bytes: [UInt8]
  private let size: Int
  private let cutsWords: Bool
  private let extent: Range<Int>
  static let defaultSize = 32_768
  /// Lines up to this length are not cut.
  private static let wholeLine = 8192

  let count: Int

  /// - Parameters:
  ///   - size: the bytes of a part, more or less.
  ///   - cutsWords: whether a long line is cut at exactly that many bytes where that is possible.
  init(_ block: Block, in bytes: [UInt8], size: Int = defaultSize, cutsWords: Bool = false) {
    self.block = block
    self.bytes = bytes
    self.size = size
    self.cutsWords = cutsWords
    extent = block.source
    count = Self.count(block, size: size)
  }

  /// In how many parts a block is set.
  static func count(_ block: Block, size: Int = defaultSize) -> Int {
    max(1, (block.source.count + size - 1) / size)
  }

  /// A part of the block as a block of its own.
  func part(_ index: Int) -> Block {
    if count == 1 { return block }
    let range = boundary(index)..<max(boundary(index), boundary(index + 1))
    var part = block
    if index > 0 { part.marker = nil }
    part.slices = block.slices[firstSlice(endingAfter: range.lowerBound)...]
      .prefix { $0.source.lowerBound < range.upperBound }
      .map { Slice(line: $0.line, source: $0.source.clamped(to: range)) }
    return part
  }

  /// The source line that ends before a part, or is cut by its start.
  func line(before index: Int) -> Int? {
    let slice = firstSlice(endingAfter: boundary(index))
    let isCut = block.slices[slice].source.lowerBound < boundary(index)
    if isCut { return block.slices[slice].line }
    return slice > 0 ? block.slices[slice - 1].line : nil
  }

  /// The part that shows a byte of the source.
  func index(of offset: Int) -> Int {
    var index = min(max(0, (offset - extent.lowerBound) / size), count - 1)
    while index > 0, boundary(index) > offset { index -= 1 }
    while index + 1 < count, boundary(index + 1) <= offset { index += 1 }
    return index
  }

  private func boundary(_ index: Int) -> Int {
    if index == 0 { return extent.lowerBound }
    if index >= count { return extent.upperBound }
    let nominal = extent.lowerBound + index * size
    let slice = block.slices[firstSlice(endingAfter: nominal)]
    if slice.source.lowerBound >= nominal { return slice.source.lowerBound }
    if slice.source.count <= Self.wholeLine { return slice.source.upperBound }
    return cut(before: nominal, in: slice.source)
  }

  private func firstSlice(endingAfter offset: Int) -> Int {
    block.slices.dropLast().partitionPoint { $0.source.upperBound <= offset }
  }

  /// After the last sentence, else the last word, else the last character before an offset.
  private func cut(before offset: Int, in slice: Range<Int>) -> Int {
    if cutsWords { return characterStart(before: offset, in: slice) }
    let window = max(slice.lowerBound, offset - 1024)..<offset
    let space = UInt8(ascii: " ")
    let stop = UInt8(ascii: ".")
    var word: Int?
    for index in window.dropFirst().reversed() where bytes[index] == space {
      if bytes[index - 1] == stop { return index + 1 }
      word = word ?? index + 1
    }
    return word ?? characterStart(before: offset, in: slice)
  }

  private func characterStart(before offset: Int, in slice: Range<Int>) -> Int {
    let start = max(slice.lowerBound, offset - 1024)
    let ends = bytes[start..<min(slice.upperBound, offset + 64)].withUnsafeBufferPointer {
      Boundaries.graphemes.offsets(in: $0)
    }
    return ends.last { start + Int($0) <= offset }.map { start + Int($0) } ?? offset
  }
}
