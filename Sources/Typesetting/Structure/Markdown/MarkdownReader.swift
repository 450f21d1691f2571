/// Finds what a paragraph of cmark's shows in the line that it was made of.
///
/// cmark never drops a letter but from addresses. So what it shows is found again letter by letter,
/// and where a letter would be lost, the text is left as it stands.
struct MarkdownReader {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The line, its guard included.
  let line: Range<Int>
  /// Where the text begins in the line, and how far the source is from here.
  private let text: Int
  let shift: Int
  let form: MarkdownTexts.Form
  /// All before is shown, or known to be markup.
  var cursor: Int
  private var hasFailed = false
  var result = MarkdownText()
  /// The markup of each node that is open, and of those around it.
  private var markup: [InlineRun.Markup] = []
  /// The links that are open: their place in the result, and their words so far.
  private var open: [(index: Int, words: [UInt8])] = []
  /// The tags of HTML that are open.
  var tags: [OpenTag] = []
  /// Where each name was last found in a closing tag.
  var closings: [String: Int] = [:]

  init(
    bytes: UnsafeBufferPointer<UInt8>, line: Range<Int>, text: Int, shift: Int,
    form: MarkdownTexts.Form
  ) {
    self.bytes = bytes
    self.line = line
    self.text = text
    self.shift = shift
    self.form = form
    cursor = line.lowerBound
  }

  /// Whether to go into the node.
  mutating func enter(_ node: CommonMarkNode) -> Bool {
    switch node.kind {
    case .text: show(node, as: [])
    case .inlineCode: show(node, as: .code)
    case .inlineHTML: if !take(tag: node) { show(node, as: []) }
    case .emphasis: return push(.emphasis)
    case .strong: return push(.strong)
    case .strikethrough: return push(.struck)
    case .link where isNote(node): showNote(node)
    case .image where form == .heading: cursor = max(cursor, range(of: node).upperBound)
    case .link, .image:
      beginLink(to: node.address, at: range(of: node))
      return push(.link)
    default: hasFailed = true
    }
    return false
  }

  mutating func leave(_ node: CommonMarkNode) {
    markup.removeLast()
    guard node.kind == .link || node.kind == .image else { return }
    endLink()
    // The address is markup, of which letters may be lost.
    cursor = max(cursor, range(of: node).upperBound)
  }

  mutating func beginLink(to address: some Collection<UInt8>, at range: Range<Int>) {
    open.append((result.links.count, []))
    result.links.append(
      Link(
        number: 0, address: String(decoding: address, as: UTF8.self), text: "",
        source: range.lowerBound + shift..<range.upperBound + shift))
  }

  mutating func endLink() {
    guard let (index, words) = open.popLast() else { return }
    let link = result.links[index]
    let text = String(decoding: words, as: UTF8.self)
    result.links[index] = Link(
      number: 0, address: link.address, text: text.isEmpty ? link.address : text,
      source: link.source)
    add(words: words)
  }

  /// Adds to the words of the link that is open, if one is.
  mutating func add(words: some Sequence<UInt8>) {
    if !open.isEmpty { open[open.count - 1].words += words }
  }

  /// What was found; nil if something would be lost.
  mutating func finish() -> MarkdownText? {
    passMarkup(upTo: line.upperBound)
    while !tags.isEmpty { close(tags.count - 1) }
    guard !hasFailed, !result.shown.isEmpty else { return nil }
    return result
  }

  private mutating func push(_ own: InlineRun.Markup) -> Bool {
    markup.append((markup.last ?? []).union(own))
    return true
  }

  func range(of node: CommonMarkNode) -> Range<Int> {
    let start = min(max(line.lowerBound + node.start, cursor), line.upperBound)
    return start..<max(start, min(line.lowerBound + node.end, line.upperBound))
  }

  /// `[^1]` is a note's mark, even where something defines it as a link.
  private func isNote(_ node: CommonMarkNode) -> Bool {
    let range = range(of: node)
    return range.count > 3 && bytes[range.lowerBound] == UInt8(ascii: "[")
      && bytes[range.lowerBound + 1] == UInt8(ascii: "^")
  }

  private mutating func showNote(_ node: CommonMarkNode) {
    let range = range(of: node)
    passMarkup(upTo: range.lowerBound)
    show(range, as: [])
  }

  private mutating func show(_ node: CommonMarkNode, as own: InlineRun.Markup) {
    let literal = node.literal
    add(words: literal)
    var start = max(cursor, line.lowerBound + node.start)
    if own == .code, start < line.upperBound, bytes[start] == 0x20, literal.first != 0x20 {
      start += 1
    }
    let isVerbatim = node.kind != .text
    guard
      let parts = MarkdownLetters.find(
        literal, in: bytes, start..<line.upperBound, isVerbatim: isVerbatim)
    else { return hasFailed = true }
    for part in parts {
      passMarkup(upTo: part.range.lowerBound)
      show(part.range, as: own, character: part.character)
    }
  }

  mutating func show(
    _ part: Range<Int>, as own: InlineRun.Markup, character: ArraySlice<UInt8>? = nil
  ) {
    cursor = max(cursor, part.upperBound)
    let source = max(part.lowerBound, text) + shift..<max(part.upperBound, text) + shift
    guard !source.isEmpty else { return }
    if let last = result.shown.last, last.upperBound == source.lowerBound, character == nil,
      result.references[last.lowerBound] == nil
    {
      result.shown[result.shown.count - 1] = last.lowerBound..<source.upperBound
    } else {
      result.shown.append(source)
    }
    result.references[source.lowerBound] = character.map(Array.init)
    let all = tags.reduce((markup.last ?? []).union(own)) { $0.union($1.markup) }
    if !all.isEmpty { result.runs.append(InlineRun(all, source: source)) }
  }

  /// Leaves out what stands before a byte, which must not have letters.
  mutating func passMarkup(upTo end: Int) {
    guard cursor < end else { return }
    if bytes[cursor..<end].contains(where: Self.isLetter) { hasFailed = true }
    cursor = end
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch ByteClass.table[Int(byte)] {
    case .small, .capital, .digit: true
    default: byte >= 0x80
    }
  }
}

/// Finds a text that cmark has read in what it was written as.
enum MarkdownLetters {
  struct Part {
    let range: Range<Int>
    /// What an entity stands for; nil for a part that is shown as it stands.
    var character: ArraySlice<UInt8>?
  }

  /// The parts of the range that show the literal from its beginning on; nil if they differ.
  static func find(
    _ literal: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isVerbatim: Bool
  ) -> [Part]? {
    var parts: [Part] = []
    var start = range.lowerBound
    var index = start
    var letter = 0
    while letter < literal.count {
      guard index < range.upperBound else { return nil }
      if !isVerbatim, isEscape(bytes, index, range.upperBound) {
        if start < index { parts.append(Part(range: start..<index)) }
        index += 1
        start = index
      } else if !isVerbatim, let end = entity(bytes, index, range.upperBound),
        !literal[letter...].starts(with: bytes[index..<end])
      {
        if start < index { parts.append(Part(range: start..<index)) }
        let next = min(letter + UTF8Scalar.length(literal[letter]), literal.count)
        parts.append(Part(range: index..<end, character: literal[letter..<next]))
        index = end
        start = end
        letter = next
        continue
      }
      guard index < range.upperBound, bytes[index] == literal[letter] else { return nil }
      index += 1
      letter += 1
    }
    if start < index { parts.append(Part(range: start..<index)) }
    return parts
  }

  /// A backslash before a mark of ASCII.
  private static func isEscape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> Bool {
    guard bytes[index] == UInt8(ascii: "\\"), index + 1 < end else { return false }
    switch bytes[index + 1] {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
    default: return false
    }
  }

  /// The end of `&name;` or `&#8212;` at the index.
  private static func entity(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> Int? {
    guard bytes[index] == UInt8(ascii: "&") else { return nil }
    let name = bytes[(index + 1)..<min(index + 34, end)].prefix { byte in
      switch ByteClass.table[Int(byte)] {
      case .small, .capital, .digit: true
      default: byte == UInt8(ascii: "#")
      }
    }
    guard !name.isEmpty, name.endIndex < end, bytes[name.endIndex] == UInt8(ascii: ";") else {
      return nil
    }
    return name.endIndex + 1
  }
}
