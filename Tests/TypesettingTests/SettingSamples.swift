import Screen
import Typesetting

/// Documents whose blocks are given, so that tests of the setting do not hang on the analysis.
struct Sample {
  private var bytes: [UInt8] = []
  private var blocks: [Block] = []
  private var line = 0

  /// Adds a block of source lines, after a blank line unless it follows closely. What stands
  /// before `|` in a line is not part of the block; in a list it is the marker.
  mutating func add(
    _ kind: Block.Kind, level: Int = 0, isClose: Bool = false, _ lines: [String]
  ) {
    if !isClose, line > 0 { add("") }
    var slices: [Slice] = []
    var marker: Range<Int>?
    let first = line + 1
    for text in lines {
      let start = bytes.count
      // By bytes: a mark may follow the bar.
      let parts = text.utf8.split(
        separator: UInt8(ascii: "|"), maxSplits: 1, omittingEmptySubsequences: false
      ).map { String(decoding: $0, as: UTF8.self) }
      add(text.replacing("|", with: "", maxReplacements: 1))
      guard parts.count == 2 else {
        if !text.isEmpty { slices.append(Slice(line: line, source: start..<bytes.count - 1)) }
        continue
      }
      let prefix = parts[0].utf8.count
      slices.append(Slice(line: line, source: start + prefix..<bytes.count - 1))
      let word = parts[0].trimmingPrefix { $0 == " " }.prefix { $0 != " " }
      if kind == .list, marker == nil, !word.isEmpty {
        let indent = parts[0].prefix { $0 == " " }.utf8.count
        marker = start + indent..<start + indent + word.utf8.count
      }
    }
    blocks.append(
      Block(
        kind, level: level, lines: first...line, slices: slices, marker: marker, reason: .prose))
  }

  private mutating func add(_ text: String) {
    bytes += Array(text.utf8) + [0x0A]
    line += 1
  }

  var document: Document { Document(Source(bytes), blocks: blocks) }

  static func paragraph(_ text: String) -> Document { whole(text, as: .paragraph) }

  static func preformatted(_ text: String) -> Document { whole(text, as: .preformatted) }

  private static func whole(_ text: String, as kind: Block.Kind) -> Document {
    var sample = Sample()
    let bytes = Array(text.utf8)
    sample.bytes = bytes
    sample.blocks = [
      Block(
        kind, lines: 1...1, slices: [Slice(line: 1, source: 0..<bytes.count)], reason: .prose)
    ]
    return sample.document
  }
}

extension SetLine {
  var string: String { spans.map(\.text.string).joined() }
}

extension Galley {
  /// The whole page as text.
  var page: [String] {
    var galley = self
    return galley.lines(from: galley.start, count: .max).map(\.string)
  }
}
