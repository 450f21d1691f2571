/// Values of header fields as a person would write them.
enum MailText {
  /// The subject without "Re:" and without the quotes of a front matter.
  static func subject(_ value: String) -> String {
    var text = unquoted(value)
    while let colon = text.firstIndex(of: ":"),
      ["re", "fwd", "fw", "aw", "wg", "sv", "tr", "rv"].contains(text[..<colon].lowercased())
    {
      text = String(text[text.index(after: colon)...].drop(while: \.isWhitespace))
    }
    return withoutListTag(text)
  }

  /// Without the name of a mailing list in brackets; `[ANNOUNCE]` and `[PATCH 1/2]` stay.
  private static func withoutListTag(_ text: String) -> String {
    guard text.first == "[", let close = text.firstIndex(of: "]") else { return text }
    let tag = text[..<close].dropFirst()
    guard !tag.contains(" "), tag.contains(where: \.isLowercase) else { return text }
    let rest = String(text[text.index(after: close)...]).trimmed(" ")
    return rest.isEmpty ? text : rest
  }

  /// The names in a list of senders, without their addresses: `Ada L <ada@x>, b@y (Bob B)`.
  static func names(_ value: String) -> String? {
    let names = list(value).map(name).filter { !$0.isEmpty }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private static func name(_ sender: String) -> String {
    if let open = sender.firstIndex(of: "<") {
      let name = unquoted(String(sender[..<open]))
      return name.isEmpty ? String(sender[sender.index(after: open)...].prefix { $0 != ">" }) : name
    }
    if let open = sender.firstIndex(of: "("), let close = sender.lastIndex(of: ")"), open < close,
      sender[..<open].contains("@")
    {
      return String(sender[sender.index(after: open)..<close])
    }
    return unquoted(sender)
  }

  /// The first web address in the value.
  static func address(_ value: String) -> String? {
    value.split(whereSeparator: { $0.isWhitespace || "<>\"".contains($0) }).map(String.init)
      .first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
  }

  /// The parts of `[a, b]` or `a, b; c`, without quotes.
  static func list(_ value: String) -> [String] {
    value.trimmed("[]").split(whereSeparator: { ",;".contains($0) })
      .map { unquoted(String($0)) }.filter { !$0.isEmpty }
  }

  static func unquoted(_ value: String) -> String {
    let text = value.trimmed(" \t")
    guard text.count > 1, let quote = text.first, "\"'".contains(quote), text.last == quote else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }
}

extension StringProtocol {
  /// The text without any of these characters at its ends.
  func trimmed(_ characters: String) -> String {
    let rest = drop { characters.contains($0) }
    guard let last = rest.lastIndex(where: { !characters.contains($0) }) else { return "" }
    return String(rest[...last])
  }
}
