/// The bullet or number at the beginning of a list item.
struct ListMarker: Equatable {
  /// What kind of marker; items of one list share it.
  enum Style: Equatable {
    case bullet(UInt32)
    /// A number or letter, and whether a point, a bracket or a pair of brackets goes with it.
    case number(Wrapping)
    case letter(Wrapping)
    /// `[12]`, as references and notes are numbered.
    case reference
  }

  /// What goes with a number.
  enum Wrapping: Equatable { case point, bracket, brackets, ideographic }

  let style: Style
  /// The number, or the letter's place in the alphabet; 0 for a bullet.
  let number: Int
  /// The marker's bytes.
  let source: Range<Int>
  /// The first byte after it and its spaces; the line's end where the item stands on the next line.
  let content: Int
  /// Columns before the marker, and before what follows it.
  let indent: Int
  let contentIndent: Int

  /// The marker of the line, if it has one.
  init?(_ line: Int, of page: Page) {
    let bytes = page.text(line)
    guard let (style, number, length) = Self.bullet(bytes) ?? Self.numbered(bytes) else {
      return nil
    }
    let end = bytes.startIndex + length
    let gap = bytes[end...].prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0xC2 || $0 == 0xA0 }
    guard !gap.isEmpty || end == bytes.endIndex || style == .number(.ideographic) else {
      return nil
    }
    self.style = style
    self.number = number
    source = bytes.startIndex..<end
    content = end + gap.count
    indent = page.lines[line].indent
    contentIndent = indent + Self.columns(bytes[..<end]) + max(1, min(gap.count, 8))
  }

  /// Whether there is nothing but the marker on the line.
  func isAlone(in page: Page, line: Int) -> Bool { content >= page.lines[line].content.upperBound }

  private static func columns(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private typealias Found = (Style, number: Int, length: Int)

  /// Marks that are bullets and nothing else, beyond ASCII.
  private static let bullets = Set(
    "•‣⁃◦∙▪▫■□▢☐☑☒●○◆◇★☆►▶▸➢➤→✓✔✗✘❖–・·".unicodeScalars.map(\.value))

  private static func bullet(_ bytes: ArraySlice<UInt8>) -> Found? {
    guard let first = bytes.first else { return nil }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return (.bullet(UInt32(first)), 0, 1)
    case UInt8(ascii: "o"):
      // The letter is a bullet only where two spaces set it off: in Spanish it is a word.
      let rest = bytes.dropFirst()
      guard rest.first == 0x20, rest.dropFirst().first == 0x20 || rest.dropFirst().first == 0x5B
      else { return nil }
      return (.bullet(UInt32(first)), 0, 1)
    case 0xC2, 0xE2, 0xE3:
      let length = UTF8Scalar.length(first)
      let scalar = String(decoding: bytes.prefix(length), as: UTF8.self).unicodeScalars.first
      guard let scalar, bullets.contains(scalar.value) else { return nil }
      return (.bullet(scalar.value), 0, length)
    default: return nil
    }
  }

  private static func numbered(_ bytes: ArraySlice<UInt8>) -> Found? {
    guard let first = bytes.first else { return nil }
    let opens = first == UInt8(ascii: "(") || first == UInt8(ascii: "[")
    let body = opens ? bytes.dropFirst() : bytes
    guard let (isLetter, number, length) = count(body) else { return nil }
    let rest = body.dropFirst(length)
    switch (first, rest.first) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")):
      return isLetter ? nil : (.reference, number, length + 2)
    case (UInt8(ascii: "("), UInt8(ascii: ")")):
      return (isLetter ? .letter(.brackets) : .number(.brackets), number, length + 2)
    case (_, UInt8(ascii: ")")) where !opens:
      return (isLetter ? .letter(.bracket) : .number(.bracket), number, length + 1)
    case (_, UInt8(ascii: ".")) where !opens:
      return (isLetter ? .letter(.point) : .number(.point), number, length + 1)
    case (_, 0xE3) where !opens && !isLetter && rest.starts(with: [0xE3, 0x80, 0x81]):
      return (.number(.ideographic), number, length + 3)
    default: return nil
    }
  }

  /// One to three digits, or a single small letter.
  private static func count(_ bytes: ArraySlice<UInt8>) -> (Bool, Int, length: Int)? {
    let digits = bytes.prefix(4).prefix { (0x30...0x39).contains($0) }
    if (1...3).contains(digits.count) {
      return (false, digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
    }
    guard let letter = bytes.first, (0x61...0x7A).contains(letter) else { return nil }
    return (true, Int(letter) - 0x60, 1)
  }
}
