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

  package var columns: Int { spans.reduce(0) { $0 + $1.text.columns } }
}

/// Everything that the terminal shows: one line a row, each as wide as the screen.
package struct Frame: Hashable, Sendable {
  package var size: Size
  package var lines: [Line]
  /// Where the terminal's cursor stands; nil hides it.
  package var cursor: Point?

  package init(size: Size, lines: [Line], cursor: Point? = nil) {
    self.size = size
    self.lines = lines
    self.cursor = cursor
  }
}
