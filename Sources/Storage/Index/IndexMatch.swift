import Articles
import Typesetting

/// How a condition is looked up: what the index finds by words, and what is left to be tested on
/// each article found.
///
/// What the user typed reaches SQLite as folded words between quotation marks, which have neither
/// quotation marks nor operators in them.
struct IndexMatch {
  /// The expression for FTS5; nil where no word must stand in every article that matches.
  let expression: String?
  /// Holds for every article that matches, besides the expression.
  let rest: Condition

  init(_ condition: Condition) {
    if let whole = IndexMatch.expression(condition) {
      (expression, rest) = (whole, .all([]))
      return
    }
    guard case .all(let parts) = condition else {
      (expression, rest) = (nil, condition)
      return
    }
    let words = parts.filter { IndexMatch.expression($0) != nil }
    let excluded = parts.filter { part in
      guard case .not(let inner) = part else { return false }
      return !words.isEmpty && IndexMatch.expression(inner) != nil
    }
    expression = IndexMatch.expression(.all(words + excluded))
    rest = .all(parts.filter { !words.contains($0) && !excluded.contains($0) })
  }

  /// A condition on words alone; nil where it cannot be said by an expression.
  private static func expression(_ condition: Condition) -> String? {
    switch condition {
    case .term(let term):
      guard case .text(let phrase) = term.test else { return nil }
      return expression(SearchPhrase(phrase))
    case .any(let parts): return joined(parts, by: " OR ")
    case .all(let parts):
      let wanted = parts.filter { !$0.isExclusion }
      guard let wants = joined(wanted, by: " AND ") else { return nil }
      let excluded = parts.compactMap(\.excluded)
      guard !excluded.isEmpty else { return wants }
      return joined(excluded, by: " OR ").map { "(\(wants) NOT \($0))" }
    case .not: return nil
    }
  }

  private static func joined(_ parts: [Condition], by joint: String) -> String? {
    let expressions = parts.compactMap(expression)
    guard !parts.isEmpty, expressions.count == parts.count else { return nil }
    return "(\(expressions.joined(separator: joint)))"
  }

  /// Nil for a phrase without words, which is found nowhere.
  static func expression(_ phrase: SearchPhrase) -> String? {
    guard !phrase.words.isEmpty else { return nil }
    let words = phrase.words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return "\"\(words)\"\(phrase.isPrefix ? " *" : "")"
  }
}

extension SearchPhrase {
  /// The phrase of a query, as it is looked up.
  package init(_ phrase: Phrase) { self.init(phrase.text, isPrefix: phrase.isPrefix) }
}

extension Condition {
  /// The words and phrases that are looked for, but not those that must not be there.
  package var wantedPhrases: [SearchPhrase] {
    wantedTerms.compactMap { term in
      guard case .text(let phrase) = term.test else { return nil }
      return SearchPhrase(phrase)
    }
  }

  fileprivate var excluded: Condition? {
    if case .not(let inner) = self { inner } else { nil }
  }

  fileprivate var isExclusion: Bool { excluded != nil }
}
