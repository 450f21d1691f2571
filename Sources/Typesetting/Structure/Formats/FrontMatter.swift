/// YAML or TOML between two marks at the very beginning of a text.
enum FrontMatter {
  static func read(_ page: inout Page) {
    guard let first = page.lines.indices.first(where: { !page.isTaken($0) }), first == 0,
      let mark = mark(0, of: page), let end = end(mark, of: page)
    else { return }
    claim(0, in: &page)
    var list: Lexicon.Key?
    for line in 1..<end where !page.lines[line].isBlank {
      list = readLine(line, list: list, separator: mark == "+++" ? "=" : ":", in: &page)
    }
    claim(end, in: &page)
  }

  private static func mark(_ line: Int, of page: Page) -> String? {
    let text = page.string(line)
    return text == "---" || text == "+++" ? text : nil
  }

  /// The closing mark; all lines before it are keys, lists, comments or set in.
  private static func end(_ mark: String, of page: Page) -> Int? {
    let end = page.lines.indices.dropFirst().prefix(200).first {
      page.string($0) == mark || mark == "---" && page.string($0) == "..."
    }
    guard let end, end > 1 else { return nil }
    let separator = mark == "+++" ? "=" : ":"
    let isFront = (1..<end).allSatisfy { line in
      let text = page.text(line)
      return page.lines[line].isBlank || page.lines[line].indent > 0
        || text.contains(UInt8(ascii: separator == "=" ? "=" : ":"))
        || text.starts(with: "- ".utf8) || text.first == UInt8(ascii: "#")
    }
    return isFront ? end : nil
  }

  private static func claim(_ line: Int, in page: inout Page, as kind: Block.Kind = .furniture) {
    var draft = page.draft(line..<line + 1, kind, reason: .frontMatter)
    draft.isSettled = true
    page.claim(draft)
  }

  /// Records one line and tells which key a list below it belongs to.
  private static func readLine(
    _ line: Int, list: Lexicon.Key?, separator: Character, in page: inout Page
  ) -> Lexicon.Key? {
    let text = page.string(line)
    if text.hasPrefix("- "), let list {
      recordItem(list, MailText.unquoted(String(text.dropFirst(2))), in: &page)
      claim(line, in: &page)
      return list
    }
    guard page.lines[line].indent == 0, let split = text.firstIndex(of: separator) else {
      claim(line, in: &page)
      return list
    }
    let key = text[..<split].trimmed.lowercased()
    let value = MailText.unquoted(String(text[text.index(after: split)...]))
    let meaning = Phrasebook.shared.keys[key]
    HeaderFormat.record(meaning == .summary ? nil : meaning, value, in: &page)
    claim(line, in: &page, as: kind(of: meaning, isEmpty: value.isEmpty))
    return value.isEmpty ? meaning : nil
  }

  private static func recordItem(_ key: Lexicon.Key, _ value: String, in page: inout Page) {
    switch key {
    case .author: page.metadata.author = page.metadata.author.map { $0 + ", " + value } ?? value
    case .tags: page.metadata.tags.append(value)
    default: break
    }
  }

  private static func kind(of meaning: Lexicon.Key?, isEmpty: Bool) -> Block.Kind {
    switch meaning {
    case .title where !isEmpty: .title
    case .author, .date: .byline
    default: .furniture
    }
  }
}

extension Substring {
  fileprivate var trimmed: String { String(self).trimmed(" \t") }
}
