/// Names of people.
enum PersonName {
  /// The names at the beginning of the text, up to a date, a place or another remark, joined by
  /// commas.
  static func names(_ text: String) -> String? {
    let plain = withoutRemarks(text)
    let end = plain.firstIndex { "|·•/–—<[".contains($0) } ?? plain.endIndex
    let names = plain[..<end].split(separator: ",").flatMap(conjoined).prefix(while: isName)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// Two to four words that all begin with capitals, or a name in ideographs: no other evidence.
  static func isFullName(_ text: String) -> Bool {
    // Most texts are too long for a name.
    guard !text.hasMoreWords(than: 4) else { return false }
    let words = text.split(separator: " ")
    return (2...4).contains(words.count) && isName(text)
      && words.allSatisfy {
        $0.unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic || ".'’-".unicodeScalars.contains($0)
        }
      }
      && !words.allSatisfy { $0.count > 3 && $0 == $0.uppercased() }
  }

  /// Two to five ideographs, as names are written without spaces.
  static func isInIdeographs(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return (2...5).contains(scalars.count)
      && scalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || $0.value == 0x3005 }
  }

  /// One to seven words that begin with capitals, with particles between them and no numbers.
  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...7).contains(words.count), !words.contains(where: { $0.contains(where: \.isNumber) })
    else {
      return false
    }
    guard let first = words.first, isCapital(first), !roles.contains(text.lowercased()) else {
      return false
    }
    return words.allSatisfy { isCapital($0) || particles.contains($0.lowercased()) }
  }

  private static func isCapital(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return first.properties.isUppercase || Ideographs.isWide(first.value)
  }

  private static func withoutRemarks(_ text: String) -> String {
    var depth = 0
    return String(
      text.filter { character in
        if character == "(" { depth += 1 }
        defer { if character == ")" { depth -= 1 } }
        return depth == 0
      }
    ).split(separator: " ").joined(separator: " ")
  }

  /// Cuts "Ada Lovelace and Charles Babbage" in two, but not "Ortega y Gasset".
  private static func conjoined(_ text: Substring) -> [String] {
    let parts = text.split(separator: " ").split(omittingEmptySubsequences: true) {
      conjunctions.contains(String($0))
    }
    let isList = parts.count > 1 && parts.allSatisfy { $0.count > 1 }
    let names = isList ? parts.map { $0.joined(separator: " ") } : [text.trimmed(" ")]
    return names.map { $0.trimmed(" .:") }.filter { !$0.isEmpty }
  }

  private static let conjunctions: Set<String> = [
    "and", "und", "et", "y", "и", "e", "&", "AND", "en",
  ]

  private static let particles: Set<String> = [
    "von", "van", "de", "del", "der", "den", "di", "da", "la", "le", "du", "y", "dos", "zu", "bin",
    "al", "ten", "af",
  ]

  /// What stands behind a name and is none.
  private static let roles: Set<String> = [
    "staff writer", "staff", "writer", "correspondent", "reporter", "editor", "contributor",
    "journalist",
    "columnist", "guest author", "admin", "staff reporter", "senior editor",
    "special correspondent",
  ]
}

extension String {
  /// Whether it is known from the ASCII at its beginning that it has more words than that.
  fileprivate func hasMoreWords(than most: Int) -> Bool {
    var count = 0
    var before = UInt8(ascii: " ")
    for byte in utf8 {
      guard byte < 0x80 else { return false }
      if before == UInt8(ascii: " "), byte != UInt8(ascii: " ") { count += 1 }
      guard count <= most else { return true }
      before = byte
    }
    return false
  }
}
