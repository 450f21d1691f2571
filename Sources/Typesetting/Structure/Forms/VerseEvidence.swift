/// Stanzas whose lines are verses: they begin with capitals although no sentence ended.
enum VerseEvidence {
  /// The widest line of a verse, in columns; prose is not set in by turns.
  private static let widest = 64
  private static let widestSteppedIn = 80

  /// Whether the stanza is one of verse, whatever the text around it is.
  static func holds(_ lines: Range<Int>, of page: Page) -> Bool {
    guard (3...60).contains(lines.count), !page.isMarkup else { return false }
    if page.shape.isOfShortLines { return isPlain(lines, of: page) }
    let shown = page.lines[lines]
    let isSteppedIn = isSteppedIn(lines, page)
    let widest = isSteppedIn ? widestSteppedIn : widest
    guard shown.allSatisfy({ $0.edge <= widest && $0.gaps == 0 && $0.ideographs == 0 }),
      lines.allSatisfy({ page.beginsCapital($0) && ListMarker($0, of: page) == nil })
    else { return false }
    let terms = shown.reduce(0) { $0 + $1.terms }
    guard terms >= lines.count * 3, shown.allSatisfy({ $0.digits * 4 < $0.columns }) else {
      return false
    }
    let open = lines.dropLast().count { !page.endsSentence($0) && !page.endsWithColon($0) }
    let stops = lines.count {
      page.endsSentence($0) || page.endsInside($0) || page.endsWithColon($0)
    }
    if isSteppedIn, lines.count > 3 { return true }
    return open * 2 >= lines.count - 1 && (stops * 4 >= lines.count || isSteppedIn)
  }

  /// Whether the lines are nothing but words.
  private static func isPlain(_ lines: Range<Int>, of page: Page) -> Bool {
    lines.allSatisfy { line in
      page.lines[line].letters > 0 && page.lines[line].gaps == 0
        && ListMarker(line, of: page) == nil && QuoteMarks.depth(line, of: page) == 0
        && Rule.mark(line, of: page) == nil
    }
  }

  /// Whether lines are set in by turns.
  private static func isSteppedIn(_ lines: Range<Int>, _ page: Page) -> Bool {
    let steps = zip(lines, lines.dropFirst()).count {
      page.lines[$0].indent != page.lines[$1].indent
    }
    return steps * 2 >= lines.count
  }
}
