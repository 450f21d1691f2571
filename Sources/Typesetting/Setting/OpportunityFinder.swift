import Screen

/// Finds where the lines of a text may end, at a measure.
///
/// The offsets of ICU count in the text as it came, where soft hyphens and zero-width spaces still
/// stand; what is found counts in the safe text that is drawn.
struct OpportunityFinder {
  private let raw: UnsafeBufferPointer<UInt8>
  private let sanitised: Sanitised
  private let measure: Int
  private var gauge: Gauge
  private var found: [Opportunity] = []
  /// Where the text begins, after its first spaces.
  private let start: Int
  /// The end of the last word looked at, and whether it is an address.
  private var word = (end: 0, isAddress: false)
  /// Opportunities inside an address, in the safe text, for the case that it fits on no line.
  private var held: [Int] = []

  /// The opportunities of a text in order; the last one is its end. A text of nothing but spaces
  /// has none.
  static func opportunities(
    in raw: UnsafeBufferPointer<UInt8>, _ sanitised: Sanitised,
    safe: UnsafeBufferPointer<UInt8>, measure: Int
  ) -> (start: Int, [Opportunity]) {
    var finder = OpportunityFinder(raw, sanitised, safe, measure)
    finder.run()
    return (finder.start, finder.found)
  }

  private init(
    _ raw: UnsafeBufferPointer<UInt8>, _ sanitised: Sanitised, _ safe: UnsafeBufferPointer<UInt8>,
    _ measure: Int
  ) {
    self.raw = raw
    self.sanitised = sanitised
    self.measure = measure
    start = safe.firstIndex { $0 != UInt8(ascii: " ") } ?? safe.count
    gauge = Gauge(safe, squeezesSpaces: true, at: start)
  }

  private mutating func run() {
    let offsets = Boundaries.lines.offsets(in: raw)
    found.reserveCapacity(offsets.count)
    for offset in offsets {
      let offset = Int(offset)
      if offset < raw.count, !mayBreak(at: offset) { continue }
      close(at: safeOffset(of: offset), isSoftHyphen: isAfterSoftHyphen(offset))
    }
  }

  private func safeOffset(of offset: Int) -> Int {
    sanitised.isUnchanged ? offset : sanitised.safeOffset(of: offset)
  }

  private func isAfterSoftHyphen(_ offset: Int) -> Bool {
    offset >= 2 && raw[offset - 1] == 0xAD && raw[offset - 2] == 0xC2
  }
}

// MARK: - What ICU allows and a typesetter does not

extension OpportunityFinder {
  private mutating func mayBreak(at offset: Int) -> Bool {
    let before = raw[offset - 1]
    let after = raw[offset]
    if before == UInt8(ascii: " ") || before >= 0x80 || after >= 0x80 { return true }
    // Two equal signs belong together: C++, ||, $$.
    if before == after { return false }
    if !isInAddress(offset) { return true }
    held.append(safeOffset(of: offset))
    return false
  }

  private mutating func isInAddress(_ offset: Int) -> Bool {
    if offset < word.end { return word.isAddress }
    var start = offset
    while start > 0, isWordByte(raw[start - 1]) { start -= 1 }
    var end = offset
    while end < raw.count, isWordByte(raw[end]) { end += 1 }
    word = (end, UnsafeBufferPointer(rebasing: raw[start..<end]).holdsScheme)
    return word.isAddress
  }

  private func isWordByte(_ byte: UInt8) -> Bool { byte > UInt8(ascii: " ") && byte < 0x7F }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether `://` stands in the text.
  fileprivate var holdsScheme: Bool {
    for index in indices.dropLast(2) where self[index] == UInt8(ascii: ":") {
      if self[index + 1] == UInt8(ascii: "/"), self[index + 2] == UInt8(ascii: "/") { return true }
    }
    return false
  }
}

// MARK: - Segments

extension OpportunityFinder {
  private var next: Int { found.last?.next ?? start }
  private var nextColumn: Int { found.last?.nextColumn ?? 0 }

  /// Ends the segment that began at the last opportunity.
  private mutating func close(at offset: Int, isSoftHyphen: Bool) {
    if gauge.text.isInsideCluster(offset) { return }
    let held = self.held
    self.held.removeAll(keepingCapacity: true)
    gauge.advance(to: offset)
    if gauge.end <= next {
      // Nothing but spaces since the last opportunity.
      guard let last = found.indices.last else { return }
      found[last].next = gauge.offset
      found[last].nextColumn = gauge.column
      return
    }
    if gauge.endColumn - nextColumn > measure { breakUp(to: offset, at: held) }
    found.append(Opportunity(at: gauge, isSoftHyphen: isSoftHyphen))
  }

  /// Breaks a segment that fits on no line where an address may break, else between characters.
  private mutating func breakUp(to end: Int, at held: [Int]) {
    var gauge = Gauge(gauge.text, squeezesSpaces: true, at: next, column: nextColumn)
    for offset in held + [end] {
      gauge.advance(to: offset)
      if gauge.endColumn - nextColumn > measure { breakBetweenCharacters(to: offset) }
      if offset < end { found.append(Opportunity(at: gauge)) }
    }
  }

  private mutating func breakBetweenCharacters(to end: Int) {
    let emergency = EmergencyBreaks(raw, sanitised, gauge.text)
    let start = Gauge(gauge.text, squeezesSpaces: true, at: next, column: nextColumn)
    found += emergency.opportunities(from: start, to: end, measure: measure)
  }
}
