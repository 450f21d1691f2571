/// What a line about the origin of a text says.
struct BylineText {
  private(set) var author: String?
  private(set) var date: String?

  init(_ text: String) {
    date = DateText.first(in: text)
    author = Self.author(in: text)
  }

  /// The name after a word such as "By", or before a mail address.
  private static func author(in text: String) -> String? {
    let words = text.split(separator: " ").map(String.init)
    if let mail = words.firstIndex(where: { $0.contains("@") && $0.first == "<" || $0.first == "(" && $0.contains("@") }) {
      return PersonName.names(words[..<mail].joined(separator: " "))
    }
    for length in [1, 2, 3] where words.count > length {
      let opening = Phrase(words.prefix(length).joined(separator: " ")).text
      guard Phrasebook.shared.authors.contains(opening) else { continue }
      return PersonName.names(words.dropFirst(length).joined(separator: " "))
    }
    return nil
  }
}

/// Names of people.
enum PersonName {
  /// The names at the beginning of the text, up to a date, a place or another remark.
  static func names(_ text: String) -> String? {
    var names: [Substring] = []
    for part in text.split(whereSeparator: { "|·•/–—(<[".contains($0) }).prefix(1) {
      for name in part.split(separator: ",") { names.append(name) }
    }
    let kept = names.map { $0.split(separator: " ").joined(separator: " ") }.prefix(while: isName)
    return kept.isEmpty ? nil : kept.joined(separator: ", ")
  }

  /// One to five words that begin with capitals, or particles between them.
  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...7).contains(words.count) else { return false }
    return words.allSatisfy { word in
      particles.contains(word.lowercased()) || word.unicodeScalars.first.map(isInitial) == true
        && !word.contains { $0.isNumber }
    }
  }

  private static func isInitial(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isUppercase || Ideographs.isWide(scalar.value)
  }

  private static let particles: Set<String> = [
    "von", "van", "de", "del", "der", "den", "di", "da", "la", "le", "du", "y", "and", "und", "et", "и", "e", "dos", "zu", "bin", "al",
  ]
}
