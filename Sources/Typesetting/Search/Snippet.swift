/// A few words of an article that show why it was found. Untrusted text.
package struct Snippet: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package let text: String
    /// Whether it is what was looked for.
    package let isMatch: Bool
  }

  package let parts: [Part]

  package var text: String { parts.map(\.text).joined() }

  /// Bytes that are shown, and those of them before the first match.
  private static let length = 160
  private static let lead = 50

  /// Bytes that are shown from the first match on.
  static let reach = length - lead

  /// Where most of the phrases stand together, from a little before the first of them; where there
  /// is none, the beginning of the text.
  package init(of text: SearchableText, showing phrases: [SearchPhrase]) {
    self.init(of: text, at: SearchPlace(of: phrases, in: text))
  }

  /// - Parameter place: one of the same text; nil for its beginning.
  package init(of text: SearchableText, at place: SearchPlace?) {
    parts = Snippet.cut(text.bytes, matches: place?.ranges ?? [])
  }

  /// The same for words that were typed in a search.
  package init(of text: SearchableText, typed: String) {
    self.init(of: text, showing: SearchPhrase.phrases(typed: typed))
  }

  private static func cut(_ bytes: [UInt8], matches: [Range<Int>]) -> [Part] {
    let first = matches.first?.lowerBound ?? 0
    let start = first <= lead ? 0 : wordStart(in: bytes, from: first - lead, before: first)
    let wanted = min(start + length, bytes.count)
    let end = wanted == bytes.count ? wanted : wordEnd(in: bytes, upTo: wanted, after: first)
    var parts = start > 0 ? [Part(text: "… ", isMatch: false)] : []
    var done = start
    for match in matches where match.lowerBound >= done && match.upperBound <= end {
      parts.append(part(bytes[done..<match.lowerBound], isMatch: false))
      parts.append(part(bytes[match], isMatch: true))
      done = match.upperBound
    }
    parts.append(part(bytes[done..<max(end, done)], isMatch: false))
    if end < bytes.count { parts.append(Part(text: " …", isMatch: false)) }
    return parts.filter { !$0.text.isEmpty }
  }

  /// On one line, each run of white space being one space.
  private static func part(_ bytes: ArraySlice<UInt8>, isMatch: Bool) -> Part {
    var line: [UInt8] = []
    for byte in bytes where byte > space || line.last != space { line.append(max(byte, space)) }
    return Part(text: String(decoding: line, as: UTF8.self), isMatch: isMatch)
  }

  private static let space = UInt8(ascii: " ")

  /// Behind the next spaces, or where no space is, at the next character.
  private static func wordStart(in bytes: [UInt8], from start: Int, before end: Int) -> Int {
    let range = start..<end
    if let gap = bytes[range].firstIndex(of: space) {
      return bytes[gap..<end].firstIndex { $0 > space } ?? end
    }
    return bytes[range].firstIndex { $0 & 0xC0 != 0x80 } ?? end
  }

  /// Before the last space, or where no space is, before the last character.
  private static func wordEnd(in bytes: [UInt8], upTo end: Int, after start: Int) -> Int {
    let range = min(start + 1, end)..<end
    if let gap = bytes[range].lastIndex(of: space) { return gap }
    return bytes[range].lastIndex { $0 & 0xC0 != 0x80 } ?? end
  }
}
