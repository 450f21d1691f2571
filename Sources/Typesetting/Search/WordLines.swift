/// One line for each of many articles, a title say, folded once and kept in one piece of memory, so
/// that words are looked for in all of them at once.
package struct WordLines: Sendable {
  /// The words of each line with a space before and behind each; then padding.
  private var bytes = [UInt8](repeating: 0, count: ByteRun.padding)
  private var ranges: [Range<UInt32>] = []
  private let words = SearchWords()
  /// Bytes of lines that have been replaced.
  private var unused = 0

  /// So many bytes may be unused before it is worth the time to move all lines together.
  private static let mostUnused = 1 << 16

  package init() {}

  /// The memory that the lines take.
  package var byteCount: Int { bytes.count }

  /// Sets the line of an article.
  /// - Parameter text: bytes of UTF-8.
  package mutating func set(_ text: some Collection<UInt8>, at index: Int) {
    while ranges.count <= index { ranges.append(0..<0) }
    unused += ranges[index].count
    let start = bytes.count - ByteRun.padding
    bytes.removeLast(ByteRun.padding)
    let isTaken: Void? = text.withContiguousStorageIfAvailable { append($0) }
    if isTaken == nil { Array(text).withUnsafeBufferPointer { append($0) } }
    ranges[index] = UInt32(start)..<UInt32(bytes.count)
    bytes.append(contentsOf: repeatElement(0, count: ByteRun.padding))
    if unused > max(WordLines.mostUnused, bytes.count / 2) { moveTogether() }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let space = UInt8(ascii: " ")
    let start = bytes.count
    words.scan(text) { word, _ in
      if bytes.count == start { bytes.append(space) }
      bytes.append(contentsOf: word)
      bytes.append(space)
    }
  }

  private mutating func moveTogether() {
    var together: [UInt8] = []
    together.reserveCapacity(bytes.count - unused)
    for (index, range) in ranges.enumerated() {
      let start = UInt32(together.count)
      together += bytes[Int(range.lowerBound)..<Int(range.upperBound)]
      ranges[index] = start..<UInt32(together.count)
    }
    bytes = together + [UInt8](repeating: 0, count: ByteRun.padding)
    unused = 0
  }

  /// Those of some articles in whose lines a phrase stands, in their order.
  package func indices(with phrase: SearchPhrase, among candidates: [Int]) -> [Int] {
    phrase.line.map { indices(holding: $0, among: candidates) } ?? []
  }

  private func indices(holding wanted: [UInt8], among candidates: [Int]) -> [Int] {
    bytes.withUnsafeBytes { bytes in
      ranges.withUnsafeBufferPointer { ranges in
        let run = ByteRun(wanted)
        return candidates.filter { index in
          guard index < ranges.count else { return false }
          return run.stands(in: bytes, ranges[index])
        }
      }
    }
  }

  /// Takes the flag from all articles in whose lines a text does not stand, be it in the middle of a
  /// word and whatever stands between its words.
  /// - Parameter holds: says it of an article without a line.
  package func keep(_ text: String, in flags: inout [Bool], orElse holds: (Int) -> Bool) {
    var part: [UInt8] = []
    SearchWords().append(Array(text.utf8), to: &part)
    guard !part.isEmpty else { return }
    let run = ByteRun(part)
    bytes.withUnsafeBytes { bytes in
      ranges.withUnsafeBufferPointer { ranges in
        flags.withUnsafeMutableBufferPointer { flags in
          for index in flags.indices where flags[index] {
            let range = index < ranges.count ? ranges[index] : 0..<0
            flags[index] = range.isEmpty ? holds(index) : run.stands(in: bytes, range)
          }
        }
      }
    }
  }
}

extension ByteRun {
  @inline(__always)
  fileprivate func stands(in text: UnsafeRawBufferPointer, _ line: Range<UInt32>) -> Bool {
    place(in: text, Int(line.lowerBound)..<Int(line.upperBound)) != nil
  }
}
