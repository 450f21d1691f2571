import Articles

/// How a condition is looked up: what the index finds by words, and what is left to be tested on
/// each article found.
struct IndexMatch {
  /// Nil where no word must stand in every article that matches.
  let expression: WordExpression?
  /// Holds for every article that matches, besides the expression.
  let rest: Condition

  init(_ condition: Condition, _ beginnings: WordExpression.Beginnings = [:]) {
    if let whole = WordExpression(condition, beginnings) {
      (expression, rest) = (whole, .all([]))
      return
    }
    guard case .all(let parts) = condition else {
      (expression, rest) = (nil, condition)
      return
    }
    let words = parts.filter { WordExpression($0, beginnings) != nil }
    let excluded = parts.filter { part in
      guard case .not(let inner) = part else { return false }
      return !words.isEmpty && WordExpression(inner, beginnings) != nil
    }
    expression = WordExpression(.all(words + excluded), beginnings)
    rest = .all(parts.filter { !words.contains($0) && !excluded.contains($0) })
  }
}
