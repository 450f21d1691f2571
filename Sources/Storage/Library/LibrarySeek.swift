import Articles
import Typesetting

extension Library {
  /// Bytes that a part shares with the next one, so that what lies across them is found: more than
  /// a text has that is looked for.
  private static let overlap = 4 << 10

  /// Looks through a long text, part by part, once around; nil where there is no occurrence, or
  /// it is no longer wanted. Blocks.
  /// - Parameters:
  ///   - start: the byte at which it begins.
  ///   - isForward: whether it goes down from there, to the first occurrence, or up to the last one.
  ///   - isWanted: asked before each part.
  /// - Returns: the absolute byte at which the occurrence begins.
  /// - Throws: `LibraryError`.
  package func occurrence(
    of needle: Needle, in path: ArticlePath, from start: Int, isForward: Bool,
    while isWanted: () -> Bool = { true }
  ) throws(LibraryError) -> Int? {
    let total = try read(path, from: 0, count: 0).total
    let start = min(max(start, 0), total)
    let (below, above) = (Library.parts(of: start..<total), Library.parts(of: 0..<start))
    for part in isForward ? below + above : above.reversed() + below.reversed() {
      guard isWanted() else { return nil }
      let content = try read(path, from: part.lowerBound, count: part.count + Library.overlap)
      let found = needle.occurrences(in: content.bytes).filter { $0 < part.count }
      if let offset = isForward ? found.first : found.last { return part.lowerBound + offset }
    }
    return nil
  }

  private static func parts(of range: Range<Int>) -> [Range<Int>] {
    stride(from: range.lowerBound, to: range.upperBound, by: window).map {
      $0..<min($0 + window, range.upperBound)
    }
  }
}
