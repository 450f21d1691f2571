/// Why a query cannot be understood: where, and what should stand there.
package struct QueryError: Error, Hashable, Sendable {
  package enum Expected: Hashable, Sendable {
    /// A word, a phrase, a filter or a group.
    case term
    /// A word with something in it that can be looked for.
    case lettersOrDigits
    case closingQuote
    case closingParenthesis
    /// A value behind the name of this filter.
    case value(of: String)
    case date
    /// `<7d`: hours, days, weeks, months or years.
    case age
    case number
    /// `<10m`: minutes or hours.
    case minutes
    case sortKey
    /// `sort:` belongs to the whole query.
    case sortOutside
    /// Fewer terms, or fewer parentheses in one another.
    case lessOfIt
  }

  /// A character of the query, counted from 0; its length where the end came too soon.
  package let position: Int
  package let expected: Expected

  init(_ expected: Expected, at position: Int) {
    self.position = position
    self.expected = expected
  }
}
