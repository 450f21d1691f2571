extension Document {
  /// The links of the text in order: those that markup makes, those that a text browser has
  /// numbered and put below the text, and addresses that stand in the text. It goes through the
  /// whole text.
  package func links() -> [Link] {
    let numbered = NumberedLinks.links(of: self)
    let taken =
      (markedLinks + numbered.map(\.link)).map(\.source) + definitions
      + numbered.map(\.definition)
    let found = AddressScanner.addresses(in: source.bytes)
    let bare = Self.without(taken.sorted { $0.lowerBound < $1.lowerBound }, found).map { range in
      let text = String(decoding: source.bytes[range], as: UTF8.self)
      let isShort = source.bytes[range.lowerBound] | 0x20 == UInt8(ascii: "w")
      return Link(number: 0, address: isShort ? "http://" + text : text, text: text, source: range)
    }
    var links = (markedLinks + bare).sorted { $0.source.lowerBound < $1.source.lowerBound }
    let first = (numbered.map(\.link.number).max() ?? 0) + 1
    for index in links.indices { links[index].number = first + index }
    return numbered.map(\.link) + links
  }

  /// The lines of Markdown that say where named links lead.
  private var definitions: [Range<Int>] {
    if markedLinks.isEmpty { return [] }
    return blocks.filter { $0.reason == .references }.map(\.source)
  }

  /// The ranges that touch none of the others; both in order.
  private static func without(_ taken: [Range<Int>], _ found: [Range<Int>]) -> [Range<Int>] {
    var end = 0
    var rest = taken[...]
    return found.filter { range in
      while let first = rest.first, first.lowerBound < range.upperBound {
        end = max(end, first.upperBound)
        rest.removeFirst()
      }
      return end <= range.lowerBound
    }
  }
}
