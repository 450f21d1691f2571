/// A place in a text where a line may end; small, since there is one for every word. No text that is
/// set in one go is so long that 32 bits do not hold its offsets and columns.
struct Opportunity: Hashable, Sendable {
  private let shortEnd: Int32
  private let shortNext: Int32
  private let shortEndColumn: Int32
  private let shortNextColumn: Int32
  /// Whether a line that ends here is drawn with a hyphen.
  let isHyphenated: Bool

  init(end: Int, next: Int, endColumn: Int, nextColumn: Int, isHyphenated: Bool = false) {
    shortEnd = Int32(truncatingIfNeeded: end)
    shortNext = Int32(truncatingIfNeeded: next)
    shortEndColumn = Int32(truncatingIfNeeded: endColumn)
    shortNextColumn = Int32(truncatingIfNeeded: nextColumn)
    self.isHyphenated = isHyphenated
  }

  /// The UTF-8 offset in the safe text where a line that ends here stops, before its last spaces.
  var end: Int { Int(shortEnd) }

  /// The UTF-8 offset in the safe text where the line after it begins.
  var next: Int { Int(shortNext) }

  /// The columns from the text's start to `end`, with the hyphen if one is drawn.
  var endColumn: Int { Int(shortEndColumn) }

  /// The columns from the text's start to `next`.
  var nextColumn: Int { Int(shortNextColumn) }

  /// The same where the line after it begins later.
  func with(next: Int, nextColumn: Int) -> Opportunity {
    Opportunity(
      end: end, next: next, endColumn: endColumn, nextColumn: nextColumn,
      isHyphenated: isHyphenated)
  }
}

extension Opportunity {
  /// The opportunity where a gauge stands.
  @inline(__always)
  init(at gauge: Gauge, isSoftHyphen: Bool = false) {
    self.init(
      end: gauge.end, next: gauge.offset, endColumn: gauge.endColumn + (isSoftHyphen ? 1 : 0),
      nextColumn: gauge.column, isHyphenated: isSoftHyphen)
  }
}
