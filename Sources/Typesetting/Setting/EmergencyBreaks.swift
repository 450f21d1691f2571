import Screen

/// Breaks what fits on no line: between characters, and a character that is itself too wide
/// between its cells.
struct EmergencyBreaks {
  private let raw: UnsafeBufferPointer<UInt8>
  private let sanitised: Sanitised
  private let safe: UnsafeBufferPointer<UInt8>

  init(
    _ raw: UnsafeBufferPointer<UInt8>, _ sanitised: Sanitised, _ safe: UnsafeBufferPointer<UInt8>
  ) {
    self.raw = raw
    self.sanitised = sanitised
    self.safe = safe
  }

  /// Fills line after line from where a gauge stands; the rest, which fits on a line, is left.
  func opportunities(from gauge: Gauge, to end: Int, measure: Int) -> [Opportunity] {
    var filling = Filling(gauge: gauge, lineColumn: gauge.column, measure: measure)
    if sanitised.isUnchanged, safe[gauge.offset..<end].allSatisfy({ $0 < 0x80 }) {
      for offset in gauge.offset..<end { filling.add(upTo: offset + 1) }
      return filling.found
    }
    for offset in characterEnds(from: gauge.offset, to: end) {
      if filling.isWide(upTo: offset) {
        for inner in filling.last.offset + 1..<offset where !safe.isInsideCluster(inner) {
          filling.add(upTo: inner)
        }
      }
      filling.add(upTo: offset)
    }
    return filling.found
  }

  /// The ends of characters of the text as it came, as far as they lie between cells.
  private func characterEnds(from start: Int, to end: Int) -> [Int] {
    let rawStart = sanitised.sourceOffset(of: start)
    let rawEnd = end == safe.count ? raw.count : sanitised.sourceOffset(of: end)
    let part = UnsafeBufferPointer(rebasing: raw[rawStart..<max(rawStart, rawEnd)])
    var ends = Boundaries.graphemes.offsets(in: part)
      .map { sanitised.safeOffset(of: rawStart + Int($0)) }
      .filter { $0 > start && $0 < end && !safe.isInsideCluster($0) }
    ends.append(end)
    return ends
  }
}

/// Lines filled one after the other.
private struct Filling {
  /// Stands behind the last character that was added.
  private(set) var last: Gauge
  private var lineColumn: Int
  private let measure: Int
  private(set) var found: [Opportunity] = []

  init(gauge: Gauge, lineColumn: Int, measure: Int) {
    last = gauge
    self.lineColumn = lineColumn
    self.measure = measure
  }

  func isWide(upTo offset: Int) -> Bool {
    var gauge = last
    gauge.advance(to: offset)
    return gauge.endColumn - last.column > measure
  }

  /// Adds a character; one that does not fit begins a line.
  mutating func add(upTo offset: Int) {
    var gauge = last
    gauge.advance(to: offset)
    if gauge.endColumn - lineColumn > measure, last.column > lineColumn {
      found.append(Opportunity(at: last))
      lineColumn = last.column
    }
    last = gauge
  }
}
