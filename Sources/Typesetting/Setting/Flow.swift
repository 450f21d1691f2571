import Screen

/// The units of which a set document consists, in order: the header, then what follows it.
///
/// A unit is set in one or more stretches, so that of a very long one no more is set than is
/// looked at.
protocol Flow: Sendable {
  /// How many units there are; unit 0 is the header.
  var count: Int { get }
  /// In how many stretches a unit is set; 0 if it is not shown.
  func stretches(of unit: Int) -> Int
  /// How many blank lines stand above a unit.
  func space(above unit: Int) -> Int
  func copy(of unit: Int, stretch: Int) -> Copy
  /// What shows a byte of `Source.bytes`; a unit that is not shown leaves it to one that is.
  func position(of offset: Int) -> (unit: Int, stretch: Int)
  /// The unit in which a block of the document begins.
  func unit(ofBlock block: Int) -> Int
  /// The last block of the document that begins at or before a unit; -1 if none does.
  func block(atUnit unit: Int) -> Int
  /// The blocks, counted as in a match, that a unit after the header may show.
  func blocks(inUnit unit: Int) -> Range<Int>
}

extension Galley.Header {
  /// The header's text, in whose bytes its hits are found.
  var text: String { title }

  var copy: Copy {
    var passages: [Passage?] = []
    if !title.isEmpty { passages.append(passage(title, header: 0, style: .bold)) }
    if !title.isEmpty, !details.isEmpty { passages.append(nil) }
    if !details.isEmpty {
      passages.append(passage(details, header: title.utf8.count + 1, style: .dim))
    }
    return Copy(kind: nil, passages: passages, source: 0..<0)
  }

  private func passage(_ text: String, header: Int, style: Style) -> Passage {
    Passage(
      text: Array(text.utf8)[...], origin: .apart(header: header, at: 0), manner: .reflowed,
      style: style)
  }
}
