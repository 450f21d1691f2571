/// The lists that are open at a place of the text, the outermost first.
struct ListContext {
  private struct Level {
    let indent: Int
    let contentIndent: Int
  }

  private var levels: [Level] = []
  /// Where the last term of a definition list stood.
  private(set) var termIndent: Int?

  /// Opens the item's list, or goes on with it, and tells its nesting from 0.
  mutating func nesting(of marker: ListMarker) -> Int {
    nesting(indent: marker.indent, contentIndent: marker.contentIndent)
  }

  /// Opens an item at an indentation whose text begins at another.
  mutating func nesting(indent: Int, contentIndent: Int) -> Int {
    while let last = levels.last, indent < last.contentIndent - 1, indent <= last.indent + 1 {
      levels.removeLast()
    }
    if let last = levels.last, indent < last.contentIndent - 1 { levels.removeLast() }
    levels.append(Level(indent: indent, contentIndent: contentIndent))
    return levels.count - 1
  }

  /// Opens the item of a term, whose text is set in below it.
  mutating func nestingOfTerm(indent: Int) -> Int {
    termIndent = indent
    return nesting(indent: indent, contentIndent: indent + 2)
  }

  /// The nesting of the item that a paragraph at the indentation belongs to. Lists that end
  /// before it are closed.
  mutating func nesting(at indent: Int) -> Int? {
    while let last = levels.last, indent < last.contentIndent - 1 || indent <= last.indent {
      levels.removeLast()
    }
    guard let last = levels.last, indent <= last.contentIndent + 6 else { return nil }
    return levels.count - 1
  }

  mutating func close() {
    levels = []
    termIndent = nil
  }
}
