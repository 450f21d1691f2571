/// A text as it is searched: without its title and furniture, and folded once, so that it can be
/// looked through at each letter that is typed.
package struct SearchableText: Sendable {
  let bytes: [UInt8]
  /// The folded words with a space before and behind each, then padding.
  private let line: [UInt8]
  /// Where each word stands in the line, behind its space, and where in the text.
  private let words: [(start: Int32, range: Range<Int32>)]

  package init(of document: Document) {
    var bytes: [UInt8] = []
    for block in document.blocks where ![.furniture, .title, .byline].contains(block.kind) {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      bytes += document.text(of: block).bytes
    }
    self.init(bytes)
  }

  /// Bytes of UTF-8 as they stand.
  package init(_ bytes: [UInt8]) {
    var line = [UInt8(ascii: " ")]
    var words: [(start: Int32, range: Range<Int32>)] = []
    line.reserveCapacity(bytes.count + ByteRun.padding + 1)
    words.reserveCapacity(bytes.count / 6)
    bytes.withUnsafeBufferPointer { buffer in
      SearchWords().scan(buffer) { word, range in
        words.append((Int32(line.count), Int32(range.lowerBound)..<Int32(range.upperBound)))
        line.append(contentsOf: word)
        line.append(UInt8(ascii: " "))
      }
    }
    line.append(contentsOf: repeatElement(0, count: ByteRun.padding))
    (self.bytes, self.line, self.words) = (bytes, line, words)
  }

  /// A text without words.
  package static let empty = SearchableText([])

  /// Bytes of its folded words and of the spaces between them.
  package var wordBytes: Int { line.count - ByteRun.padding - 1 }

  /// What it takes in memory.
  package var byteCount: Int {
    bytes.count + line.count + words.count * MemoryLayout<(Int32, Range<Int32>)>.stride
  }

  /// Where a phrase stands in the text, in order.
  func ranges(of phrase: SearchPhrase) -> [Range<Int>] {
    guard let wanted = phrase.line else { return [] }
    let run = ByteRun(wanted)
    return line.withUnsafeBytes { line in
      var ranges: [Range<Int>] = []
      var place = 0
      while let next = run.place(in: line, place..<line.count - ByteRun.padding) {
        let first = words.partitionPoint { $0.start <= next }
        let last = words[first + phrase.words.count - 1]
        ranges.append(Int(words[first].range.lowerBound)..<Int(last.range.upperBound))
        place = next + 1
      }
      return ranges
    }
  }
}
