/// Whether the lines of a stanza end where a word no longer fitted, or where the author ended them.
struct WrapEvidence {
  /// Line ends looked at: all but the last of the stanza.
  let breaks: Int
  /// Whether the whole text looks as if its lines were not wrapped, as verse.
  let isInRagged: Bool
  /// Whether each line of the text is a paragraph.
  let isInUnwrapped: Bool
  /// The mean share of the measure that would still have taken the next word, 0…1.
  let slack: Double
  /// Line ends in the middle of a sentence where the next line begins with a small letter.
  let runsOn: Int
  /// Line ends in the middle of a sentence where the next line begins with a capital.
  let capitals: Int
  /// Line ends with a mark of punctuation.
  let stops: Int

  init(_ lines: Range<Int>, of page: Page) {
    let measure = Self.measure(lines, of: page)
    var slack = 0
    var runsOn = 0
    var capitals = 0
    var stops = 0
    for line in lines.dropLast() {
      slack += Self.slack(line, measure: measure, of: page)
      let ends = page.endsSentence(line) || page.endsWithColon(line)
      if ends || page.endsInside(line) { stops += 1 }
      if page.beginsSmall(line + 1), !ends {
        runsOn += 1
      } else if !ends, page.beginsCapital(line + 1) {
        capitals += 1
      }
    }
    breaks = max(lines.count - 1, 0)
    self.slack = breaks == 0 ? 0 : Double(slack) / Double(breaks * max(measure, 1))
    self.runsOn = runsOn
    self.capitals = capitals
    isInRagged = page.shape.isRagged
    isInUnwrapped = page.shape.measure == nil
    self.stops = stops
  }

  /// Columns that the line leaves although the next word would have fitted.
  static func slack(_ line: Int, measure: Int, of page: Page) -> Int {
    let space = page.lines[line].ideographs * 2 > page.lines[line].letters ? 0 : 1
    return max(0, measure - page.lines[line].edge - space - page.firstWordColumns(line + 1))
  }

  /// The column at which the stanza is wrapped: its own widest line where that is not far from the
  /// measure of the text, as in quotations that are set in on both sides.
  static func measure(_ lines: Range<Int>, of page: Page) -> Int {
    let widest = page.lines[lines].reduce(0) { max($0, $1.edge) }
    guard let measure = page.shape.measure else { return max(widest, 50) }
    guard widest < measure else { return widest > measure + 8 ? widest : measure }
    return lines.count > 3 && widest * 4 >= measure * 3 ? widest : measure
  }

  /// Lines that were wrapped, so that their ends mean nothing.
  var isWrapped: Bool {
    guard breaks > 0 else { return true }
    if breaks > 1, capitals * 5 >= breaks * 4, slack > 0.02 { return false }
    if isInUnwrapped { return runsOn * 2 >= breaks && slack < 0.15 }
    if isInRagged { return breaks > 2 && slack < 0.05 }
    if slack < 0.1 { return true }
    return slack < 0.3 && runsOn * 3 >= breaks * 2 && stops * 4 <= breaks
  }

  /// Lines that were ended by their author in sentences or verses, not in names or numbers.
  var isVerse: Bool {
    !isWrapped && (breaks > 1 || isInRagged || isInUnwrapped) && stops * 4 + runsOn * 4 >= breaks
  }
}
