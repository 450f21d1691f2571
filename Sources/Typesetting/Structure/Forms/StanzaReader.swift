/// Makes blocks of the stanzas that no recogniser of a format took, by their form alone.
struct StanzaReader {
  private var page: Page
  private var lists = ListContext()
  /// Whether a paragraph of several lines was met.
  private var hasProse = false

  static func read(_ page: inout Page) {
    var reader = StanzaReader(page: page)
    for stanza in page.stanzas { reader.read(stanza) }
    page = reader.page
  }

  private init(page: Page) { self.page = page }

  private mutating func read(_ stanza: Range<Int>) {
    if let rest = belowHeading(stanza) {
      lists.close()
      page.claim(page.draft(stanza.lowerBound..<rest.lowerBound, .paragraph, reason: .aboveIndented))
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
    var segments = Segmenter.segments(of: stanza, in: page)[...]
    if segments.count == 1, isOutlineHeading(segments[0]) {
      lists.close()
      page.claim(page.draft(stanza, .paragraph, reason: .prose))
      return
    }
    while let segment = segments.popFirst() {
      if let next = segments.first, isTerm(segment, next) {
        takeTerm(segment)
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
    guard case .item(let marker) = segment.form, marker.style == .number(.point) else { return false }
    return marker.indent < page.shape.base && segment.lines.count <= 2
      && !page.endsSentence(segment.lines.upperBound - 1)
  }

  private func preformatted(_ lines: Range<Int>) -> Reason? {
    if let reason = TableEvidence.holds(lines, of: page) { return reason }
    return CodeEvidence.holds(lines, of: page) && !hasQuoteOrItem(lines) ? .code : nil
  }

  private func hasQuoteOrItem(_ lines: Range<Int>) -> Bool {
    QuoteMarks.depth(lines.lowerBound, of: page) > 0
      || ListMarker(lines.lowerBound, of: page) != nil
  }

  private mutating func claimPreformatted(_ lines: Range<Int>, _ reason: Reason) {
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
    draft.block.slices.removeLast()
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

  /// A short line and, right below it, lines that are set in: a term and what it means.
  private func isTerm(_ segment: Segment, _ next: Segment) -> Bool {
    guard segment.form == .plain, segment.lines.count == 1 else { return false }
    switch next.form {
    case .plain, .item: break
    default: return false
    }
    let term = page.lines[segment.lines.lowerBound]
    return page.lines[next.lines.lowerBound].indent >= term.indent + 2 && term.terms <= 12
      && !page.endsSentence(segment.lines.lowerBound) && !page.endsInside(segment.lines.lowerBound)
      && preformatted(next.lines) == nil
  }

  private mutating func takeTerm(_ segment: Segment) {
    let line = segment.lines.lowerBound
    let term = page.lines[line]
    guard term.indent >= page.shape.base, !page.endsWithColon(line) else {
      lists.close()
      page.claim(page.draft(segment.lines, .paragraph, reason: .aboveIndented))
      return
    }
    let level = lists.nesting(indent: term.indent, contentIndent: term.indent + 2)
    page.claim(page.draft(segment.lines, .list, level: level, reason: .term))
  }

  private mutating func takePlain(_ lines: Range<Int>) {
    let indent = page.lines[lines].reduce(Int.max) { min($0, $1.indent) }
    if let reason = preformatted(lines) {
      claimPreformatted(lines, reason)
    } else if let level = lists.nesting(at: indent) {
      let isWrapped = WrapEvidence(lines, of: page).isWrapped
      page.claim(lines, as: .list, level: level, reason: .belowItem, eachLine: !isWrapped)
    } else {
      takeText(lines, indent: indent)
    }
  }

  private mutating func takeText(_ lines: Range<Int>, indent: Int) {
    if lines.count == 1, page.shape.isRagged, isVerseLine(lines.lowerBound) {
      claimPreformatted(lines, .verse)
      return
    }
    let evidence = WrapEvidence(lines, of: page)
    if isHead(lines) {
      page.claim(lines, as: .paragraph, reason: .looseLines, eachLine: true)
      return
    }
    if evidence.isWrapped || page.isMarkup {
      let isQuote = lines.count > 1 && indent > page.shape.base + 2
      takeProse(lines, isQuote ? .quote : .paragraph, isQuote ? .indented : .prose)
    } else if meanColumns(lines) >= 60 {
      page.claim(lines, as: .paragraph, reason: .prose, eachLine: true)
    } else if evidence.isVerse {
      claimPreformatted(lines, .verse)
    } else if hasOneFirstWord(lines) {
      claimPreformatted(lines, .code)
    } else {
      page.claim(lines, as: .list, reason: .looseLines, eachLine: true)
    }
  }

  /// A line alone that ends like one of a verse.
  private func isVerseLine(_ line: Int) -> Bool {
    page.lines[line].edge <= (page.shape.measure ?? 0) && (page.endsSentence(line) || page.endsInside(line))
  }

  /// Lines that begin with the same word: settings or commands.
  private func hasOneFirstWord(_ lines: Range<Int>) -> Bool {
    let words = lines.map { page.text($0).prefix { $0 > 0x20 } }
    return lines.allSatisfy { page.lines[$0].words > 1 && page.lines[$0].digits + page.lines[$0].symbols > 0 } && words.dropFirst().allSatisfy { $0 == words[0] }
  }

  /// A few lines before the first prose of which the first is not full: title, author, date.
  private mutating func isHead(_ lines: Range<Int>) -> Bool {
    guard !hasProse else { return false }
    let measure = page.shape.measure ?? Shape.widestMeasure
    let isShort = lines.count <= 5 && lines.allSatisfy { page.lines[$0].terms <= 14 }
      && lines.dropLast().allSatisfy { line in
        WrapEvidence.slack(line, measure: measure, of: page) * 8 > measure && !page.beginsSmall(line + 1)
      }
    hasProse = !isShort && lines.count > 1 || page.lines[lines.lowerBound].terms > 16
    guard isShort, lines.count > 1 else { return false }
    return page.shape.isRagged ? lines.contains { page.text($0).contains(UInt8(ascii: "@")) }
      : lines.contains { !page.beginsSmall($0) }
  }

  private func meanColumns(_ lines: Range<Int>) -> Int {
    page.lines[lines].reduce(0) { $0 + $1.columns } / lines.count
  }

  /// Prose is cut where a line ends early at the end of a sentence.
  private mutating func takeProse(_ lines: Range<Int>, _ kind: Block.Kind, _ reason: Reason) {
    let level = kind == .quote ? 1 : 0
    let measure = WrapEvidence.measure(lines, of: page)
    var start = lines.lowerBound
    for line in lines.dropLast() {
      guard WrapEvidence.slack(line, measure: measure, of: page) * 4 > measure,
        page.endsSentence(line), !page.beginsSmall(line + 1)
      else { continue }
      page.claim(page.draft(start..<line + 1, kind, level: level, reason: reason))
      start = line + 1
    }
    page.claim(page.draft(start..<lines.upperBound, kind, level: level, reason: reason))
  }
}
