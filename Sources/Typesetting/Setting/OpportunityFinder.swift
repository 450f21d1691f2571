import Screen

/// Finds where the lines of a text may end, at a measure.
///
/// The offsets of ICU count in the text as it came, where soft hyphens and zero-width spaces still
/// stand; what is found counts in the safe text that is drawn.
struct OpportunityFinder {
  private let raw: UnsafeBufferPointer<UInt8>
  private let sanitised: Sanitised
  private let isUnchanged: Bool
  private let measure: Int
  private var gauge: Gauge
  private var found: [Opportunity] = []
  /// Where the segment begins that is measured.
  private var next: Int
  private var nextColumn = 0
  /// The end of the last word looked at, and whether it is an address.
  private var word = (end: 0, isAddress: false)
  /// Opportunities inside what belongs together, in the safe text, in case that it fits on no line.
  private var held: [Int] = []

  /// The opportunities of a text in order, from where a gauge stands; the last one is its end.
  /// - Parameter workspace: takes them, in place of those that it holds.
  static func find(
    _ workspace: inout Workspace, in raw: UnsafeBufferPointer<UInt8>, _ sanitised: Sanitised,
    gauge: Gauge, measure: Int, hyphenator: Hyphenator? = nil
  ) {
    var finder = OpportunityFinder(raw, sanitised, gauge, measure)
    swap(&finder.found, &workspace.opportunities)
    finder.found.removeAll(keepingCapacity: true)
    PlainBreaks.withOffsets(in: raw, memory: &workspace.offsets) {
      if let hyphenator { finder.run($0, hyphenator) } else { finder.run($0) }
    }
    swap(&finder.found, &workspace.opportunities)
  }

  private init(
    _ raw: UnsafeBufferPointer<UInt8>, _ sanitised: Sanitised, _ gauge: Gauge, _ measure: Int
  ) {
    self.raw = raw
    self.sanitised = sanitised
    isUnchanged = sanitised.isUnchanged
    self.measure = measure
    next = gauge.offset
    self.gauge = gauge
  }

  private typealias Ends = Swift.Slice<UnsafeBufferPointer<Int32>>

  private mutating func run(_ offsets: UnsafeBufferPointer<Int32>) {
    found.reserveCapacity(offsets.count)
    var index = 0
    while index < offsets.count {
      let words = plainWords(offsets[index...])
      if !words.isEmpty {
        add(words)
        index = words.endIndex
        continue
      }
      let offset = Int(offsets[index])
      index += 1
      if offset < raw.count, !mayBreak(at: offset) { continue }
      close(at: safeOffset(of: offset), isSoftHyphen: isAfterSoftHyphen(offset))
    }
  }

  /// The first of some ends as far as each is that of a word and the space behind it that fit on a
  /// line, in text of which all bytes are columns: then `close` has nothing to decide, and nearly
  /// always that is so.
  private func plainWords(_ ends: Ends) -> Ends {
    guard gauge.isEven, isUnchanged, held.isEmpty else { return ends.prefix(0) }
    var start = next
    return ends.prefix { end in
      let end = Int(end)
      defer { start = end }
      return start &+ 1 < end && end &- start <= measure && raw[end &- 1] == UInt8(ascii: " ")
    }
  }

  private mutating func add(_ words: Ends) {
    guard let last = words.last else { return }
    let shift = nextColumn - next
    found.append(addingCapacity: words.count) { found in
      for end in words {
        let end = Int(end)
        found.append(
          Opportunity(
            end: end &- 1, next: end, endColumn: end &- 1 &+ shift, nextColumn: end &+ shift))
      }
    }
    next = Int(last)
    nextColumn = next + shift
    gauge = gauge.put(at: next, column: nextColumn)
  }

  /// The same, and between two opportunities those inside a word.
  private mutating func run(_ offsets: UnsafeBufferPointer<Int32>, _ hyphenator: Hyphenator) {
    var start = 0
    for offset in offsets {
      let offset = Int(offset)
      if offset < raw.count, !mayBreak(at: offset) { continue }
      for point in hyphenator.points(in: raw, start..<offset) { divide(at: safeOffset(of: point)) }
      close(at: safeOffset(of: offset), isSoftHyphen: isAfterSoftHyphen(offset))
      start = offset
    }
  }

  private func safeOffset(of offset: Int) -> Int {
    isUnchanged ? offset : sanitised.safeOffset(of: offset)
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
    let belongsTogether =
      before == after || isAfterDashes(offset) || isInAddress(offset)
      || (before == UInt8(ascii: "-") && isAfterOneLetter(offset - 1))
    if belongsTogether, !isAfterScheme(offset) { held.append(safeOffset(of: offset)) }
    return !belongsTogether
  }

  /// Whether the word so far is hyphens only: --option.
  private func isAfterDashes(_ offset: Int) -> Bool {
    var start = offset
    while start > 0, raw[start - 1] == UInt8(ascii: "-") { start -= 1 }
    return start < offset && (start == 0 || !isWordByte(raw[start - 1]))
  }

  /// Whether too little stands before a hyphen to be left alone: 3-day, e-mail.
  private func isAfterOneLetter(_ hyphen: Int) -> Bool {
    if hyphen > 0, raw[hyphen - 1] == UInt8(ascii: "-") { return false }
    return hyphen < 2 || !raw[hyphen - 1].isOfLetters || !raw[hyphen - 2].isOfLetters
  }

  private func isAfterScheme(_ offset: Int) -> Bool {
    offset >= 3 && raw[offset - 3] == UInt8(ascii: ":") && raw[offset - 1] == UInt8(ascii: "/")
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

extension UInt8 {
  /// Whether this is a letter or digit, or part of a scalar beyond ASCII.
  fileprivate var isOfLetters: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
      true
    default: false
    }
  }
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
  /// Ends the segment that began at the last opportunity.
  private mutating func close(at offset: Int, isSoftHyphen: Bool) {
    if gauge.text.isInsideCluster(offset) { return }
    var offset = offset
    while offset < gauge.text.count, gauge.text[offset] == UInt8(ascii: " ") { offset += 1 }
    gauge.advance(to: offset)
    if gauge.end <= next {
      skipSpaces()
    } else if gauge.endColumn - nextColumn > measure {
      breakUp(to: offset)
    }
    if gauge.end > next {
      let hasRoom = gauge.endColumn - nextColumn < measure
      add(Opportunity(at: gauge, isSoftHyphen: isSoftHyphen && hasRoom))
    }
    if !held.isEmpty { held.removeAll(keepingCapacity: true) }
  }

  /// Ends a segment inside a word, if there is room for the hyphen.
  private mutating func divide(at offset: Int) {
    var gauge = gauge
    gauge.advance(to: offset)
    guard gauge.endColumn - nextColumn < measure else { return }
    self.gauge = gauge
    add(Opportunity(at: gauge, isSoftHyphen: true))
  }

  /// Nothing but spaces stands since the last opportunity: the line after it begins later.
  private mutating func skipSpaces() {
    guard let last = found.indices.last else { return }
    found[last] = found[last].with(next: gauge.offset, nextColumn: gauge.column)
    next = gauge.offset
    nextColumn = gauge.column
  }

  private mutating func add(_ opportunity: Opportunity) {
    found.append(opportunity)
    next = opportunity.next
    nextColumn = opportunity.nextColumn
  }

  /// Breaks a segment that fits on no line where ICU allows it, else between characters.
  private mutating func breakUp(to end: Int) {
    var gauge = gauge.put(at: next, column: nextColumn)
    for offset in held + [end] {
      gauge.advance(to: offset)
      if gauge.endColumn - nextColumn > measure { breakBetweenCharacters(to: offset) }
      if offset < end { add(Opportunity(at: gauge)) }
    }
  }

  private mutating func breakBetweenCharacters(to end: Int) {
    let emergency = EmergencyBreaks(raw, sanitised, gauge.text)
    let start = gauge.put(at: next, column: nextColumn)
    emergency.opportunities(from: start, to: end, measure: measure).forEach { add($0) }
  }
}
