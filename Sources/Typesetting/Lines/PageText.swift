/// What the words of a line tell without a dictionary.
extension Page {
  func text(_ line: Int) -> ArraySlice<UInt8> { bytes[lines[line].content] }

  /// The content of the line, cut where it is too long for anything but text.
  func string(_ line: Int) -> String {
    String(decoding: text(line).prefix(Phrase.longest), as: UTF8.self)
  }

  /// The first byte of the content; 0 for a blank line.
  func first(_ line: Int) -> UInt8 { text(line).first ?? 0 }

  /// Whether the line ends like a sentence, perhaps inside quotes or brackets.
  func endsSentence(_ line: Int) -> Bool {
    switch lastMark(line) {
    case ".", "!", "?", "\u{2026}", "\u{3002}", "\u{FF01}", "\u{FF1F}", "\u{FF0E}",
      "\u{61F}", "\u{6D4}", "\u{5C3}", "\u{964}":
      true
    default: false
    }
  }

  /// Whether the line announces what follows: it ends with a colon.
  func endsWithColon(_ line: Int) -> Bool {
    guard let end = lastMark(line) else { return false }
    return end == ":" || end == "\u{FF1A}"
  }

  /// Whether the line breaks off inside a sentence: with a comma, a semicolon or a dash.
  func endsInside(_ line: Int) -> Bool {
    switch lastMark(line) {
    case ",", ";", "-", "\u{2013}", "\u{2014}", "\u{3001}", "\u{FF0C}", "\u{FF1B}",
      "\u{60C}", "\u{61B}":
      true
    default: false
    }
  }

  /// The last scalar but closing quotes and brackets.
  func lastMark(_ line: Int) -> Unicode.Scalar? {
    let text = text(line)
    guard let last = text.last else { return nil }
    if last < 0x80, !Self.isClosing(Unicode.Scalar(last)) { return Unicode.Scalar(last) }
    let tail = String(decoding: text.suffix(12), as: UTF8.self).unicodeScalars
    return tail.last { !Self.isClosing($0) }
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", ")", "]", "}", "*", "_", "\u{2019}", "\u{201D}", "\u{00BB}", "\u{203A}",
      "\u{300D}",
      "\u{300F}", "\u{FF09}", "\u{B6}":
      true
    default: false
    }
  }

  /// The first scalar of the content but opening quotes, brackets and apostrophes.
  func firstMark(_ line: Int) -> Unicode.Scalar? {
    let text = text(line)
    guard let first = text.first else { return nil }
    if first < 0x80, !Self.isOpening(Unicode.Scalar(first)) { return Unicode.Scalar(first) }
    let head = String(decoding: text.prefix(12), as: UTF8.self).unicodeScalars
    return head.first { !Self.isOpening($0) }
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "(", "[", "{", "*", "_", "`", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201E}",
      "\u{00AB}", "\u{2039}", "\u{300C}", "\u{300E}", "\u{FF08}", "\u{BF}", "\u{A1}":
      true
    default: false
    }
  }

  func beginsSmall(_ line: Int) -> Bool {
    guard let first = firstMark(line) else { return false }
    return first.isASCII ? ("a"..."z").contains(first) : first.properties.isLowercase
  }

  func beginsCapital(_ line: Int) -> Bool {
    guard let first = firstMark(line) else { return false }
    return first.isASCII ? ("A"..."Z").contains(first) : first.properties.isUppercase
  }

  /// The columns of the first word; one character of a script without spaces.
  func firstWordColumns(_ line: Int) -> Int {
    lines[line].firstWordColumns(in: bytes)
  }
}
