import Foundation

/// When a title, an author or a date counts as right.
enum Comparison {
  /// White space, case and the shape of quotes and dashes make no difference.
  static func title(_ text: String?) -> String? { folded(text ?? "") }

  /// Nor do mail addresses, a leading "by", and how several names are joined.
  static func author(_ text: String?) -> String? {
    guard let text else { return nil }
    let named = folded(text.replacing(/<[^<>]*@[^<>]*>|\([^()]*@[^()]*\)/, with: " "))
      .replacing(/^by\s+/, with: "")
    let joined = named.replacing(/\s*(?:,\s*and\b|\band\b|&|;|,)\s*/, with: ", ")
    let names = words(joined).trimmingCharacters(in: CharacterSet(charactersIn: " ,"))
    return names.isEmpty ? nil : names
  }

  /// As written.
  static func date(_ text: String?) -> String? {
    let date = (text ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    return date.isEmpty ? nil : date
  }

  static func isRight(
    _ given: String?, among accepted: [String?], by fold: (String?) -> String?
  ) -> Bool {
    accepted.contains { fold($0) == fold(given) }
  }

  private static func folded(_ text: String) -> String {
    let plain = text.precomposedStringWithCompatibilityMapping
      .replacing(/[‘’‚‛′`´]/, with: "'").replacing(/[“”„‟«»″]/, with: "\"")
      .replacing(/[‐‑‒–—―−]/, with: "-")
    return words(plain).lowercased()
  }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
