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
