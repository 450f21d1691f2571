/// One line for each of many articles, a title say, folded once and kept in one piece of memory, so
/// that words are looked for in all of them at once.
package struct WordLines: Sendable {
  /// The words of each line with a space before and behind each; then padding.
  private var bytes = [UInt8](repeating: 0, count: ByteRun.padding)
  private var ranges: [Range<UInt32>] = []
  /// Bytes of lines that have been replaced.
  private var unused = 0

  /// So many bytes may be unused before it is worth the time to move all lines together.
  private static let mostUnused = 1 << 16

  package init() {}

  /// The memory that the lines take.
  package var byteCount: Int { bytes.count }

  /// Sets the line of an article.
  package mutating func set(_ text: String, at index: Int) {
    while ranges.count <= index { ranges.append(0..<0) }
    unused += ranges[index].count
    let start = bytes.count - ByteRun.padding
    var line: [UInt8] = []
    SearchWords().append(Array(text.utf8), to: &line)
    if !line.isEmpty {
      line = [UInt8(ascii: " ")] + line + [UInt8(ascii: " ")]
      bytes.insert(contentsOf: line, at: start)
    }
    ranges[index] = UInt32(start)..<UInt32(start + line.count)
    if unused > max(WordLines.mostUnused, bytes.count / 2) { moveTogether() }
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

  /// Those of some articles in whose lines a text stands, be it in the middle of a word and whatever
  /// stands between its words, and those without a line; in their order.
  package func indices(withPart text: String, among candidates: [Int]) -> [Int] {
    var part: [UInt8] = []
    SearchWords().append(Array(text.utf8), to: &part)
    return part.isEmpty ? candidates : indices(holding: part, orEmpty: true, among: candidates)
  }

  /// Whether there is a line for an article.
  package func hasLine(_ index: Int) -> Bool {
    ranges.indices.contains(index) && !ranges[index].isEmpty
  }

  private func indices(
    holding wanted: [UInt8], orEmpty: Bool = false, among candidates: [Int]
  ) -> [Int] {
    bytes.withUnsafeBytes { bytes in
      ranges.withUnsafeBufferPointer { ranges in
        let run = ByteRun(wanted)
        return candidates.filter { index in
          guard index < ranges.count, !ranges[index].isEmpty else { return orEmpty }
          let range = ranges[index]
          return run.place(in: bytes, Int(range.lowerBound)..<Int(range.upperBound)) != nil
        }
      }
    }
  }
}
