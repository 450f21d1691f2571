/// One line of the source and what can be seen of it without reading it.
struct Line {
  /// The line without its line feed (or carriage return and line feed).
  var range: Range<Int>
  /// The line without white space at its ends; empty for a blank line.
  var content: Range<Int>
  /// Columns before the content; a tab goes to the next multiple of 8.
  @Count var indent = 0
  /// Columns of the content: ideographs, kana and Hangul count two.
  @Count var columns = 0
  @Count var words = 0
  /// ASCII letters and everything beyond ASCII that is no punctuation.
  @Count var letters = 0
  /// ASCII capitals.
  @Count var capitals = 0
  @Count var digits = 0
  /// ASCII marks that code has more of than prose: braces, operators, `$`, `#`, `|` …
  @Count var symbols = 0
  @Count var dashes = 0
  /// Bars, in ASCII or as drawn boxes have them, and the other parts of boxes.
  @Count var bars = 0
  /// Ideographs, kana and full-width forms.
  @Count var ideographs = 0
  /// Gaps of two or more columns inside the content, except after the end of a sentence.
  @Count var gaps = 0
  /// Columns of the widest of them.
  @Count var widestGap = 0

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

/// A number that is kept in 32 bits: there is a line for every line of a long text, and what is small
/// is soon read.
@propertyWrapper
struct Count {
  private var stored: Int32

  init(wrappedValue: Int) { stored = Int32(truncatingIfNeeded: wrappedValue) }

  var wrappedValue: Int {
    get { Int(stored) }
    set { stored = Int32(truncatingIfNeeded: newValue) }
  }
}
