import Articles
import Typesetting

/// What FTS5 looks for, and the phrases of it.
///
/// What the user typed reaches SQLite as folded words between quotation marks, which have neither
/// quotation marks nor operators in them.
struct WordExpression {
  /// As FTS5 takes it.
  let text: String
  /// In the order in which FTS5 counts them; nil for what must not be there.
  let phrases: [SearchPhrase?]

  /// The words of the index that a phrase may end with, which is the beginning of one.
  typealias Beginnings = [SearchPhrase: [String]]

  private init(text: String, phrases: [SearchPhrase?]) {
    (self.text, self.phrases) = (text, phrases)
  }

  /// Nil for a phrase without words, which is found nowhere.
  init?(_ phrase: SearchPhrase, _ beginnings: Beginnings = [:]) {
    guard !phrase.words.isEmpty else { return nil }
    let words = phrase.words.map { String(decoding: $0, as: UTF8.self) }
    if let ends = beginnings[phrase] {
      let beginning = words.dropLast().map { $0 + " " }.joined()
      text = "(\(ends.map { "\"\(beginning)\($0)\"" }.joined(separator: " OR ")))"
      phrases = ends.map { _ in phrase }
    } else {
      text = "\"\(words.joined(separator: " "))\"\(phrase.isPrefix ? " *" : "")"
      phrases = [phrase]
    }
  }

  /// A condition on words alone; nil where it cannot be said by an expression.
  init?(_ condition: Condition, _ beginnings: Beginnings) {
    switch condition {
    case .term(let term):
      guard case .text(let phrase) = term.test else { return nil }
      self.init(SearchPhrase(phrase), beginnings)
    case .any(let parts): self.init(parts, by: " OR ", beginnings)
    case .all(let parts):
      let wanted = WordExpression(parts.filter { !$0.isExclusion }, by: " AND ", beginnings)
      let excluded = parts.compactMap(\.excluded)
      guard let wanted, !excluded.isEmpty else {
        guard let wanted else { return nil }
        self = wanted
        return
      }
      guard let unwanted = WordExpression(excluded, by: " OR ", beginnings) else { return nil }
      self.init(
        text: "(\(wanted.text) NOT \(unwanted.text))",
        phrases: wanted.phrases + unwanted.phrases.map { _ in nil })
    case .not: return nil
    }
  }

  private init?(_ parts: [Condition], by joint: String, _ beginnings: Beginnings) {
    let expressions = parts.compactMap { WordExpression($0, beginnings) }
    guard !parts.isEmpty, expressions.count == parts.count else { return nil }
    text = "(\(expressions.map(\.text).joined(separator: joint)))"
    phrases = expressions.flatMap(\.phrases)
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
