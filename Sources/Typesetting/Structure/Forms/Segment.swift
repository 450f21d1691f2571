/// Lines of a stanza that have one form.
struct Segment {
  /// What the lines have in common.
  enum Form: Equatable {
    case plain, rule
    /// A line or two of text and a line drawn below it, of this character.
    case underlined(UInt8)
    /// Behind so many quote marks.
    case quoted(Int)
    case item(ListMarker)
  }

  var form: Form
  var lines: Range<Int>
}

/// Cuts a stanza where its form changes.
struct Segmenter {
  private let page: Page
  private var segments: [Segment] = []

  static func segments(of stanza: Range<Int>, in page: Page) -> [Segment] {
    var segmenter = Segmenter(page: page)
    for line in stanza { segmenter.take(line, isFirst: line == stanza.lowerBound) }
    return segmenter.segments
  }

  private init(page: Page) { self.page = page }

  private mutating func take(_ line: Int, isFirst: Bool) {
    if let underline = Rule.underline(line, of: page), canUnderline {
      segments[segments.count - 1].lines = segments[segments.count - 1].lines.lowerBound..<line + 1
      segments[segments.count - 1].form = .underlined(underline)
      takeOverline()
      return
    }
    let form = form(of: line, isFirst: isFirst)
    guard let last = segments.last, continues(form, line, last) else {
      segments.append(Segment(form: form, lines: line..<line + 1))
      return
    }
    segments[segments.count - 1].lines = last.lines.lowerBound..<line + 1
  }

  /// A line of the same mark above an underlined one belongs to it.
  private mutating func takeOverline() {
    guard segments.count > 1, segments[segments.count - 2].form == .rule,
      let title = segments.last, segments[segments.count - 2].lines.count == 1,
      Rule.mark(segments[segments.count - 2].lines.lowerBound, of: page)
        == Rule.mark(title.lines.upperBound - 1, of: page)
    else { return }
    segments.remove(at: segments.count - 2)
    segments[segments.count - 1].lines = title.lines.lowerBound - 1..<title.lines.upperBound
  }

  /// Whether what stands above may be a heading with a line below it.
  private var canUnderline: Bool {
    guard let last = segments.last, last.lines.count <= 2 else { return false }
    switch last.form {
    case .plain: return true
    case .item: return last.lines.count == 1
    default: return false
    }
  }

  private func form(of line: Int, isFirst: Bool) -> Segment.Form {
    if Rule.mark(line, of: page) != nil { return .rule }
    let depth = QuoteMarks.depth(line, of: page)
    if depth > 0 { return .quoted(depth) }
    guard let marker = ListMarker(line, of: page), isFirst || isCredible(marker, line) else {
      return .plain
    }
    return .item(marker)
  }

  /// Whether a number or dash inside a stanza begins an item, not just a line.
  private func isCredible(_ marker: ListMarker, _ line: Int) -> Bool {
    if case .item(let former)? = segments.last?.form, former.style == marker.style {
      if marker.number > 0 { return marker.number == former.number + 1 }
      return marker.indent <= former.indent || marker.indent >= former.contentIndent
    }
    if page.lines[line].indent >= page.lines[line - 1].indent + 2 { return true }
    let measure = page.shape.measure ?? Shape.widestMeasure
    let isFull = WrapEvidence.slack(line - 1, measure: measure, of: page) == 0
    if isFull || marker.number > 1 && !hasItem(before: marker) {
      return page.endsWithColon(line - 1)
    }
    return true
  }

  /// Whether an item of the stanza has the number before this one.
  private func hasItem(before marker: ListMarker) -> Bool {
    segments.reversed().prefix(16).contains {
      guard case .item(let former) = $0.form else { return false }
      return former.style == marker.style && former.number + 1 == marker.number
    }
  }

  private func continues(_ form: Segment.Form, _ line: Int, _ last: Segment) -> Bool {
    switch (last.form, form) {
    case (.quoted(let left), .quoted(let right)): return left == right
    case (.item(let marker), .plain): return continuesItem(marker, line, last)
    case (.plain, .plain): return continuesPlain(line, last)
    case (.quoted, .plain): return false
    default: return false
    }
  }

  /// A line below an item belongs to it if it hangs, or if the item's last line was full.
  private func continuesItem(_ marker: ListMarker, _ line: Int, _ last: Segment) -> Bool {
    guard page.lines[line - 1].edge <= Shape.widestMeasure else { return false }
    let indent = page.lines[line].indent
    if indent > marker.indent { return indent <= marker.contentIndent + 4 || last.lines.count > 1 }
    guard let measure = page.shape.measure, indent == marker.indent else { return false }
    return WrapEvidence.slack(line - 1, measure: measure, of: page) * 8 < measure
      && !page.endsSentence(line - 1)
  }

  /// `Q:`, `A:`: a capital or two and a colon before what is said.
  private func isSpeaker(_ line: Int) -> Bool {
    let word = page.lines[line].firstWord(in: page.bytes)
    return (2...3).contains(word.count) && word.last == UInt8(ascii: ":")
      && ByteClass.table[Int(word[word.startIndex])] == .capital
  }

  /// How Chinese and Japanese begin a paragraph.
  private func isSetInByIdeographicSpace(_ line: Int) -> Bool {
    page.bytes[page.lines[line].range].starts(with: "\u{3000}".utf8)
  }

  private func continuesPlain(_ line: Int, _ last: Segment) -> Bool {
    if isSpeaker(line) || isSetInByIdeographicSpace(line) { return false }
    let above = page.lines[line - 1]
    let below = page.lines[line]
    guard above.edge <= Shape.widestMeasure, below.edge <= Shape.widestMeasure else { return false }
    guard abs(above.indent - below.indent) > 1 else { return true }
    // A first line that is set in or out belongs to its paragraph only if it was wrapped.
    guard last.lines.count == 1, abs(above.indent - below.indent) <= 12 else { return false }
    let measure = page.shape.measure ?? Shape.widestMeasure
    return WrapEvidence.slack(line - 1, measure: measure, of: page) * 12 < measure
  }
}
