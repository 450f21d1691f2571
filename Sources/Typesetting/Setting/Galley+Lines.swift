import Screen

extension Galley {
  /// So many lines from a place on, fewer at the end of the text.
  package mutating func lines(from place: Place, count: Int) -> [SetLine] {
    lines(from: place, count: count, highlighting: [], current: nil)
  }

  /// The same with occurrences marked, which are in order: reverse, and the current one also bold.
  package mutating func lines(
    from place: Place, count: Int, highlighting matches: [Match], current: Match?
  ) -> [SetLine] {
    guard var position = position(place) else { return [] }
    var lines: [SetLine] = []
    lines.reserveCapacity(min(max(0, count), 256))
    while lines.count < count {
      let stick = stick(position.stretch)
      let marks =
        matches.isEmpty
        ? nil : Marks(self, unit: position.stretch.unit, matches: matches, current: current)
      let end = position.line + min(stick.rows.count - position.line, count - lines.count)
      for line in position.line..<end {
        lines.append(
          stick.line(
            line, place: self.place(Position(stretch: position.stretch, line: line)),
            sourceStart: document.source.start,
            inlines: options.isOriginal ? [] : document.inlines, highlights: marks?.highlights))
      }
      guard let next = neighbour(of: position.stretch, by: 1) else { break }
      position = Position(stretch: next, line: 0)
    }
    return lines
  }
}

/// The occurrences that a unit may show, as parts of its text.
private struct Marks {
  private let matches: ArraySlice<Match>
  private let current: Match?
  /// Where the text of each block comes from; the header's is what it is.
  private var origins: [Int: Origin] = [:]

  init(_ galley: Galley, unit: Int, matches: [Match], current: Match?) {
    let blocks = unit == 0 ? 0..<1 : galley.flow.blocks(inUnit: unit)
    let start = matches.partitionPoint { $0.block < blocks.lowerBound }
    let end = matches.partitionPoint { $0.block < blocks.upperBound }
    self.matches = matches[start..<end]
    self.current = current
    for block in Set(self.matches.map(\.block)) where block > 0 {
      let document = galley.document
      guard document.blocks.indices.contains(block - 1) else { continue }
      origins[block] = document.passageText(of: document.blocks[block - 1]).origin
    }
  }

  /// The occurrences in a part of `Source.bytes`, or of the header.
  func highlights(in part: Range<Int>) -> [Highlight] {
    if matches.isEmpty { return [] }
    let start = matches.partitionPoint { range(of: $0).upperBound <= part.lowerBound }
    return matches[start...].prefix { range(of: $0).lowerBound < part.upperBound }.map { match in
      Highlight(
        range: range(of: match), style: Style(match == current ? [.reverse, .bold] : .reverse))
    }
  }

  private func range(of match: Match) -> Range<Int> {
    guard let origin = origins[match.block] else { return match.range }
    let start = origin.sourceOffset(of: match.range.lowerBound)
    let last = origin.sourceOffset(of: match.range.upperBound - 1)
    return start..<max(start, last + 1)
  }
}
