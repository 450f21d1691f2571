/// Makes blocks of the stanzas that no recogniser of a format took, by their form alone.
struct StanzaReader {
  let page: Page
  var lists = ListContext()
  /// Whether a paragraph of several lines was met.
  var hasProse = false
  /// What was last found not to be preformatted: a stanza, and then all of its lines as one segment.
  private var plain = 0..<0

  static func read(_ page: Page) {
    var reader = StanzaReader(page: page)
    for stanza in page.stanzas { reader.read(stanza) }
  }

  private init(page: Page) { self.page = page }

  private mutating func read(_ stanza: Range<Int>) {
    if let rest = belowHeading(stanza) {
      lists.close()
      page.claim(
        page.draft(stanza.lowerBound..<rest.lowerBound, .paragraph, reason: .aboveIndented))
      read(rest)
      return
    }
    if ContentsLines.hold(stanza, of: page) {
      lists.close()
      page.claim(stanza, as: .furniture, reason: .contents, eachLine: true)
      return
    }
    if stanza.count > 1, let reason = preformatted(stanza) {
      claimPreformatted(stanza, reason)
      return
    }
    if VerseEvidence.holds(stanza, of: page) {
      claimPreformatted(stanza, .verse)
      return
    }
    var segments = Segmenter.segments(of: stanza, in: page)[...]
    if segments.count == 1, isOutlineHeading(segments[0]) {
      lists.close()
      page.claim(page.draft(stanza, .paragraph, reason: .prose))
      return
    }
    while let segment = segments.popFirst() {
      if let next = segments.first, isTerm(segment, next) {
        takeTerms(segment.lines)
      } else {
        take(segment)
      }
    }
  }

  /// The lines below a short first line that is set out from the margin of the prose.
  private func belowHeading(_ stanza: Range<Int>) -> Range<Int>? {
    let first = page.lines[stanza.lowerBound]
    guard stanza.count > 1, first.indent < page.shape.base, first.terms <= 8, first.letters > 0,
      page.lines[stanza.dropFirst()].allSatisfy({ $0.indent >= first.indent + 2 }),
      ListMarker(stanza.lowerBound, of: page) == nil, !page.endsInside(stanza.lowerBound),
      CodeEvidence.score(stanza.lowerBound, of: page) < 2
    else { return nil }
    return stanza.dropFirst()
  }

  /// A number with a point and a few words, set out to the left of the text: no item of a list.
  private func isOutlineHeading(_ segment: Segment) -> Bool {
    guard case .item(let marker) = segment.form, marker.style == .number(.point) else {
      return false
    }
    return marker.indent < page.shape.base && segment.lines.count <= 2
      && !page.endsSentence(segment.lines.upperBound - 1)
  }

  mutating func preformatted(_ lines: Range<Int>) -> Reason? {
    if lines == plain { return nil }
    let reason = form(of: lines)
    if reason == nil { plain = lines }
    return reason
  }

  private func form(of lines: Range<Int>) -> Reason? {
    if lines.contains(where: { QuoteMarks.depth($0, of: page) > 0 }) { return nil }
    if let reason = TableEvidence.holds(lines, of: page) { return reason }
    if ListMarker(lines.lowerBound, of: page) != nil { return nil }
    return CodeEvidence.holds(lines, of: page) ? .code : nil
  }

  mutating func claimPreformatted(_ lines: Range<Int>, _ reason: Reason) {
    page.claim(page.draft(lines, .preformatted, reason: reason))
  }

  private mutating func take(_ segment: Segment) {
    switch segment.form {
    case .rule: claimPreformatted(segment.lines, .rule)
    case .underlined(let mark): takeUnderlined(segment, mark)
    case .quoted(let depth): takeQuoted(segment, depth)
    case .item(let marker): takeItem(segment, marker)
    case .plain: takePlain(segment.lines)
    }
  }

  private mutating func takeUnderlined(_ segment: Segment, _ mark: UInt8) {
    lists.close()
    var draft = page.draft(segment.lines, .heading, level: 1, reason: .underlined)
    draft.block.slices.removeAll { Rule.mark($0.line - 1, of: page) != nil }
    draft.underline = mark
    page.claim(draft)
  }

  private mutating func takeQuoted(_ segment: Segment, _ depth: Int) {
    lists.close()
    var draft = page.draft(segment.lines, .quote, level: depth, reason: .quoteMarks)
    draft.block.slices = draft.block.slices.compactMap { slice in
      let end = QuoteMarks.prefix(page.bytes[slice.source]).upperBound
      return end < slice.source.upperBound
        ? Slice(line: slice.line, source: end..<slice.source.upperBound) : nil
    }
    page.claim(draft)
  }

  private mutating func takeItem(_ segment: Segment, _ marker: ListMarker) {
    let level = lists.nesting(of: marker)
    var draft = page.draft(segment.lines, .list, level: level, reason: .listItem)
    draft.block.marker = marker.source
    let first = draft.block.slices[0].source
    draft.block.slices[0].source = min(marker.content, first.upperBound)..<first.upperBound
    if draft.block.slices[0].source.isEmpty { draft.block.slices.removeFirst() }
    page.claim(draft)
  }

  /// A short line or a few and, right below, lines that are set in: terms and what they mean.
  private mutating func isTerm(_ segment: Segment, _ next: Segment) -> Bool {
    guard segment.form == .plain, segment.lines.count <= 4 else { return false }
    switch next.form {
    case .plain, .item: break
    default: return false
    }
    let indent = page.lines[segment.lines.lowerBound].indent
    let terms = segment.lines.allSatisfy { mayBeTerm($0, isAbovePlain: next.form == .plain) }
    return terms && page.lines[next.lines.lowerBound].indent >= indent + 2
      && (segment.lines.count == 1 || !WrapEvidence(segment.lines, of: page).isWrapped)
      && preformatted(next.lines) == nil
  }

  /// A short line that is no sentence, and does not announce a list.
  private func mayBeTerm(_ line: Int, isAbovePlain: Bool) -> Bool {
    let terms = page.lines[line].terms
    if page.endsWithColon(line), !isAbovePlain || terms > 5 { return false }
    return terms <= 12 && !page.endsSentence(line) && !page.endsInside(line)
  }

  mutating func takeTerms(_ lines: Range<Int>) {
    let indent = page.lines[lines.lowerBound].indent
    guard indent >= page.shape.base else {
      lists.close()
      page.claim(lines, as: .paragraph, reason: .aboveIndented, eachLine: true)
      return
    }
    let level = lists.nestingOfTerm(indent: indent)
    page.claim(lines, as: .list, level: level, reason: .term, eachLine: true)
  }
}
