/// How long a text is to a reader.
struct WordCount {
  /// Words between spaces.
  private(set) var words = 0
  /// Ideographs and kana, each of which counts as a word.
  private(set) var ideographs = 0
  /// Whether the last part of a line ended in a word, which the next part of that line goes on with.
  private var isInWord = false
  private var lastLine = 0

  /// Words and characters a practised reader takes in a minute.
  private static let wordsPerMinute = 230
  private static let ideographsPerMinute = 500

  /// Counts the blocks but furniture.
  init(_ drafts: [Draft], of page: Page) {
    for draft in drafts where draft.kind != .furniture {
      for slice in draft.block.slices { count(slice, of: page) }
    }
  }

  var total: Int { words + ideographs }

  /// Whole minutes, at least one for a text that has words.
  var minutes: Int { Self.minutes(words: words, ideographs: ideographs) }

  static func minutes(words: Int, ideographs: Int) -> Int {
    let share = words * ideographsPerMinute + ideographs * wordsPerMinute
    let minute = wordsPerMinute * ideographsPerMinute
    return (share + minute - 1) / minute
  }

  private mutating func count(_ slice: Slice, of page: Page) {
    let line = page.lines[slice.line - 1]
    if slice.line != lastLine { isInWord = false }
    lastLine = slice.line
    if line.ideographs == 0, slice.source.lowerBound <= line.content.lowerBound,
      slice.source.upperBound >= line.content.upperBound
    {
      words += line.words
    } else {
      scan(page.bytes[slice.source])
    }
  }

  private mutating func scan(_ bytes: ArraySlice<UInt8>) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value < 0x80 ? nil : WideClass(scalar.value) {
      case .ideograph?:
        ideographs += 1
        isInWord = false
      case .ideographicStop?, .space?: isInWord = false
      case nil where scalar.value <= 0x20: isInWord = false
      default:
        if !isInWord { words += 1 }
        isInWord = true
      }
    }
  }
}
