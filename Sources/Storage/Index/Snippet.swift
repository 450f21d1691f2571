import Articles
import Typesetting

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

  /// The paragraph with most of the phrases, from a little before the first of them; where there
  /// is none, the beginning of the text.
  package init(of document: Document, showing phrases: [SearchPhrase]) {
    var best: (bytes: [UInt8], matches: [Range<Int>], phrases: Int)?
    for block in document.blocks where block.kind != .furniture && block.kind != .title {
      let bytes = document.text(of: block).bytes
      let found = phrases.map { $0.ranges(in: bytes) }.filter { !$0.isEmpty }
      if best == nil || found.count > best?.phrases ?? 0 {
        best = (bytes, found.flatMap { $0 }.sorted { $0.lowerBound < $1.lowerBound }, found.count)
      }
      if found.count == phrases.count { break }
    }
    parts = best.map { Snippet.cut($0.bytes, matches: $0.matches) } ?? []
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

  /// On one line.
  private static func part(_ bytes: ArraySlice<UInt8>, isMatch: Bool) -> Part {
    let line = bytes.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") ? space : $0 }
    return Part(text: String(decoding: line, as: UTF8.self), isMatch: isMatch)
  }

  private static let space = UInt8(ascii: " ")

  /// Behind the next space, or where no space is, at the next character.
  private static func wordStart(in bytes: [UInt8], from start: Int, before end: Int) -> Int {
    let range = start..<end
    if let gap = bytes[range].firstIndex(of: space) { return gap + 1 }
    return bytes[range].firstIndex { $0 & 0xC0 != 0x80 } ?? end
  }

  /// Before the last space, or where no space is, before the last character.
  private static func wordEnd(in bytes: [UInt8], upTo end: Int, after start: Int) -> Int {
    let range = min(start + 1, end)..<end
    if let gap = bytes[range].lastIndex(of: space) { return gap }
    return bytes[range].lastIndex { $0 & 0xC0 != 0x80 } ?? end
  }
}
