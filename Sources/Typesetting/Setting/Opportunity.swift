/// A place in a text where a line may end.
struct Opportunity: Hashable, Sendable {
  /// The UTF-8 offset in the safe text where a line that ends here stops, before its last spaces.
  var end: Int
  /// The UTF-8 offset in the safe text where the line after it begins.
  var next: Int
  /// The columns from the text's start to `end`, with the hyphen if one is drawn.
  var endColumn: Int
  /// The columns from the text's start to `next`.
  var nextColumn: Int
  /// Whether a line that ends here is drawn with a hyphen.
  var isHyphenated = false
}

extension Opportunity {
  /// The opportunity where a gauge stands.
  init(at gauge: Gauge, isSoftHyphen: Bool = false) {
    end = gauge.end
    next = gauge.offset
    endColumn = gauge.endColumn + (isSoftHyphen ? 1 : 0)
    nextColumn = gauge.column
    isHyphenated = isSoftHyphen
  }
}
