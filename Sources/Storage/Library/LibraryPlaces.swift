import Articles
import Typesetting

extension Library {
  /// Beyond that nobody looks for a section or a link by its name: 64 MiB.
  private static let longestListed = 64 << 20

  /// The headings of a long text, read part by part, of its first 64 MiB. Blocks.
  /// - Throws: `LibraryError`.
  package func headings(of path: ArticlePath) throws(LibraryError) -> [Heading] {
    var headings: [Heading] = []
    try forEachPart(of: path) { headings += $0.headings() }
    return headings
  }

  /// The links of a long text, like its headings. Their sources count from the start of the text.
  package func links(of path: ArticlePath) throws(LibraryError) -> [Link] {
    var links: [Link] = []
    try forEachPart(of: path) { part in
      let count = links.map(\.number).max() ?? 0
      links += part.links().map { $0.moved(by: part.source.start, after: count) }
    }
    return links
  }

  private func forEachPart(
    of path: ArticlePath, _ body: (Document) -> Void
  ) throws(LibraryError) {
    var next = 0
    var total = 1
    while next < min(total, Library.longestListed) {
      let part = try part(of: path, from: next)
      let source = Source(window: part.bytes, start: part.start, total: part.total)
      body(Document(source, name: path.nameString))
      total = part.total
      guard !part.bytes.isEmpty else { break }
      next = part.start + part.bytes.count
    }
  }

  /// Whole lines, the first of which begins at `start`, as far as lines are not too long for that.
  private func part(of path: ArticlePath, from start: Int) throws(LibraryError) -> FileContent {
    // The byte before is the line end at which the part is cut.
    let before = start > 0 ? 1 : 0
    return try read(path, from: start - before, count: Library.longestOpenedWhole).cutAtLineEnds
  }
}
