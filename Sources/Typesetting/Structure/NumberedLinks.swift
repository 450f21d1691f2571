/// The links of a text that a text browser has made: `[3]` before the words of a link, and the
/// addresses below the text, with their numbers.
enum NumberedLinks {
  /// A link where it stands in the text, and the line below that says its address.
  typealias Found = (link: Link, definition: Range<Int>)

  /// In the order of their numbers.
  static func links(of document: Document) -> [Found] {
    let bytes = document.source.bytes
    let references = document.blocks.filter { $0.reason == .references && $0.kind == .furniture }
    let definitions = references.flatMap { Self.definitions($0.slices, in: bytes) }
    guard let first = definitions.first?.source.lowerBound else { return [] }
    let marks = Self.marks(in: bytes, before: first)
    return definitions.map { definition in
      let mark = marks[definition.number]
      let words = mark.map { Self.words(after: $0.upperBound, in: bytes) } ?? ""
      let link = Link(
        number: definition.number, address: definition.address,
        text: words.isEmpty ? definition.address : words, source: mark ?? definition.source)
      return (link, definition.source)
    }
  }

  private struct Definition {
    let number: Int
    var address: String
    var source: Range<Int>
  }

  /// `3. address` or `[3] address`; a line without a number goes on with the address above.
  private static func definitions(_ slices: [Slice], in bytes: [UInt8]) -> [Definition] {
    var definitions: [Definition] = []
    for slice in slices {
      let text = bytes[slice.source].drop { $0 <= 0x20 || $0 == UInt8(ascii: "[") }
      let digits = text.prefix { (0x30...0x39).contains($0) }
      let rest = text[digits.endIndex...].drop { $0 <= 0x20 || ".])".utf8.contains($0) }
      let address = String(decoding: rest, as: UTF8.self)
      if (1...6).contains(digits.count), rest.startIndex > digits.endIndex, !rest.isEmpty {
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        definitions.append(
          Definition(number: number, address: address, source: slice.source))
      } else if !definitions.isEmpty, rest.startIndex == text.startIndex, text.contains(0x2F) {
        definitions[definitions.count - 1].address += address
        definitions[definitions.count - 1].source =
          definitions[definitions.count - 1].source.lowerBound..<slice.source.upperBound
      }
    }
    return definitions
  }

  /// Where each number first stands in brackets.
  private static func marks(in bytes: [UInt8], before end: Int) -> [Int: Range<Int>] {
    var marks: [Int: Range<Int>] = [:]
    var index = 0
    while let open = bytes[index..<end].firstIndex(of: UInt8(ascii: "[")) {
      let digits = bytes[(open + 1)..<end].prefix { (0x30...0x39).contains($0) }
      index = open + 1
      guard (1...6).contains(digits.count), digits.endIndex < end,
        bytes[digits.endIndex] == UInt8(ascii: "]")
      else { continue }
      index = digits.endIndex + 1
      let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      if marks[number] == nil { marks[number] = open..<index }
    }
    return marks
  }

  /// The words behind a mark: where they end as a link is not said, so up to the next mark or the
  /// end of the line, and a few at most.
  private static func words(after start: Int, in bytes: [UInt8]) -> String {
    let line = bytes[start...].prefix(120).prefix { $0 != 0x0A && $0 != UInt8(ascii: "[") }
    let words = line.split(whereSeparator: { $0 <= 0x20 }).prefix(6)
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
