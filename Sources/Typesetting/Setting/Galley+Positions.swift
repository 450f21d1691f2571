/// A place as the galley reckons with it.
struct Position {
  var stretch: Galley.Stretch
  /// Counted in the stretch, whose first lines are the blank lines above it.
  var line: Int
}

extension Galley {
  /// Lines of a stretch are numbered from here times its index on.
  private static let lineBits = 32

  func place(_ position: Position) -> Place {
    Place(
      block: position.stretch.unit, line: position.stretch.index << Self.lineBits | position.line)
  }

  /// The position of a place, or of the nearest line if there is no such line; nil without lines.
  mutating func position(_ place: Place) -> Position? {
    let unit = min(max(0, place.block), flow.count - 1)
    let count = flow.stretches(of: unit)
    guard count > 0 else {
      guard let shown = shownUnit(from: unit, by: 1) ?? shownUnit(from: unit, by: -1) else {
        return nil
      }
      return Position(stretch: Stretch(unit: shown, index: 0), line: 0)
    }
    let line = max(0, place.line)
    let index = min(line >> Self.lineBits, count - 1)
    let stretch = Stretch(unit: unit, index: index)
    let inStretch = line - index << Self.lineBits
    return Position(stretch: stretch, line: min(inStretch, lineCount(stretch) - 1))
  }

  mutating func lineCount(_ stretch: Stretch) -> Int { stick(stretch).rows.count }

  /// The stretch before or after another one.
  func neighbour(of stretch: Stretch, by step: Int) -> Stretch? {
    let index = stretch.index + step
    if index >= 0, index < flow.stretches(of: stretch.unit) {
      return Stretch(unit: stretch.unit, index: index)
    }
    guard let unit = shownUnit(from: stretch.unit + step, by: step) else { return nil }
    return Stretch(unit: unit, index: step > 0 ? 0 : flow.stretches(of: unit) - 1)
  }

  /// The first unit that is shown, from one on, upwards or downwards.
  func shownUnit(from unit: Int, by step: Int) -> Int? {
    var unit = unit
    while unit >= 0, unit < flow.count {
      if flow.stretches(of: unit) > 0 { return unit }
      unit += step
    }
    return nil
  }
}

// MARK: - Places and the source

extension Galley {
  /// The line that shows an absolute byte of the source; for what is not shown, the line that
  /// stands for it. The first byte of the text is shown by the header.
  package mutating func place(at offset: Int) -> Place {
    let offset = offset - document.source.start
    if offset <= 0, document.source.start == 0, !options.header.isEmpty { return start }
    let (unit, index) = flow.position(of: max(0, offset))
    if unit == 0 { return start }
    let stretch = Stretch(unit: unit, index: index)
    guard shownUnit(from: unit, by: 1) == unit else { return last() }
    return place(Position(stretch: stretch, line: stick(stretch).row(at: offset)))
  }

  /// The absolute byte of the source at which a line begins; a blank line begins with the next
  /// line that shows text.
  package mutating func offset(of place: Place) -> Int {
    guard let position = position(place) else { return document.source.start }
    return document.source.start + stick(position.stretch).sourceOffset(of: position.line)
  }

  /// The text from the start of a line on, at most 40 characters, to find the place again.
  package mutating func quote(at place: Place) -> String {
    guard let position = position(place) else { return "" }
    return stick(position.stretch).quote(at: position.line, count: 40)
  }
}
