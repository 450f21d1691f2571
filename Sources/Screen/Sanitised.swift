/// What the sanitiser made of a piece of untrusted text.
package struct Sanitised: Sendable {
  package let text: SafeText
  /// The UTF-8 ranges of the text that are visible codes, in order; to be styled apart, so that
  /// the same letters written by an author look different.
  package let markers: [Range<Int>]
  /// How many scalars were dropped that may have meant something; joiners, break opportunities
  /// and the choice between text and emoji form are dropped without being counted.
  package let hidden: Int

  /// Where text and input differ, in order.
  let edits: [Edit]

  /// A piece of the input, and what stands for it in the text; both in bytes.
  struct Edit: Sendable {
    let source: Range<Int>
    let safe: Range<Int>
  }

  /// Whether the text is the input, byte for byte.
  package var isUnchanged: Bool { edits.isEmpty }

  /// The offset in the input's bytes of what stands at an offset of the text.
  ///
  /// Everything that stands for a piece of the input belongs to the start of that piece.
  package func sourceOffset(of safeOffset: Int) -> Int {
    guard let edit = lastEdit(where: { $0.safe.lowerBound <= safeOffset }) else {
      return safeOffset
    }
    if safeOffset < edit.safe.upperBound { return edit.source.lowerBound }
    return edit.source.upperBound + safeOffset - edit.safe.upperBound
  }

  /// The offset in the text of what an offset of the input's bytes became.
  package func safeOffset(of sourceOffset: Int) -> Int {
    guard let edit = lastEdit(where: { $0.source.lowerBound <= sourceOffset }) else {
      return sourceOffset
    }
    if sourceOffset < edit.source.upperBound { return edit.safe.lowerBound }
    return edit.safe.upperBound + sourceOffset - edit.source.upperBound
  }

  /// The text between two UTF-8 offsets, its visible codes in a style of their own.
  package func spans(utf8 range: Range<Int>, style: Style, markerStyle: Style) -> [Span] {
    var spans: [Span] = []
    var start = range.lowerBound
    func add(upTo end: Int, _ style: Style) {
      let part = text.slice(utf8: start..<max(start, end))
      if !part.isEmpty { spans.append(Span(part, style: style)) }
      start = max(start, end)
    }
    for marker in markers[firstMarker(endingAfter: range.lowerBound)...] {
      if marker.lowerBound >= range.upperBound { break }
      add(upTo: marker.lowerBound, style)
      add(upTo: min(marker.upperBound, range.upperBound), markerStyle)
    }
    add(upTo: range.upperBound, style)
    return spans
  }

  private func lastEdit(where isBefore: (Edit) -> Bool) -> Edit? {
    let count = edits.partitionPoint(where: isBefore)
    return count == 0 ? nil : edits[count - 1]
  }

  private func firstMarker(endingAfter offset: Int) -> Int {
    markers.partitionPoint { $0.upperBound <= offset }
  }
}

extension Array {
  /// The number of leading elements for which a claim holds that holds for no later one.
  fileprivate func partitionPoint(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
