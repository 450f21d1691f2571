/// What the user typed to choose articles, understood.
package struct Query: Hashable, Sendable {
  package let condition: Condition
  /// The order that was asked for with `sort:`.
  package let sort: Sort.Key?

  package init(condition: Condition = .all([]), sort: Sort.Key? = nil) {
    self.condition = condition
    self.sort = sort
  }
}

/// What an article must be like.
package indirect enum Condition: Hashable, Sendable {
  /// Every article is such that all of nothing holds.
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case term(Term)

  /// Whether it holds, where `test` says so of each term that matters.
  package func holds(_ test: (Term) -> Bool) -> Bool {
    switch self {
    case .all(let conditions): conditions.allSatisfy { $0.holds(test) }
    case .any(let conditions): conditions.contains { $0.holds(test) }
    case .not(let condition): !condition.holds(test)
    case .term(let term): test(term)
    }
  }

  /// The same condition with other phrases in place of its own.
  package func replacingPhrases(_ replace: (Phrase) throws -> Phrase) rethrows -> Condition {
    switch self {
    case .all(let conditions): .all(try conditions.map { try $0.replacingPhrases(replace) })
    case .any(let conditions): .any(try conditions.map { try $0.replacingPhrases(replace) })
    case .not(let condition): .not(try condition.replacingPhrases(replace))
    case .term(let term):
      if case .text(let phrase) = term.test {
        .term(Term(.text(try replace(phrase)), range: term.range))
      } else {
        self
      }
    }
  }

  /// All terms, in the order of the query.
  package var terms: [Term] {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.terms)
    case .not(let condition): condition.terms
    case .term(let term): [term]
    }
  }

  /// The words and phrases that are asked for.
  package var phrases: [Phrase] {
    terms.compactMap { term in
      if case .text(let phrase) = term.test { phrase } else { nil }
    }
  }

  /// The terms that a matching article may owe its match to: those that are not excluded.
  package var wantedTerms: [Term] {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.wantedTerms)
    case .not: []
    case .term(let term): [term]
    }
  }
}

/// One test of a query, and where it stands there.
package struct Term: Hashable, Sendable {
  package enum Test: Hashable, Sendable {
    case text(Phrase)
    case filter(Filter)
  }

  package let test: Test
  /// Characters of the query, counted from 0.
  package let range: Range<Int>

  package init(_ test: Test, range: Range<Int>) {
    self.test = test
    self.range = range
  }
}

/// Words that stand one after the other in the title or in the text. One word is a phrase too, and
/// may be several to the index: "e-mail".
package struct Phrase: Hashable, Sendable {
  package let text: String
  /// The last word may be the beginning of a longer one: the user may still be typing it.
  package let isPrefix: Bool

  package init(_ text: String, isPrefix: Bool = false) {
    self.text = text
    self.isPrefix = isPrefix
  }
}
