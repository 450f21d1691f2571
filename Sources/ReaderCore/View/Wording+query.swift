import Articles

extension Wording {
  /// Where a query cannot be understood, and what should stand there.
  package static func failure(_ error: QueryError, in query: String) -> String {
    let rest = String(Array(query).dropFirst(error.position).prefix(20))
    let place = rest.isEmpty ? "at the end" : "at “\(rest)” (character \(error.position + 1))"
    return "\(place): \(expected(error.expected))"
  }

  /// The list is not narrowed as it was when the library was left.
  static func notNarrowed(by query: String, _ error: QueryError) -> String {
    "All articles are shown; the last query is not understood " + failure(error, in: query)
  }

  /// What the top line says of the articles that are like one.
  static func like(_ title: String) -> String { "Like: \(title)" }

  /// The tags of the articles that are about to get others.
  static func tags(_ names: [String]) -> String {
    names.isEmpty ? "" : "now: " + names.joined(separator: " ")
  }

  /// The orders that there are.
  static let sortKeys = Sort.Key.allCases.map(\.rawValue).joined(separator: ", ")

  private static func expected(_ expected: QueryError.Expected) -> String {
    switch expected {
    case .term: "expected a word, a phrase or a filter"
    case .lettersOrDigits: "expected a word with letters or digits"
    case .closingQuote: "expected a closing quotation mark"
    case .closingParenthesis: "expected a closing parenthesis"
    case .value(let name): "expected something behind \(name):"
    case .date: "expected a date: 2019, 2019-06 or 2019-06-14"
    case .age: "expected an age: <7d, >2w (h, d, w, m, y)"
    case .number: "expected a number: <500, >=2000"
    case .minutes: "expected a time: <10m, >1h"
    case .sortKey:
      "expected an order: " + sortKeys
    case .sortOutside: "sort: is for the whole query, not for a part of it"
    case .lessOfIt: "the query is too long, or its parentheses are too deep"
    }
  }
}
