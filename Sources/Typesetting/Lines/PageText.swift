/// What the words of a line tell without a dictionary.
extension Page {
  func text(_ line: Int) -> ArraySlice<UInt8> { bytes[lines[line].content] }

  /// The visible scalars of the line, for short lines only.
  func string(_ line: Int) -> String { String(decoding: text(line), as: UTF8.self) }

  /// The first byte of the content; 0 for a blank line.
  func first(_ line: Int) -> UInt8 { text(line).first ?? 0 }

  /// Whether the line ends like a sentence, perhaps inside quotes or brackets.
  func endsSentence(_ line: Int) -> Bool {
    guard let end = lastMark(line) else { return false }
    return ".!?\u{2026}\u{3002}\u{FF01}\u{FF1F}\u{FF0E}".unicodeScalars.contains(end)
  }

  /// Whether the line announces what follows: it ends with a colon.
  func endsWithColon(_ line: Int) -> Bool {
    guard let end = lastMark(line) else { return false }
    return end == ":" || end == "\u{FF1A}"
  }

  /// Whether the line breaks off inside a sentence: with a comma, a semicolon or a dash.
  func endsInside(_ line: Int) -> Bool {
    guard let end = lastMark(line) else { return false }
    return ",;-\u{2013}\u{2014}\u{3001}\u{FF0C}\u{FF1B}".unicodeScalars.contains(end)
  }

  /// The last scalar but closing quotes and brackets.
  func lastMark(_ line: Int) -> Unicode.Scalar? {
    let tail = String(decoding: text(line).suffix(12), as: UTF8.self).unicodeScalars
    return tail.last { !Self.closing.contains($0) }
  }

  private static let closing = Set(
    "\"')]}*_\u{2019}\u{201D}\u{00BB}\u{203A}\u{300D}\u{300F}\u{FF09}\u{B6}".unicodeScalars)

  /// The first scalar of the content but opening quotes and brackets.
  func firstMark(_ line: Int) -> Unicode.Scalar? {
    let head = String(decoding: text(line).prefix(12), as: UTF8.self).unicodeScalars
    return head.first { !Self.opening.contains($0) }
  }

  private static let opening = Set(
    "\"'([{*_`\u{2018}\u{201C}\u{201E}\u{00AB}\u{2039}\u{300C}\u{300E}\u{FF08}\u{BF}\u{A1}"
      .unicodeScalars)

  func beginsSmall(_ line: Int) -> Bool { firstMark(line)?.properties.isLowercase ?? false }

  func beginsCapital(_ line: Int) -> Bool { firstMark(line)?.properties.isUppercase ?? false }

  /// The columns of the first word; one character of a script without spaces.
  func firstWordColumns(_ line: Int) -> Int {
    lines[line].firstWordColumns(in: bytes)
  }
}
