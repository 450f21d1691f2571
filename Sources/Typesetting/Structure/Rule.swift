/// Lines that are drawn, not written: rules across the page and underlines.
enum Rule {
  /// The repeated mark of a line that consists of one kind of mark alone, perhaps spaced out.
  static func mark(_ line: Int, of page: Page) -> UInt32? {
    let shown = page.lines[line]
    guard shown.letters == 0, shown.digits == 0, shown.columns >= 3 else { return nil }
    var mark: UInt32?
    for scalar in String(decoding: page.text(line), as: UTF8.self).unicodeScalars {
      if scalar == " " || scalar == "\u{A0}" { continue }
      guard mark ?? scalar.value == scalar.value else { return nil }
      mark = scalar.value
    }
    guard let mark, isDrawn(mark) else { return nil }
    return mark
  }

  /// Whether the line underlines the one above it: one mark, about as wide, at the same place.
  static func underline(_ line: Int, of page: Page) -> UInt8? {
    guard line > 0, let mark = mark(line, of: page), mark < 0x80 else { return nil }
    let above = page.lines[line - 1]
    let below = page.lines[line]
    guard !above.isBlank, below.words == 1, abs(above.indent - below.indent) <= 2 else {
      return nil
    }
    guard Self.mark(line - 1, of: page) == nil else { return nil }
    let difference = below.columns - above.columns
    guard abs(difference) <= 3 || abs(difference) * 4 <= above.columns else { return nil }
    return UInt8(mark)
  }

  private static func isDrawn(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2010...0x2015, 0x2500...0x257F, 0x2580...0x259F, 0xB7, 0xAF, 0x2022, 0x203E: true
    default: scalar < 0x80 && Self.ascii.contains(UInt8(scalar))
    }
  }

  private static let ascii = Set("-=_*~^#+.:'\"`".utf8)
}
