import Foundation
import Typesetting

/// How uneven the lines of paragraphs are, set by this program and by others.
struct Raggedness {
  private let paragraphs: [String]
  private let columns: Int

  /// - Parameter paragraphs: each on one line, in ASCII.
  init(_ paragraphs: [String], columns: Int) {
    self.paragraphs = paragraphs
    self.columns = columns
  }

  func show() {
    show("lectern", sum(of: widths))
    for tool in [Tool.fmt, .par] {
      let text = Array((paragraphs.joined(separator: "\n\n") + "\n").utf8)
      let name = ([tool.name] + tool.arguments).joined(separator: " ")
      show(name, tool.output(for: text).map { sum(of: widths(of: $0)) })
    }
  }

  private func show(_ name: String, _ sum: Int?) {
    report(name, sum.map { "\($0)" } ?? "it is not installed")
  }

  /// The sum of squared slack over all lines but the last of each paragraph.
  private func sum(of widths: [[Int]]) -> Int {
    widths.reduce(0) { sum, widths in
      sum + widths.dropLast().reduce(0) { $0 + (columns - $1) * (columns - $1) }
    }
  }

  /// Of what a program wrote: paragraphs are parted by blank lines.
  private func widths(of text: String) -> [[Int]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).split(whereSeparator: \.isEmpty)
      .map { $0.map(\.utf8.count) }
  }

  private var widths: [[Int]] {
    paragraphs.map { text in
      let bytes = Array(text.utf8)
      let block = Block(
        .paragraph, lines: 1...1, slices: [Slice(line: 1, source: 0..<bytes.count)], reason: .prose)
      var galley = Galley(
        Document(Source(bytes), blocks: [block]), options: Galley.Options(measure: columns))
      return galley.lines(from: galley.start, count: .max).map(\.columns)
    }
  }
}
