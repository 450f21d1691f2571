import Screen

extension InlineRun {
  /// How the part looks, as far as it looks other than the words around it.
  var look: Style {
    var attributes: Style.Attributes = []
    if markup.contains(.emphasis) { attributes.insert(.italic) }
    if markup.contains(.strong) { attributes.insert(.bold) }
    if markup.contains(.link) { attributes.insert(.underline) }
    if markup.contains(.struck) { attributes.insert(.dim) }
    return Style(attributes, color: markup.contains(.code) ? .cyan : nil)
  }
}

extension [InlineRun] {
  /// The looks of a part of the source; the runs must be in order.
  func looks(in part: Range<Int>) -> [Highlight] {
    if isEmpty { return [] }
    let start = partitionPoint { $0.source.upperBound <= part.lowerBound }
    return self[start...].prefix { $0.source.lowerBound < part.upperBound }
      .map { Highlight(range: $0.source, style: $0.look) }
  }
}
