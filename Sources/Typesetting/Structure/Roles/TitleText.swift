/// Titles as a person would write them in a list.
enum TitleText {
  /// Two titles that differ only in case, white space or punctuation are one.
  static func key(_ text: String) -> String { key(Phrase(text)) }

  /// The words of a line but a section's number.
  static func key(_ phrase: Phrase) -> String {
    guard phrase.words.count > 1, isNumber(phrase.words[0]) else { return phrase.text }
    return phrase.words.dropFirst().joined(separator: " ")
  }

  /// Digits and points alone, or a letter and digits: `2.3`, `a.1`.
  private static func isNumber(_ word: String) -> Bool {
    let bytes = word.utf8
    return bytes.contains { (0x30...0x39).contains($0) }
      && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  /// Without marks of headings, section numbers and white space around it.
  static func cleaned(_ text: String) -> String {
    let plain = MarkupText.plain(text)
    if isClean(plain) { return plain }
    var words = plain.split(whereSeparator: \.isWhitespace)[...]
    words = withoutLeaders(words)
    while let last = words.last, last.allSatisfy({ "¶#=".contains($0) }) { words.removeLast() }
    while let first = words.first, words.count > 1, isMark(first) { words.removeFirst() }
    var title = words.joined(separator: " ")
    while title.hasSuffix("¶") { title.removeLast() }
    return title
  }

  /// Whether a text in ASCII has letters at both ends, single spaces between words, and a first word
  /// without a point: there is nothing to take from it.
  private static func isClean(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last,
      ByteClass.isLetter(first), ByteClass.isLetter(last)
    else { return false }
    var before = first
    var isFirstWord = true
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F else { return false }
      if byte == 0x20 {
        guard before != 0x20 else { return false }
        isFirstWord = false
      } else if isFirstWord, byte == UInt8(ascii: ".") {
        return false
      }
      before = byte
    }
    return true
  }

  /// Without the leaders and the number of a page that end an entry of a printed table of contents.
  private static func withoutLeaders(_ words: ArraySlice<Substring>) -> ArraySlice<Substring> {
    guard let last = words.last, last.allSatisfy(\.isNumber) else { return words }
    let rest = words.dropLast()
    guard let leader = rest.last, leader.allSatisfy({ $0 == "." }) else { return words }
    return rest.prefix { !$0.allSatisfy { $0 == "." } }
  }

  /// A mark of a heading or a section's number before the title.
  private static func isMark(_ word: Substring) -> Bool {
    if word.allSatisfy({ "#=".contains($0) }) || word.first == "[" && word.last == "]" {
      return true
    }
    guard word.last == ".", word.first?.isNumber == true else { return isSectionNumber(word) }
    return word.dropLast().allSatisfy { $0.isNumber || $0 == "." }
  }

  /// `2.3`, `A.1`: a number of two parts or more.
  private static func isSectionNumber(_ word: Substring) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty
        && (part.allSatisfy(\.isNumber) || part.count == 1 && part.allSatisfy(\.isLetter))
    } && parts.contains { $0.allSatisfy(\.isNumber) }
  }

  private static let separators = [
    " | ", " - ", " – ", " — ", " :: ", " » ", " › ", " « ", " > ", " · ", ": ", " / ", "_", "｜",
    "：",
    " • ",
  ].map { Array($0.utf8) }

  /// The parts of a window's title, of which one is the text's and others are the site's: the text
  /// before and after each separator, and all of it but the first or the last part.
  static func parts(of window: String) -> [String] {
    var parts = [Array(window.utf8)[...]]
    for separator in separators {
      for part in parts.flatMap({ pieces($0, separator) }) where !parts.contains(part) {
        parts.append(part)
      }
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func pieces(_ text: ArraySlice<UInt8>, _ separator: [UInt8]) -> [ArraySlice<UInt8>]
  {
    // The byte that few texts have, of those of a separator.
    let rare = separator.first { $0 != 0x20 } ?? 0x20
    guard text.contains(rare) else { return [] }
    let places = text.indices.filter {
      text[$0] == separator[0] && text[$0...].starts(with: separator)
    }.prefix(5)
    guard let first = places.first, let last = places.last else { return [] }
    let starts = [text.startIndex] + places.map { $0 + separator.count }
    let ends = places + [text.endIndex]
    return zip(starts, ends).filter { $0 < $1 }.map { text[$0..<$1] }
      + [text[..<last], text[(first + separator.count)...]]
  }
}
