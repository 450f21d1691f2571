import Screen

/// A document set at a measure.
///
/// Lines are made when they are asked for and kept, so that a long text costs what is looked at.
package struct Galley: Sendable {
  package let document: Document
  package let options: Options
  let flow: any Flow
  private let compositor: Compositor
  private var sticks: [Stretch: Stick] = [:]
  private var rowsKept = 0
  private var workspace = Workspace()
  /// When so many lines are kept, all are let go and set anew as they are needed: about a megabyte,
  /// as much as stays near to the processor.
  private static let mostRows = 4_096
  private static let widest = 10_000
  /// More lines than any text has.
  private static let farthest = 1 << 48

  /// A part of a unit that is set in one go.
  struct Stretch: Hashable {
    var unit: Int
    var index: Int
  }

  package init(_ document: Document, options: Options) {
    var options = options
    options.measure = min(max(1, options.measure), Self.widest)
    options.wrapsPreformattedAt = options.wrapsPreformattedAt.map { min(max(1, $0), Self.widest) }
    self.document = document
    self.options = options
    flow =
      options.isOriginal
      ? OriginalFlow(document, options: options) : TypesetFlow(document, options: options)
    compositor = Compositor(
      measure: options.measure, isJustified: options.isJustified, hyphenator: options.hyphenator)
  }

  mutating func stick(_ stretch: Stretch) -> Stick {
    if let stick = sticks[stretch] { return stick }
    if rowsKept >= Self.mostRows {
      sticks.removeAll(keepingCapacity: true)
      rowsKept = 0
    }
    let stick = compositor.stick(
      flow.copy(of: stretch.unit, stretch: stretch.index),
      space: stretch.index == 0 ? flow.space(above: stretch.unit) : 0,
      workspace: &workspace)
    sticks[stretch] = stick
    rowsKept += stick.rows.count
    return stick
  }
}

// MARK: - Counting lines

extension Galley {
  /// The first line.
  package var start: Place {
    Place(block: shownUnit(from: 0, by: 1) ?? 0, line: 0)
  }

  /// The last line.
  package mutating func last() -> Place {
    guard let unit = shownUnit(from: flow.count - 1, by: -1) else { return start }
    let stretch = Stretch(unit: unit, index: flow.stretches(of: unit) - 1)
    return place(Position(stretch: stretch, line: lineCount(stretch) - 1))
  }

  /// The place so many lines further down, or up for a negative number; the first or last line
  /// at most.
  package mutating func moved(_ place: Place, by lines: Int) -> Place {
    guard var position = position(place) else { return place }
    position.line += min(max(lines, -Self.farthest), Self.farthest)
    while position.line < 0 {
      guard let before = neighbour(of: position.stretch, by: -1) else {
        position.line = 0
        break
      }
      position.stretch = before
      position.line += lineCount(before)
    }
    while position.line >= lineCount(position.stretch) {
      guard let after = neighbour(of: position.stretch, by: 1) else {
        position.line = lineCount(position.stretch) - 1
        break
      }
      position.line -= lineCount(position.stretch)
      position.stretch = after
    }
    return self.place(position)
  }

  /// How many lines lie between two places, negative if the second stands above the first;
  /// `limit` at most, in either direction.
  package mutating func distance(from: Place, to: Place, limit: Int) -> Int {
    if to < from { return -distance(from: to, to: from, limit: limit) }
    guard var position = position(from), let end = self.position(to) else { return 0 }
    var distance = -position.line
    while position.stretch != end.stretch, distance < limit {
      distance += lineCount(position.stretch)
      guard let next = neighbour(of: position.stretch, by: 1) else { break }
      position.stretch = next
    }
    if position.stretch == end.stretch { distance += end.line }
    return max(0, min(distance, limit))
  }
}
