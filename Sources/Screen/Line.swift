/// A run of text in one style.
package struct Span: Hashable, Sendable {
  package var style: Style
  package var text: SafeText

  package init(_ text: SafeText, style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// One row of the screen or of a pane, from left to right.
package struct Line: Hashable, Sendable {
  package var spans: [Span]

  package init(_ spans: [Span] = []) { self.spans = spans }

  /// A line of one text in one style.
  package init(_ text: SafeText, style: Style = .plain) {
    self.init([Span(text, style: style)])
  }

  /// A line of parts, side by side.
  package init(joining parts: [Span]...) {
    spans = []
    spans.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { spans += part }
  }

  package var columns: Int { Line.columns(of: spans[...]) }

  package static func columns(of spans: ArraySlice<Span>) -> Int {
    var columns = 0
    for index in spans.indices { columns += spans[index].text.columns }
    return columns
  }

  /// The text without its styles.
  package var text: SafeText { spans.reduce(.empty) { $0 + $1.text } }

  /// A line of spaces.
  package static func blank(_ columns: Int, style: Style = .plain) -> Line {
    Line(.spaces(columns), style: style)
  }

  package static func + (left: Line, right: Line) -> Line { Line(left.spans + right.spans) }

  /// The line in exactly that many columns: cut with an ellipsis, or filled up with spaces.
  package func fitted(to width: Int, fill: Style = .plain) -> Line {
    let missing = width - columns
    if missing == 0 { return self }
    if missing > 0 { return self + .blank(missing, style: fill) }
    return cut(to: width)
  }

  /// The line with attributes added to all of it: a selected row, say.
  package func adding(_ attributes: Style.Attributes) -> Line {
    Line(spans.map { Span($0.text, style: $0.style.adding(attributes)) })
  }

  /// The span that crosses the edge gets the ellipsis; so does one that ends at it when more follows.
  private func cut(to width: Int) -> Line {
    var kept: [Span] = []
    var room = max(0, width)
    for span in spans where room > 0 {
      if span.text.columns < room {
        kept.append(span)
        room -= span.text.columns
        continue
      }
      let rest = span.text.columns == room ? SafeText.spaces(1) : .empty
      kept.append(Span((span.text + rest).fitted(to: room), style: span.style))
      room = 0
    }
    return Line(kept)
  }
}

// MARK: - What a row has in common with the one before it

extension Line {
  /// How many spans another line begins with as this one does.
  package func sameHead(as other: Line) -> Int {
    var count = 0
    while count < min(spans.count, other.spans.count), spans[count] == other.spans[count] {
      count += 1
    }
    return count
  }

  /// How many plain blanks a row of so many columns ends with, counted by whole spans.
  package func blankTail(_ columns: Int) -> Int {
    var tail = columns - self.columns
    guard tail >= 0 else { return 0 }
    var index = spans.count - 1
    while index >= 0, spans[index] == Span(.spaces(spans[index].text.columns)) {
      tail += spans[index].text.columns
      index -= 1
    }
    return tail
  }
}
