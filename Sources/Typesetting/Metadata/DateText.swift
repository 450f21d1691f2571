/// Dates as texts write them, in the languages of the lexicons.
enum DateText {
  /// Years that a text may be from.
  static let years = 1400...2199

  /// The first date in the text that is exact to the month at least: `YYYY-MM-DD` or `YYYY-MM`.
  static func first(in text: String) -> String? {
    let tokens = DateTokens.of(text)
    for index in tokens.indices where !isPartOfNumber(index, tokens) {
      if let found = DatePatterns.date(tokens[index...]) { return found }
    }
    return nil
  }

  /// Whether a point stands before the number, as in the version 9.1.
  private static func isPartOfNumber(_ index: Int, _ tokens: [DateToken]) -> Bool {
    guard index > 1, tokens[index - 1] == .mark("."), case .number = tokens[index - 2] else {
      return false
    }
    return true
  }

  /// The year, where the text is nothing else.
  static func year(_ text: String) -> String? {
    guard case .number(let year, digits: 4)? = DateTokens.of(text).first,
      DateTokens.of(text).count == 1,
      years.contains(year)
    else { return nil }
    return String(year)
  }
}
