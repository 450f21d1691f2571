/// An address that a text leads to.
package struct Link: Hashable, Sendable {
  /// Counted from 1 in the order of the text; where the text numbers its links, its own number.
  package var number: Int
  package let address: String
  /// The words that lead there; the address itself where it stands in the text.
  package let text: String
  /// Where it stands, in `Source.bytes`.
  package let source: Range<Int>

  package init(number: Int, address: String, text: String, source: Range<Int>) {
    self.number = number
    self.address = address
    self.text = text
    self.source = source
  }

  /// The link of a part that begins at a byte of the text, behind so many other links.
  package func moved(by start: Int, after count: Int) -> Link {
    Link(
      number: number + count, address: address, text: text,
      source: source.lowerBound + start..<source.upperBound + start)
  }
}
