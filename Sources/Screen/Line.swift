/// A run of text in one style.
package struct Span: Hashable, Sendable {
  package var text: SafeText
  package var style: Style

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

  package var columns: Int { spans.reduce(0) { $0 + $1.text.columns } }

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
