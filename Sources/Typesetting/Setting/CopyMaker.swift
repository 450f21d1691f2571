import Screen

/// Makes copy of blocks: in which manner, style and indentation their text is set.
struct CopyMaker {
  let document: Document
  let options: Galley.Options
  /// A preformatted line of more bytes is wrapped: nobody scrolls that far to the right.
  private static let longLine = 4096

  private var measure: Int { options.measure }

  /// - Parameter line: the source line that the copy before ended with, if there is one.
  func copy(of block: Block, after line: Int? = nil) -> Copy {
    Copy(kind: block.kind, passages: passages(of: block, after: line), source: block.source)
  }

  private func passages(of block: Block, after line: Int?) -> [Passage?] {
    switch block.kind {
    case .title, .heading: [joined(block, style: .bold)]
    case .paragraph: [running(block)]
    case .list: list(block)
    case .quote: [running(block, lead: bars(block.level))]
    case .byline, .furniture: lines(of: block, style: .dim)
    case .preformatted: preformatted(block, after: line)
    }
  }

  private func joined(_ block: Block, style: Style = .plain, lead: Lead = Lead()) -> Passage {
    if let slice = document.soleSlice(of: block) {
      return passage(slice, manner: .reflowed, style: style, lead: lead)
    }
    let text = document.text(of: block)
    return Passage(
      text: text.bytes[...], origin: .block(text), manner: .reflowed, style: style, lead: lead)
  }

  private func running(_ block: Block, lead: Lead = Lead()) -> Passage {
    var passage = joined(block, lead: lead)
    passage.isRunning = true
    return passage
  }

  private func passage(
    _ slice: Slice, manner: Passage.Manner, style: Style, lead: Lead = Lead()
  ) -> Passage {
    Passage(
      text: document.source.bytes[slice.source], origin: .source(slice.source.lowerBound),
      manner: manner, style: style, lead: lead)
  }

  /// Each source line by itself.
  private func lines(of block: Block, style: Style) -> [Passage?] {
    var lines: [Block] = []
    for slice in block.slices {
      if lines.last?.slices.last?.line == slice.line {
        lines[lines.count - 1].slices.append(slice)
      } else {
        var line = block
        line.slices = [slice]
        lines.append(line)
      }
    }
    return lines.map { joined($0, style: style) }
  }

  /// Each source line as it stands, and the blank lines between them.
  private func preformatted(_ block: Block, after line: Int?) -> [Passage?] {
    var passages: [Passage?] = []
    var previous = line
    for slice in block.slices {
      if let previous {
        passages += [Passage?](repeating: nil, count: max(0, slice.line - previous - 1))
      }
      passages.append(preformatted(slice))
      previous = slice.line
    }
    return passages
  }

  private func preformatted(_ slice: Slice) -> Passage {
    if let columns = options.wrapsPreformattedAt {
      let lead = columns > 2 * Lead.continued.columns ? Lead.continued : Lead()
      return passage(slice, manner: .wrapped(columns: columns), style: .plain, lead: lead)
    }
    let isLong = slice.source.count > Self.longLine
    return passage(slice, manner: isLong ? .wrapped(columns: measure) : .verbatim, style: .plain)
  }
}

// MARK: - What stands before the lines

extension CopyMaker {
  /// Half of the measure at least is left to the text.
  private func mayTake(_ columns: Int) -> Bool { columns <= measure / 2 }

  private func list(_ block: Block) -> [Passage?] {
    let indent = mayTake(2 * block.level + 8) ? 2 * block.level + 2 : 0
    guard let marker = block.marker else {
      return [running(block, lead: indentation(indent))]
    }
    let text = SafeText(bytes: document.source.bytes[marker])
    let columns = indent + text.columns + 1
    if mayTake(columns) {
      let first = [Span(.spaces(indent) + text + .spaces(1))]
      let lead = Lead(first: first, rest: [Span(.spaces(columns))], columns: columns)
      return [running(block, lead: lead)]
    }
    let line = Slice(line: block.lines.lowerBound, source: marker)
    return [passage(line, manner: .reflowed, style: .plain), running(block)]
  }

  private func indentation(_ columns: Int) -> Lead {
    if columns == 0 { return Lead() }
    let spans = [Span(.spaces(columns))]
    return Lead(first: spans, rest: spans, columns: columns)
  }

  private func bars(_ depth: Int) -> Lead {
    let count = min(max(1, depth), measure / 4)
    if count == 0 { return Lead() }
    let bars = (0..<count).reduce(SafeText.empty) { bars, _ in bars + .bar }
    let spans = [Span(bars, style: .dim)]
    return Lead(first: spans, rest: spans, columns: bars.columns)
  }
}

extension SafeText {
  fileprivate static let bar = SafeText("│ ")
}

extension Lead {
  /// What stands before the rest of a line that was continued.
  fileprivate static let continued = Lead(
    rest: [Span(SafeText("→ "), style: .dim)], columns: 2)
}
