/// Text of light markup as it reads: links by their words, without pictures and emphasis.
enum MarkupText {
  /// `[Words](address)` gives the words, `![picture](address)` nothing; `**` and backticks go.
  static func plain(_ text: String) -> String {
    // Few texts have a bracket at all, and looking for one byte is quick.
    guard text.utf8.contains(UInt8(ascii: "]")), text.contains("](") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      let isPicture = rest[..<open].last == "!"
      result += isPicture ? rest[..<open].dropLast() : rest[..<open]
      guard let link = Link(rest[open...]) else {
        result += "["
        rest = rest[rest.index(after: open)...]
        continue
      }
      if !isPicture { result += plain(String(link.words)) }
      rest = rest[link.end...]
    }
    result += rest
    return result.split(separator: " ").filter { $0 != "·" }.joined(separator: " ").trimmed("*`")
  }

  /// The link at the beginning of a text.
  private struct Link {
    let words: Substring
    let end: Substring.Index

    init?(_ text: Substring) {
      guard let close = Self.closing(text),
        let middle = text.index(close, offsetBy: 1, limitedBy: text.endIndex),
        middle < text.endIndex, text[middle] == "(", let end = text[middle...].firstIndex(of: ")")
      else { return nil }
      words = text[text.index(after: text.startIndex)..<close]
      self.end = text.index(after: end)
    }

    /// The bracket that closes the first one.
    private static func closing(_ text: Substring) -> Substring.Index? {
      var depth = 0
      for index in text.indices {
        if text[index] == "[" { depth += 1 } else if text[index] == "]" { depth -= 1 }
        if depth == 0 { return index }
      }
      return nil
    }
  }
}
