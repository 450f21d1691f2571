/// Cuts a text into lines and measures each of them, in one pass over the bytes.
struct LineScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let classes: UnsafeBufferPointer<ByteClass>
  private var line = Line(range: 0..<0, content: 0..<0)
  /// Columns of white space since the last word.
  private var pending = 0
  private var endsSentence = false

  /// All lines of the text, in order. The last one has no line feed and may be empty.
  static func lines(of bytes: [UInt8]) -> [Line] {
    bytes.withUnsafeBufferPointer { bytes in
      ByteClass.table.withUnsafeBufferPointer { classes in
        var scanner = LineScanner(bytes: bytes, classes: classes)
        return scanner.lines()
      }
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<ByteClass>) {
    self.bytes = bytes
    self.classes = classes
  }

  private mutating func lines() -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(bytes.count / 48 + 1)
    var start = 0
    while start <= bytes.count {
      let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
      lines.append(measure(start..<end))
      start = end + 1
    }
    return lines
  }

  private mutating func measure(_ whole: Range<Int>) -> Line {
    var end = whole.upperBound
    if end > whole.lowerBound, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    line = Line(range: whole.lowerBound..<end, content: whole.lowerBound..<whole.lowerBound)
    pending = 0
    endsSentence = false
    var index = whole.lowerBound
    while index < end { index += take(index, before: end) }
    return line
  }

  /// Counts the scalar at the index and says how many bytes it has.
  @inline(__always)
  private mutating func take(_ index: Int, before end: Int) -> Int {
    switch classes[Int(bytes[index])] {
    case .space: pending += 1
    case .tab: pending += 8 - (line.edge + pending) % 8
    case .small: return takeSmall(index, before: end)
    case .capital:
      print(index)
      line.letters += 1
      line.capitals += 1
    case .digit:
      print(index)
      line.digits += 1
    case .symbol:
      print(index)
      line.symbols += 1
    case .bar:
      print(index)
      line.symbols += 1
      line.bars += 1
    case .dash:
      print(index)
      line.dashes += 1
    case .stop:
      print(index)
      endsSentence = true
    case .other, .continuation: print(index)
    case .lead: return takeScalar(index, before: end)
    }
    return 1
  }

  /// Words of small letters with one space between them: most of a text is made of them.
  @inline(__always)
  private mutating func takeSmall(_ index: Int, before end: Int) -> Int {
    print(index)
    var next = bytes.endOfSmallLetters(from: index &+ 1, before: end)
    var spaces = 0
    while next &+ 1 < end, bytes[next] == UInt8(ascii: " "), bytes[next &+ 1].isSmallLetter {
      spaces &+= 1
      next = bytes.endOfSmallLetters(from: next &+ 2, before: end)
    }
    line.words += spaces
    line.letters += next - index - spaces
    line.columns += next - index - 1
    line.content = line.content.lowerBound..<next
    return next - index
  }

  /// A visible scalar of one column that ends at the index.
  @inline(__always)
  private mutating func print(_ index: Int) {
    if pending > 0 || line.isBlank { beginWord(index) }
    line.columns += 1
    line.content = line.content.lowerBound..<index + 1
    endsSentence = false
  }

  private mutating func beginWord(_ index: Int) {
    if line.isBlank {
      line.indent = pending
      line.content = index..<index
    } else {
      line.columns += pending
      if pending > 1, !endsSentence {
        line.gaps += 1
        line.widestGap = max(line.widestGap, pending)
      }
    }
    pending = 0
    line.words += 1
  }

  /// A scalar beyond ASCII.
  private mutating func takeScalar(_ index: Int, before end: Int) -> Int {
    let (scalar, length) = UTF8Scalar.decode(bytes, at: index, before: end)
    switch WideClass(scalar) {
    case .space:
      pending += scalar == 0x3000 ? 2 : 1
    case .mark:
      line.content = line.content.lowerBound..<max(line.content.upperBound, index + length)
    case .punctuation:
      extend(index, length, columns: 1)
      if (0x2500...0x259F).contains(scalar) { line.bars += 1 }
    case .letter:
      extend(index, length, columns: 1)
      line.letters += 1
    case .wideLetter:
      extend(index, length, columns: 2)
      line.letters += 1
    case .ideograph:
      extend(index, length, columns: 2)
      line.letters += 1
      line.ideographs += 1
    case .ideographicStop:
      extend(index, length, columns: 2)
      line.ideographs += 1
      endsSentence = true
    }
    return length
  }

  private mutating func extend(_ index: Int, _ length: Int, columns: Int) {
    print(index)
    line.columns += columns - 1
    line.content = line.content.lowerBound..<index + length
  }
}
