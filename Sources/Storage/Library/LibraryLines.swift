import Articles
import Typesetting

extension Library {
  /// Counts the lines of a long text, which is read from beginning to end. Blocks.
  /// - Parameters:
  ///   - offset: the byte before which lines are counted apart; a line counts where it ends.
  ///   - isWanted: asked before each part.
  /// - Returns: nil where it was no longer wanted.
  /// - Throws: `LibraryError`.
  package func lineCount(
    of path: ArticlePath, before offset: Int, while isWanted: () -> Bool = { true }
  ) throws(LibraryError) -> LineCount? {
    var (before, ends) = (0, 0)
    var next = 0
    var last = UInt8(ascii: "\n")
    while isWanted() {
      let part = try read(path, from: next, count: Library.longestOpenedWhole)
      let head = part.bytes.prefix(max(offset - next, 0))
      let inHead = head.lineEnds
      before += inHead
      ends += inHead + part.bytes.dropFirst(head.count).lineEnds
      last = part.bytes.last ?? last
      next += part.bytes.count
      if part.bytes.isEmpty || next >= part.total {
        // A last line without an end is one too.
        let total = ends + (last == UInt8(ascii: "\n") ? 0 : 1)
        return LineCount(offset: offset, before: before, total: total)
      }
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  fileprivate var lineEnds: Int {
    // Counted in bytes that overflow after 255 ends, so that the compiler takes many at once.
    var count = 0
    var rest = self
    while !rest.isEmpty {
      count += Int(rest.prefix(255).reduce(into: UInt8(0)) { $0 &+= $1 == 0x0A ? 1 : 0 })
      rest = rest.dropFirst(255)
    }
    return count
  }
}
