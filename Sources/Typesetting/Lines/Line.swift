/// One line of the source and what can be seen of it without reading it.
struct Line {
  /// The line without its line feed (or carriage return and line feed).
  var range: Range<Int>
  /// The line without white space at its ends; empty for a blank line.
  var content: Range<Int>
  /// Columns before the content; a tab goes to the next multiple of 8.
  var indent = 0
  /// Columns of the content: ideographs, kana and Hangul count two.
  var columns = 0
  var words = 0
  /// ASCII letters and everything beyond ASCII that is no punctuation.
  var letters = 0
  /// ASCII capitals.
  var capitals = 0
  var digits = 0
  /// ASCII marks that code has more of than prose: braces, operators, `$`, `#`, `|` …
  var symbols = 0
  var dashes = 0
  /// Bars, in ASCII or as drawn boxes have them, and the other parts of boxes.
  var bars = 0
  /// Ideographs, kana and full-width forms.
  var ideographs = 0
  /// Gaps of two or more columns inside the content, except after the end of a sentence.
  var gaps = 0
  /// Columns of the widest of them.
  var widestGap = 0

  /// The bytes of the first word; a no-break space ends it too.
  func firstWord(in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let word = bytes[content].prefix { $0 > 0x20 && $0 != 0xA0 }
    return word.last == 0xC2 ? word.dropLast() : word
  }

  /// The columns of the first word; one character of a script without spaces.
  func firstWordColumns(in bytes: [UInt8]) -> Int {
    if ideographs * 2 > letters { return 2 }
    return firstWord(in: bytes).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  var isBlank: Bool { content.isEmpty }
  /// Words, where the script has no spaces about two ideographs or kana each.
  var terms: Int { words + ideographs / 2 }
  /// The column after the last one.
  var edge: Int { indent + columns }
}
