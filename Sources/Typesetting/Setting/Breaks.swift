import Screen

/// Where the lines of a text end.
struct Breaks {
  /// Where the first line begins, a UTF-8 offset of the safe text.
  let start: Int
  let ends: [Opportunity]

  /// Breaks a passage that is to be set as well as possible.
  init(
    reflowing raw: UnsafeBufferPointer<UInt8>, _ sanitised: Sanitised,
    safe: UnsafeBufferPointer<UInt8>, measure: Int, hyphenator: Hyphenator?,
    workspace: inout Workspace
  ) {
    start = safe.startOfText
    let columns = sanitised.text.columns
    var gauge = Gauge(safe, squeezesSpaces: true, columns: columns, at: start)
    if columns <= measure {
      gauge.advance(to: safe.count)
      ends = gauge.end > start ? [Opportunity(at: gauge)] : []
      return
    }
    OpportunityFinder.find(
      &workspace, in: raw, sanitised, gauge: gauge, measure: measure,
      hyphenator: hyphenator)
    let price = hyphenator == nil ? Optimum.HyphenPrice.none : .usual
    ends = Optimum.lineEnds(
      workspace.opportunities, measure: measure, price: price, nodes: &workspace.nodes
    ).map { workspace.opportunities[$0] }
  }

  /// Breaks a passage where the measure ends.
  init(
    wrapping raw: UnsafeBufferPointer<UInt8>, _ sanitised: Sanitised,
    safe: UnsafeBufferPointer<UInt8>, measure: Int
  ) {
    start = 0
    let gauge = Gauge(safe, squeezesSpaces: false, columns: sanitised.text.columns)
    var ends = EmergencyBreaks(raw, sanitised, safe)
      .opportunities(from: gauge, to: safe.count, measure: measure)
    var last = ends.last.map { gauge.put(at: $0.next, column: $0.nextColumn) } ?? gauge
    last.advance(to: safe.count)
    ends.append(Opportunity(at: last))
    self.ends = ends
  }
}
