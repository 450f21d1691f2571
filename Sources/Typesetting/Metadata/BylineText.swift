/// What a line about the origin of a text says.
struct BylineText {
  let author: String?
  let date: String?
  /// Whether it is nothing but a word such as "By".
  let isOpening: Bool
  /// Whether it is a version of the text, or says how long ago it was written.
  let isVersionOrAge: Bool

  /// - Parameter text: one line, with bars where links begin.
  init(_ line: String) {
    let text = String(line.drop { $0 == ":" })
    date = DateText.first(in: text)
    author = Self.author(in: text)
    isVersionOrAge = Self.isVersionOrAge(text)
    isOpening = Self.afterOpening(text)?.isEmpty == true && text.count > 1
  }

  private static func author(in text: String) -> String? {
    let parts = parts(of: text)
    for (index, part) in parts.enumerated() {
      if let name = named(part) { return name }
      if let rest = afterOpening(part), rest.isEmpty, index + 1 < parts.count {
        return PersonName.names(parts[index + 1])
      }
    }
    guard parts.count > 1, parts.contains(where: { DateText.first(in: $0) != nil }) else {
      return nil
    }
    return parts.first { PersonName.isFullName($0) }
  }

  /// "Version 2.1", "Release:", "Updated 2h ago".
  private static func isVersionOrAge(_ text: String) -> Bool {
    let words = Phrase(text).words
    guard let first = words.first, words.count <= 6 else { return false }
    let hasNumber = words.contains { $0.contains(where: \.isNumber) }
    if Phrasebook.shared.versions.contains(first) {
      return hasNumber || words.count == 1 && text.last == ":"
    }
    return hasNumber && words.contains(where: Phrasebook.shared.ago.contains)
  }

  /// The parts between bars, dots, dashes and wide gaps.
  private static func parts(of text: String) -> [String] {
    let marked = text.replacing("  ", with: " | ").replacing("\u{3000}", with: " | ")
    return marked.split(separator: " ")
      .split { $0.unicodeScalars.allSatisfy { "|·•–—/-‧".unicodeScalars.contains($0) } }
      .map { $0.joined(separator: " ") }
  }

  /// The name before a mail address, or after a word such as "By".
  private static func named(_ part: String) -> String? {
    let words = part.split(separator: " ").map(String.init)
    if let mail = words.firstIndex(where: { $0.contains("@") && "<(".contains($0.first ?? " ") }) {
      return PersonName.names(words[..<mail].joined(separator: " "))
    }
    if let rest = afterOpening(part) { return rest.isEmpty ? nil : PersonName.names(rest) }
    // "Modified: Nov 18, 2022 by Ada Lovelace"
    guard
      let by = words.lastIndex(where: { ["by", "von", "par", "por"].contains($0.lowercased()) }),
      by > 0,
      DateText.first(in: part) != nil
    else { return nil }
    return PersonName.names(words[(by + 1)...].joined(separator: " "))
  }

  /// What stands after a word that announces an author; nil where there is no such word.
  private static func afterOpening(_ part: String) -> String? {
    if let colon = part.firstIndex(where: { $0 == ":" || $0 == "：" || $0 == "／" }) {
      guard Phrasebook.shared.authors.contains(Phrase(String(part[..<colon])).text) else {
        return nil
      }
      return String(part[part.index(after: colon)...]).trimmed(" ")
    }
    let words = part.split(separator: " ").map(String.init)
    for length in [3, 2, 1] where words.count >= length {
      let opening = Phrase(words.prefix(length).joined(separator: " ")).text
      if Phrasebook.shared.authors.contains(opening) {
        return words.dropFirst(length).joined(separator: " ")
      }
    }
    return nil
  }
}
