import Screen

/// A part of the text that looks other than the rest: a hit of a search, a word in italics.
struct Highlight: Sendable {
  /// In `Source.bytes`, or in the header.
  var range: Range<Int>
  /// What is added to the style of the text.
  var style: Style
}

extension Stick {
  /// A line as it is drawn.
  /// - Parameters:
  ///   - sourceStart: the absolute offset of `Source.bytes`.
  ///   - inlines: what markup sets apart, in order.
  ///   - highlights: what is marked in a part of the text, in order; nil if nothing is.
  func line(
    _ index: Int, place: Place, sourceStart: Int, inlines: [InlineRun],
    highlights: ((Range<Int>) -> [Highlight])?
  ) -> SetLine {
    guard let row = rows[index] else {
      let offset = sourceStart + sourceOffset(of: index)
      return SetLine(place: place, spans: [], columns: 0, kind: nil, source: offset..<offset)
    }
    let text = texts[row.text]
    let lead = row.isFirst ? text.passage.lead.first : text.passage.lead.rest
    let leadColumns = lead.reduce(0) { $0 + $1.text.columns }
    let origin = text.origin(of: row.range)
    let looks = text.passage.origin.isApart ? [] : inlines.looks(in: origin)
    var spans = text.spans(row, looks: looks, highlights?(origin) ?? [])
    let isFilled = row.fill > 0 && spans.widenSpaces(by: row.fill)
    if row.inset > 0 { spans.insert(Span(.spaces(row.inset)), at: 0) }
    if leadColumns > 0 { spans.insert(contentsOf: lead, at: 0) }
    let source = text.passage.origin.isApart ? source.lowerBound..<source.lowerBound : origin
    return SetLine(
      place: place, spans: spans,
      columns: leadColumns + row.inset + row.columns + (isFilled ? row.fill : 0), kind: kind,
      source: sourceStart + source.lowerBound..<sourceStart + source.upperBound)
  }
}

extension SetText {
  fileprivate func spans(
    _ row: Stick.Row, looks: [Highlight], _ highlights: [Highlight]
  ) -> [Span] {
    var spans: [Span]
    let shown = row.columns - (row.isHyphenated ? 1 : 0)
    let text = sanitised.text.slice(utf8: row.range)
    if looks.isEmpty, highlights.isEmpty, sanitised.markers.isEmpty, text.columns == shown {
      spans = [Span(text, style: passage.style)]
    } else {
      spans = squeezed(row.range).flatMap { cut($0, looks) }
        .flatMap { part in cut(part.range, highlights).flatMap { self.spans($0, over: part.style) }
        }
        .joined()
    }
    if row.isHyphenated { spans.append(Span(.hyphen, style: spans.last?.style ?? passage.style)) }
    return spans
  }

  private func spans(_ part: Highlight, over look: Style) -> [Span] {
    var style = passage.style.adding(look)
    // A bold hit is the current one.
    if part.style.attributes.contains(.reverse) { style.attributes.remove(.bold) }
    style = style.adding(part.style)
    return sanitised.spans(utf8: part.range, style: style, markerStyle: style.adding(.code))
  }

  /// The parts of a range, set apart and not, in order.
  private func cut(_ range: Range<Int>, _ highlights: [Highlight]) -> [Highlight] {
    var parts: [Highlight] = []
    var start = range.lowerBound
    for highlight in highlights {
      let from = min(max(safeOffset(of: highlight.range.lowerBound), start), range.upperBound)
      let to = min(
        max(clusterEnd(safeOffset(of: highlight.range.upperBound)), from), range.upperBound)
      if from == to { continue }
      if start < from { parts.append(Highlight(range: start..<from, style: .plain)) }
      parts.append(Highlight(range: from..<to, style: highlight.style))
      start = to
    }
    if start < range.upperBound {
      parts.append(Highlight(range: start..<range.upperBound, style: .plain))
    }
    return parts
  }

  /// The first offset from one on that lies between clusters.
  private func clusterEnd(_ offset: Int) -> Int {
    var string = sanitised.text.string
    return string.withUTF8 { bytes in
      var offset = offset
      while bytes.isInsideCluster(offset) { offset += 1 }
      return offset
    }
  }

  /// The parts of a range between which spaces too many stand.
  private func squeezed(_ range: Range<Int>) -> [Range<Int>] {
    if passage.manner != .reflowed { return [range] }
    let bytes = Array(sanitised.text.string.utf8.dropFirst(range.lowerBound).prefix(range.count))
    var parts: [Range<Int>] = []
    var start = 0
    for index in bytes.indices.dropFirst() {
      guard bytes[index] == UInt8(ascii: " "), bytes[index - 1] == bytes[index] else { continue }
      if start < index { parts.append(range.lowerBound + start..<range.lowerBound + index) }
      start = index + 1
    }
    parts.append(range.lowerBound + start..<range.upperBound)
    return parts
  }
}

extension SafeText {
  fileprivate static let hyphen = SafeText("-")
}

extension Style.Attributes {
  /// What the sanitiser wrote in place of something that cannot be shown.
  fileprivate static let code: Style.Attributes = [.dim, .underline]
}

extension [Span] {
  /// The spans with neighbours of one style made one.
  fileprivate func joined() -> [Span] {
    reduce(into: []) { spans, span in
      if let last = spans.last, last.style == span.style {
        spans[spans.count - 1].text = last.text + span.text
      } else {
        spans.append(span)
      }
    }
  }
}
