import Screen

/// Sets copy at a measure.
struct Compositor: Sendable {
  let measure: Int

  func stick(_ copy: Copy) -> Stick {
    var texts: [SetText] = []
    var rows: [Stick.Row?] = []
    for passage in copy.passages {
      guard let passage else {
        rows.append(nil)
        continue
      }
      let sanitised = Sanitiser.sanitise(passage.text, surface: .body)
      rows += self.rows(of: passage, sanitised, text: texts.count)
      texts.append(SetText(passage: passage, sanitised: sanitised))
    }
    if rows.isEmpty { rows.append(nil) }
    return Stick(kind: copy.kind, texts: texts, rows: rows, source: copy.source)
  }

  private func rows(of passage: Passage, _ sanitised: Sanitised, text: Int) -> [Stick.Row] {
    let width = max(1, measure - passage.lead.columns)
    if passage.manner == .verbatim || sanitised.text.columns <= width, passage.manner != .reflowed {
      let range = 0..<sanitised.text.string.utf8.count
      return [
        Stick.Row(text: text, range: range, columns: sanitised.text.columns, isFirst: true)
      ]
    }
    var rows = broken(passage, sanitised, text: text, width: width)
    if passage.manner == .reflowed, Direction.isRightToLeft(passage.text) {
      for index in rows.indices { rows[index].inset = max(0, width - rows[index].columns) }
    }
    return rows
  }

  private func broken(
    _ passage: Passage, _ sanitised: Sanitised, text: Int, width: Int
  ) -> [Stick.Row] {
    let breaks = withBytes(passage, sanitised) { raw, safe in
      passage.manner == .wrapped
        ? Breaks(wrapping: raw, sanitised, safe: safe, measure: width)
        : Breaks(reflowing: raw, sanitised, safe: safe, measure: width)
    }
    var start = breaks.start
    var startColumn = 0
    return breaks.ends.enumerated().map { index, end in
      let row = Stick.Row(
        text: text, range: start..<end.end, columns: end.endColumn - startColumn,
        isHyphenated: end.isHyphenated, isFirst: index == 0)
      start = end.next
      startColumn = end.nextColumn
      return row
    }
  }

  private func withBytes<Result>(
    _ passage: Passage, _ sanitised: Sanitised,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    passage.text.withUnsafeBufferPointer { raw in
      if sanitised.isUnchanged { return body(raw, raw) }
      var string = sanitised.text.string
      return string.withUTF8 { body(raw, $0) }
    }
  }
}

/// Where the lines of a text end.
private struct Breaks {
  /// Where the first line begins, a UTF-8 offset of the safe text.
  let start: Int
  let ends: [Opportunity]

  init(
    reflowing raw: UnsafeBufferPointer<UInt8>, _ sanitised: Sanitised,
    safe: UnsafeBufferPointer<UInt8>, measure: Int
  ) {
    if sanitised.text.columns <= measure {
      let start = safe.firstIndex { $0 != UInt8(ascii: " ") } ?? safe.count
      var gauge = Gauge(safe, squeezesSpaces: true, at: start)
      gauge.advance(to: safe.count)
      self.start = start
      ends = gauge.end > start ? [Opportunity(at: gauge)] : []
      return
    }
    let (start, opportunities) = OpportunityFinder.opportunities(
      in: raw, sanitised, safe: safe, measure: measure)
    self.start = start
    ends = Optimum.lineEnds(opportunities, measure: measure).map { opportunities[$0] }
  }

  init(
    wrapping raw: UnsafeBufferPointer<UInt8>, _ sanitised: Sanitised,
    safe: UnsafeBufferPointer<UInt8>, measure: Int
  ) {
    let gauge = Gauge(safe, squeezesSpaces: false)
    var ends = EmergencyBreaks(raw, sanitised, safe)
      .opportunities(from: gauge, to: safe.count, measure: measure)
    var last =
      ends.last.map {
        Gauge(safe, squeezesSpaces: false, at: $0.next, column: $0.nextColumn)
      } ?? gauge
    last.advance(to: safe.count)
    ends.append(Opportunity(at: last))
    start = 0
    self.ends = ends
  }
}
