/// The source lines of a document as they stand, long ones continued where the measure ends.
struct OriginalFlow: Flow {
  private let document: Document
  private let options: Galley.Options
  /// Where each source line begins in `Source.bytes`, and where the last one ends.
  private let starts: [Int]

  init(_ document: Document, options: Galley.Options) {
    self.document = document
    self.options = options
    let bytes = document.source.bytes
    var starts = [0]
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
  }

  var count: Int { starts.count }

  func stretches(of unit: Int) -> Int {
    if unit == 0 { return options.header.isEmpty ? 0 : 1 }
    return max(1, (line(unit).count + stretchSize - 1) / stretchSize)
  }

  func space(above unit: Int) -> Int { unit == 1 && !options.header.isEmpty ? 1 : 0 }

  func copy(of unit: Int, stretch: Int) -> Copy {
    if unit == 0 { return options.header.copy }
    let range = line(unit)
    let passages = stretches(ofLine: unit).part(stretch).slices.map { slice in
      Passage(
        text: document.source.bytes[slice.source], origin: .source(slice.source.lowerBound),
        manner: .wrapped(columns: options.measure))
    }
    return Copy(
      kind: .preformatted, passages: range.isEmpty ? [nil] : passages, source: range)
  }

  func position(of offset: Int) -> (unit: Int, stretch: Int) {
    let unit = min(max(1, starts.partitionPoint { $0 <= offset }), count - 1)
    return (unit, unit > 0 ? stretches(ofLine: unit).index(of: offset) : 0)
  }

  func unit(ofBlock block: Int) -> Int { document.blocks[block].lines.lowerBound }

  func block(atUnit unit: Int) -> Int {
    document.blocks.partitionPoint { $0.lines.lowerBound <= unit } - 1
  }

  /// A paragraph goes on after the furniture in it.
  func blocks(inUnit unit: Int) -> Range<Int> {
    let last = block(atUnit: unit)
    return max(1, last - 2)..<max(1, last + 2)
  }

  /// A line without its end.
  private func line(_ number: Int) -> Range<Int> {
    let bytes = document.source.bytes
    let start = starts[number - 1]
    var end = starts[number]
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// Parts are whole lines of letters of one byte and one column, so that no seam is seen.
  private func stretches(ofLine number: Int) -> Stretches {
    let slice = Slice(line: number, source: line(number))
    let block = Block(.preformatted, lines: number...number, slices: [slice], reason: .prose)
    return Stretches(block, in: document.source.bytes, size: stretchSize, cutsWords: true)
  }

  private var stretchSize: Int { Stretches.defaultSize / options.measure * options.measure }
}
