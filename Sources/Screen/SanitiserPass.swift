/// One way through a piece of untrusted text.
///
/// What may stay is copied in long runs; where something changes, an edit is noted. Input that
/// needs no edit, nearly all of it, is never copied piecemeal.
struct SanitiserPass {
  private let input: UnsafeBufferPointer<UInt8>
  private let surface: Surface
  private let startColumn: Int

  private var output: [UInt8] = []
  /// The input before this offset is in the output.
  private var copied = 0
  private var columns = 0
  private var hidden = 0
  private var markers: [Range<Int>] = []
  private var edits: [Sanitised.Edit] = []
  /// How many marks the last base carries; nil where a mark has no base to stand on.
  private var marks: Int?

  init(_ input: UnsafeBufferPointer<UInt8>, surface: Surface, startColumn: Int) {
    self.input = input
    self.surface = surface
    self.startColumn = max(0, startColumn)
  }

  mutating func finish() -> Sanitised {
    var offset = 0
    while offset < input.count {
      let end = input.printableEnd(from: offset)
      if end > offset { keepASCII(offset..<end) }
      offset = end
      while offset < input.count, !input.isPrintable(at: offset) { offset = step(at: offset) }
    }
    return Sanitised(text: text(), markers: markers, hidden: hidden, edits: edits)
  }

  private mutating func text() -> SafeText {
    if edits.isEmpty {
      return SafeText(vouchedFor: String(decoding: input, as: UTF8.self), columns: columns)
    }
    copy(upTo: input.count)
    return SafeText(vouchedFor: String(decoding: output, as: UTF8.self), columns: columns)
  }
}

// MARK: - One piece of the input

extension SanitiserPass {
  /// Treats what begins at an offset, and returns the offset after it.
  private mutating func step(at start: Int) -> Int {
    let piece = input.piece(at: start)
    guard let scalar = piece.scalar else { return replaceBadBytes(from: start) }
    let range = start..<start + piece.length
    switch Treatment(of: scalar) {
    case .base(let width):
      columns += width
      marks = 0
    case .mark:
      return placeMark(range)
    case .code:
      replace(range, code: .scalar(scalar))
    case .tag:
      return replaceTags(from: start)
    case .tab:
      replaceTab(range)
    case .dropped(let isCounted):
      if isCounted { hidden += 1 }
      replace(range, bytes: EmptyCollection(), columns: 0)
    }
    return range.upperBound
  }

  /// A space carries no marks: lines are cut after it.
  private mutating func keepASCII(_ range: Range<Int>) {
    columns += range.count
    marks = input[range.upperBound - 1] == UInt8(ascii: " ") ? nil : 0
  }

  private mutating func placeMark(_ range: Range<Int>) -> Int {
    guard let count = marks else {
      replace(range, bytes: Array("\u{25CC}".utf8) + input[range], columns: 1)
      marks = 1
      return range.upperBound
    }
    if count >= (surface == .body ? 4 : 2) { return replaceMarks(from: range.lowerBound) }
    marks = count + 1
    return range.upperBound
  }

  /// Marks beyond what a base may carry, and what is dropped between them.
  private mutating func replaceMarks(from start: Int) -> Int {
    var count = 0
    var dropped = 0
    let end = input.end(from: start) { scalar in
      switch Treatment(of: scalar) {
      case .mark: count += 1
      case .dropped(let isCounted): dropped += isCounted ? 1 : 0
      default: return false
      }
      return true
    }
    hidden += dropped
    replace(start..<end, code: .furtherMarks(count))
    return end
  }

  private mutating func replaceTags(from start: Int) -> Int {
    var count = 0
    let end = input.end(from: start) { scalar in
      guard case .tag = Treatment(of: scalar) else { return false }
      count += 1
      return true
    }
    replace(start..<end, code: .tags(count))
    return end
  }

  /// A few bad bytes are shown one by one, a run of them as its length.
  private mutating func replaceBadBytes(from start: Int) -> Int {
    var end = start
    var pieces = 0
    while end < input.count {
      let piece = input.piece(at: end)
      if piece.scalar != nil { break }
      end += piece.length
      pieces += 1
    }
    let count = end - start
    replace(start..<end, code: count <= 8 ? .replacements(pieces) : .badBytes(count))
    return end
  }

  private mutating func replaceTab(_ range: Range<Int>) {
    let width = surface == .body ? 8 - (startColumn + columns) % 8 : 1
    replace(range, bytes: repeatElement(UInt8(ascii: " "), count: width), columns: width)
    marks = nil
  }
}

// MARK: - Output

extension SanitiserPass {
  private mutating func replace(
    _ range: Range<Int>, bytes: some Collection<UInt8>, columns width: Int
  ) {
    copy(upTo: range.lowerBound)
    let start = output.count
    output.append(contentsOf: bytes)
    finishEdit(of: range, from: start, columns: width)
  }

  private mutating func replace(_ range: Range<Int>, code: VisibleCode) {
    copy(upTo: range.lowerBound)
    let start = output.count
    code.write(to: &output)
    let width = output[start...].count { $0 & 0xC0 != 0x80 }
    finishEdit(of: range, from: start, columns: width)
    addMarker(start..<output.count)
    marks = nil
  }

  private mutating func copy(upTo end: Int) {
    if copied < end { output.append(contentsOf: input[copied..<end]) }
    copied = end
  }

  private mutating func finishEdit(of range: Range<Int>, from start: Int, columns width: Int) {
    copied = range.upperBound
    columns += width
    edits.append(Sanitised.Edit(source: range, safe: start..<output.count))
  }

  /// Codes that touch are one range.
  private mutating func addMarker(_ range: Range<Int>) {
    if let last = markers.last, last.upperBound == range.lowerBound {
      markers[markers.count - 1] = last.lowerBound..<range.upperBound
    } else {
      markers.append(range)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The end of the run of scalars for which a claim holds.
  fileprivate func end(from start: Int, while holds: (Unicode.Scalar) -> Bool) -> Int {
    var end = start
    while end < count {
      let piece = piece(at: end)
      guard let scalar = piece.scalar, holds(scalar) else { break }
      end += piece.length
    }
    return end
  }
}
