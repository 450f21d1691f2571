/// What a line about the origin of a text says.
struct BylineText {
  let author: String?
  let date: String?
  /// Whether it is nothing but a word such as "By".
  let isOpening: Bool
  /// Whether it is a version of the text, or says how long ago it was written.
  let isVersionOrAge: Bool

  /// - Parameters:
  ///   - line: one line, with bars where links begin.
  ///   - mayHaveDate: false where it is known to have no year.
  init(_ line: String, mayHaveDate: Bool = true) {
    let text = line.first == ":" ? String(line.drop { $0 == ":" }) : line
    date = mayHaveDate ? DateText.first(in: text) : nil
    author = Self.author(in: text, hasDate: date != nil)
    isVersionOrAge = Self.isVersionOrAge(text)
    isOpening = (2...40).contains(text.utf8.count) && Self.afterOpening(text)?.isEmpty == true
  }

  private static func author(in text: String, hasDate: Bool) -> String? {
    let parts = parts(of: text)
    for (index, part) in parts.enumerated() {
      if let name = named(part) { return name }
      if index + 1 < parts.count, afterOpening(part)?.isEmpty == true {
        return PersonName.names(parts[index + 1])
      }
    }
    return parts.count > 1 && hasDate ? parts.first { PersonName.isFullName($0) } : nil
  }

  /// "Version 2.1", "Release:", "Updated 2h ago".
  private static func isVersionOrAge(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let words = Phrase(text).words
    guard let first = words.first, words.count <= 6 else { return false }
    let hasNumber = words.contains { $0.contains(where: \.isNumber) }
    if Phrasebook.shared.versions.contains(first) {
      return hasNumber || words.count == 1 && text.last == ":"
    }
    return hasNumber && words.contains(where: Phrasebook.shared.ago.contains)
  }

  private static let separators = Set("|·•–—/-‧".unicodeScalars)

  /// The parts between bars, dots, dashes and wide gaps.
  private static func parts(of text: String) -> [String] {
    if isOnePart(text) { return [text] }
    var parts: [String] = []
    var part: [Substring] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false)
      .flatMap({ $0.split(separator: "\u{3000}", omittingEmptySubsequences: false) })
    {
      if word.isEmpty || word.unicodeScalars.allSatisfy(separators.contains) {
        if !part.isEmpty { parts.append(part.joined(separator: " ")) }
        part = []
      } else {
        part.append(word)
      }
    }
    return part.isEmpty ? parts : parts + [part.joined(separator: " ")]
  }

  /// Whether a text in ASCII has nothing but single spaces between words: most lines are so, and it is
  /// told in a small part of the time that cutting them takes.
  private static func isOnePart(_ text: String) -> Bool {
    var hasWord = false
    for byte in text.utf8 {
      guard byte < 0x80 else { return false }
      if byte == UInt8(ascii: " ") {
        guard hasWord else { return false }
        hasWord = false
      } else if byte != UInt8(ascii: "|"), byte != UInt8(ascii: "/"), byte != UInt8(ascii: "-") {
        hasWord = true
      }
    }
    return hasWord
  }

  /// The name before a mail address, or after a word such as "By".
  private static func named(_ part: String) -> String? {
    lazy var words = part.split(separator: " ").map(String.init)
    if part.utf8.contains(UInt8(ascii: "@")),
      let mail = words.firstIndex(where: { $0.contains("@") && "<(".contains($0.first ?? " ") })
    {
      return PersonName.names(words[..<mail].joined(separator: " "))
    }
    if let rest = afterOpening(part) { return rest.isEmpty ? nil : PersonName.names(rest) }
    // "Modified: Nov 18, 2022 by Ada Lovelace"
    guard mayHaveBy(part),
      let by = words.lastIndex(where: { ["by", "von", "par", "por"].contains($0.lowercased()) }),
      by > 0,
      DateText.first(in: part) != nil
    else { return nil }
    return PersonName.names(words[(by + 1)...].joined(separator: " "))
  }

  /// Whether two letters follow one another as in the words for "by".
  private static func mayHaveBy(_ part: String) -> Bool {
    zip(part.utf8, part.utf8.dropFirst()).contains { first, second in
      switch (first | 0x20, second | 0x20) {
      case (UInt8(ascii: "b"), UInt8(ascii: "y")), (UInt8(ascii: "v"), UInt8(ascii: "o")),
        (UInt8(ascii: "p"), UInt8(ascii: "a")), (UInt8(ascii: "p"), UInt8(ascii: "o")):
        true
      default: false
      }
    }
  }

  /// What stands after a word that announces an author; nil where there is no such word.
  private static func afterOpening(_ part: String) -> String? {
    let mayHaveColon = part.utf8.contains { $0 == UInt8(ascii: ":") || $0 >= 0x80 }
    if mayHaveColon, let colon = part.firstIndex(where: { $0 == ":" || $0 == "：" || $0 == "／" }) {
      guard Phrasebook.shared.authors.contains(Phrase(String(part[..<colon])).text) else {
        return nil
      }
      return String(part[part.index(after: colon)...]).trimmed(" ")
    }
    let words = part.split(separator: " ")
    let first = words.prefix(3).map { Phrase(String($0)).text }
    for length in (1...3).reversed() where words.count >= length {
      guard Phrasebook.shared.authors.contains(first.prefix(length).joined(separator: " ")) else {
        continue
      }
      return words.dropFirst(length).joined(separator: " ")
    }
    return nil
  }
}
