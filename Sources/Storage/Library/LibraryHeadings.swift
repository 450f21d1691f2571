import Articles
import Typesetting

extension Library {
  /// Beyond that nobody looks for a section by its name: 64 MiB.
  private static let longestListed = 64 << 20

  /// The headings of a long text, read part by part, of its first 64 MiB. Blocks.
  /// - Throws: `LibraryError`.
  package func headings(of path: ArticlePath) throws(LibraryError) -> [Heading] {
    var headings: [Heading] = []
    var next = 0
    var total = 1
    while next < min(total, Library.longestListed) {
      let part = try part(of: path, from: next)
      let source = Source(window: part.bytes, start: part.start, total: part.total)
      headings += Document(source, name: path.nameString).headings()
      total = part.total
      guard !part.bytes.isEmpty else { break }
      next = part.start + part.bytes.count
    }
    return headings
  }

  /// Whole lines, the first of which begins at `start`, as far as lines are not too long for that.
  private func part(of path: ArticlePath, from start: Int) throws(LibraryError) -> FileContent {
    // The byte before is the line end at which the part is cut.
    let before = start > 0 ? 1 : 0
    return try read(path, from: start - before, count: Library.longestOpenedWhole).cutAtLineEnds
  }
}
