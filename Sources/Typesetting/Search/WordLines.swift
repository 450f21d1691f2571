/// One line for each of many articles, a title say, folded once and kept in one piece of memory, so
/// that words are looked for in all of them at once.
package struct WordLines: Sendable {
  /// The words of each line with a space before and behind each; then `padding`.
  private var bytes = [UInt8](repeating: 0, count: WordLines.padding)
  private var ranges: [Range<UInt32>] = []
  /// Bytes of lines that have been replaced.
  private var unused = 0

  /// Eight bytes are looked at together, also at the end of the last line.
  private static let padding = 8
  /// So many bytes may be unused before it is worth the time to move all lines together.
  private static let mostUnused = 1 << 16

  package init() {}

  /// The memory that the lines take.
  package var byteCount: Int { bytes.count }

  /// Sets the line of an article.
  package mutating func set(_ text: String, at index: Int) {
    while ranges.count <= index { ranges.append(0..<0) }
    unused += ranges[index].count
    let start = bytes.count - WordLines.padding
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
    bytes = together + [UInt8](repeating: 0, count: WordLines.padding)
    unused = 0
  }

  /// Those of some articles in whose lines a phrase stands, in their order.
  package func indices(with phrase: SearchPhrase, among candidates: [Int]) -> [Int] {
    guard !phrase.words.isEmpty else { return [] }
    let space = [UInt8(ascii: " ")]
    let wanted =
      space + Array(phrase.words.joined(separator: space)) + (phrase.isPrefix ? [] : space)
    return bytes.withUnsafeBytes { bytes in
      let run = ByteRun(wanted)
      return candidates.filter { index in
        guard ranges.indices.contains(index) else { return false }
        let range = ranges[index]
        return run.occurs(in: bytes, Int(range.lowerBound)..<Int(range.upperBound))
      }
    }
  }
}

/// Bytes that are looked for.
private struct ByteRun {
  private let bytes: [UInt8]
  /// The first eight, or as many as there are, in the order of memory.
  private let head: UInt64
  private let mask: UInt64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let first = bytes.prefix(8)
    let padded = first + [UInt8](repeating: 0, count: 8 - first.count)
    head = padded.withUnsafeBytes { EightBytes($0, at: 0).bits }
    let masked = [UInt8](repeating: 0xFF, count: first.count) + padded.dropFirst(first.count)
    mask = masked.withUnsafeBytes { EightBytes($0, at: 0).bits }
  }

  /// - Parameter range: eight bytes must be there from each of its places on.
  func occurs(in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    let last = range.upperBound - bytes.count
    while place <= last {
      if EightBytes(text, at: place).bits & mask == head, stands(at: place, in: text) {
        return true
      }
      place &+= 1
    }
    return false
  }

  private func stands(at place: Int, in text: UnsafeRawBufferPointer) -> Bool {
    bytes.count <= 8 || text[place..<place + bytes.count].elementsEqual(bytes)
  }
}
