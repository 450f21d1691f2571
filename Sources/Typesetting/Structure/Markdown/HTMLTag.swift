/// A tag or a comment of HTML, where Markdown lets it stand.
struct HTMLTag {
  /// In small letters; empty for a comment.
  let name: String
  let isClosing: Bool
  /// Where it stands, in the bytes it was found in.
  let range: Range<Int>
  /// The values of the attributes that matter to a reader, with their places.
  private(set) var address: Range<Int>?
  private(set) var alternative: Range<Int>?

  /// What text between such a tag and its end is set apart as.
  static let markup: [String: InlineRun.Markup] = [
    "b": .strong, "strong": .strong, "i": .emphasis, "em": .emphasis, "cite": .emphasis,
    "dfn": .emphasis, "var": .emphasis, "code": .code, "kbd": .code, "samp": .code, "tt": .code,
    "del": .struck, "s": .struck, "strike": .struck, "a": .link,
  ]

  /// Tags that stand alone; comments too.
  private static let lone: Set<String> = ["", "br", "hr", "img", "wbr"]
  /// Tags around words of a paragraph.
  private static let inline: Set<String> = Set(markup.keys).union([
    "abbr", "bdi", "bdo", "big", "font", "ins", "mark", "small", "span", "sub", "sup", "u",
  ])
  /// Tags around and between paragraphs. Tables, lists and all that is no text are not among them.
  private static let blocks: Set<String> = [
    "article", "center", "details", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "main", "p", "picture", "section", "source", "summary",
  ]

  var isLone: Bool { Self.lone.contains(name) }
  var isInline: Bool { Self.inline.contains(name) }
  /// Whether what is around it is text.
  var isOfText: Bool { isLone || isInline || Self.blocks.contains(name) }
  /// 1 to 6 for a heading.
  var headingLevel: Int? {
    guard name.count == 2, name.first == "h" else { return nil }
    return name.last?.wholeNumberValue
  }

  /// The tag that begins with the bracket at an offset.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int) {
    var scanner = Scanner(bytes: bytes, at: start, end: end)
    guard scanner.take("<") else { return nil }
    if scanner.take("!--") {
      guard let end = scanner.skip(past: "-->") else { return nil }
      (name, isClosing, range) = ("", false, start..<end)
      return
    }
    isClosing = scanner.take("/")
    name = scanner.word()
    guard !name.isEmpty else { return nil }
    while let attribute = scanner.attribute() {
      switch attribute.name {
      case "href", "src": address = attribute.value
      case "alt": alternative = attribute.value
      default: break
      }
    }
    _ = scanner.take("/")
    guard scanner.take(">") else { return nil }
    range = start..<scanner.index
  }

  /// All tags of some lines of HTML; nil if one is not closed, or is none of text.
  static func all(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [HTMLTag]? {
    var tags: [HTMLTag] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      guard let tag = HTMLTag(bytes, at: index, before: range.upperBound), tag.isOfText else {
        return nil
      }
      tags.append(tag)
      index = tag.range.upperBound
    }
    return tags
  }
}

extension HTMLTag {
  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var index: Int
    let end: Int

    init(bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) {
      self.bytes = bytes
      self.index = index
      self.end = end
    }

    private var byte: UInt8? { index < end ? bytes[index] : nil }

    mutating func take(_ text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      let isThere = text.withUTF8Buffer { wanted in
        index + count <= end && bytes[index..<index + count].elementsEqual(wanted)
      }
      if isThere { index += count }
      return isThere
    }

    mutating func skip(past text: StaticString) -> Int? {
      while index < end {
        if take(text) { return index }
        index += 1
      }
      return nil
    }

    /// Letters, digits and hyphens, in small letters.
    mutating func word() -> String {
      let start = index
      while let byte, byte.isPartOfName { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    }

    private mutating func skipSpace() {
      while let byte, byte <= 0x20 { index += 1 }
    }

    /// ` name`, ` name=value` or ` name="value"`, and the space behind it.
    mutating func attribute() -> (name: String, value: Range<Int>?)? {
      skipSpace()
      let name = word()
      guard !name.isEmpty else { return nil }
      skipSpace()
      guard take("=") else { return (name, nil) }
      skipSpace()
      return (name, value())
    }

    private mutating func value() -> Range<Int>? {
      let quote = byte.flatMap { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") ? $0 : nil }
      if quote != nil { index += 1 }
      let start = index
      while let byte, byte != quote, quote != nil || byte > 0x20 && byte != UInt8(ascii: ">") {
        index += 1
      }
      let value = start..<index
      if quote != nil, index < end { index += 1 }
      skipSpace()
      return value
    }
  }
}

extension UInt8 {
  fileprivate var isPartOfName: Bool {
    switch ByteClass.table[Int(self)] {
    case .small, .capital, .digit: true
    default: self == UInt8(ascii: "-") || self == UInt8(ascii: "_") || self == UInt8(ascii: ":")
    }
  }
}
