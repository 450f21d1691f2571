/// Line breaks of text that needs no tables: words of alphabetic letters with common punctuation.
///
/// ICU spends most of its time on such words, on which all versions of UAX 14 agree. This finds
/// their breaks itself and asks ICU about what stands between two breaks and holds anything else.
/// Since ICU's rules begin anew after each break, the result is that of ICU for the whole text.
struct PlainBreaks {
  private let text: UnsafeBufferPointer<UInt8>
  /// Takes as many breaks as the text has bytes.
  private let found: UnsafeMutableBufferPointer<Int32>
  private var count = 0
  /// The last break that was found.
  private var start = 0

  /// The offset of every break after the text's start, its end included.
  /// - Parameter memory: holds the offsets, and may be used again for the next text.
  static func withOffsets<Result>(
    in text: UnsafeBufferPointer<UInt8>, memory: inout [Int32],
    _ body: (UnsafeBufferPointer<Int32>) -> Result
  ) -> Result {
    if memory.count < text.count { memory = Array(repeating: 0, count: text.count) }
    return memory.withUnsafeMutableBufferPointer { found in
      var breaks = PlainBreaks(text: text, found: found)
      PlainClass.ascii.withUnsafeBufferPointer { breaks.run($0) }
      return body(UnsafeBufferPointer(rebasing: found[..<breaks.count]))
    }
  }

  private init(text: UnsafeBufferPointer<UInt8>, found: UnsafeMutableBufferPointer<Int32>) {
    self.text = text
    self.found = found
  }

  private mutating func run(_ ascii: UnsafeBufferPointer<PlainClass>) {
    var last = PlainClass.start
    var isAfterSpace = false
    var isPlain = true
    var offset = 0
    while offset < text.count {
      let (next, length) = PlainClass.of(text, at: offset, ascii)
      if next == .space, last != .start {
        isAfterSpace = true
        offset += 1
        continue
      }
      switch isAfterSpace ? last.afterSpace(next) : last.before(next) {
      case .together: break
      case .apart:
        close(at: offset, isPlain: isPlain)
        isPlain = true
      case .unsure: isPlain = false
      }
      last = isAfterSpace ? next.afterSpace : next.after(last)
      isAfterSpace = false
      offset += length
      if next == .letter {
        offset = text.endOfLetters(from: offset)
        // Most words are letters between two spaces: a line may end between them and nowhere else.
        while let word = text.startOfWord(after: offset) {
          close(at: word, isPlain: isPlain)
          isPlain = true
          offset = text.endOfLetters(from: word + 1)
        }
      }
    }
    close(at: text.count, isPlain: isPlain)
  }

  @inline(__always)
  private mutating func close(at offset: Int, isPlain: Bool) {
    if isPlain {
      add(offset)
    } else {
      let part = UnsafeBufferPointer(rebasing: text[start..<offset])
      for end in Boundaries.lines.offsets(in: part) { add(start + Int(end)) }
    }
    start = offset
  }

  @inline(__always)
  private mutating func add(_ offset: Int) {
    found[count] = Int32(truncatingIfNeeded: offset)
    count &+= 1
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The end of a run of letters of ASCII, between which no line ends.
  @inline(__always)
  fileprivate func endOfLetters(from start: Int) -> Int {
    endOfSmallLetters(from: start, before: count, fold: 0x20)
  }

  /// The letter of ASCII behind one space; nil where something else stands there.
  @inline(__always)
  fileprivate func startOfWord(after offset: Int) -> Int? {
    offset &+ 1 < count && self[offset] == UInt8(ascii: " ")
      && (self[offset &+ 1] | 0x20).isSmallLetter ? offset &+ 1 : nil
  }
}
