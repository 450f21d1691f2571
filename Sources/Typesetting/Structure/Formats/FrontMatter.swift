/// YAML or TOML between two marks at the very beginning of a text.
enum FrontMatter {
  /// What stands between a key and its value, and the lines that may close the front matter.
  private struct Syntax {
    let separator: Character
    let closings: Set<String>
  }

  private static let syntaxes = [
    "---": Syntax(separator: ":", closings: ["---", "..."]),
    "+++": Syntax(separator: "=", closings: ["+++"]),
  ]

  static func read(_ page: Page) {
    guard !page.isTaken(0), let syntax = syntaxes[page.string(0)], let end = end(syntax, of: page)
    else { return }
    claim(0, in: page)
    var list: Lexicon.Key?
    for line in 1..<end where !page.lines[line].isBlank {
      list = readLine(line, list: list, separator: syntax.separator, in: page)
    }
    claim(end, in: page)
  }

  /// The closing mark; all lines before it are keys, items, comments or set in.
  private static func end(_ syntax: Syntax, of page: Page) -> Int? {
    let end = page.lines.indices.dropFirst().prefix(200).first {
      syntax.closings.contains(page.string($0))
    }
    guard let end, end > 1 else { return nil }
    let isFront = (1..<end).allSatisfy { line in
      let text = page.string(line)
      return page.lines[line].isBlank || page.lines[line].indent > 0
        || text.contains(syntax.separator) || text.hasPrefix("- ") || text.hasPrefix("#")
    }
    return isFront ? end : nil
  }

  private static func claim(_ line: Int, in page: Page, as kind: Block.Kind = .furniture) {
    var draft = page.draft(line..<line + 1, kind, reason: .frontMatter)
    draft.isSettled = true
    page.claim(draft)
  }

  /// Records one line and tells which key a list below it belongs to.
  private static func readLine(
    _ line: Int, list: Lexicon.Key?, separator: Character, in page: Page
  ) -> Lexicon.Key? {
    let text = page.string(line)
    if text.hasPrefix("- "), let list {
      recordItem(list, MailText.unquoted(String(text.dropFirst(2))), in: page)
      claim(line, in: page)
      return list
    }
    guard page.lines[line].indent == 0, let split = text.firstIndex(of: separator) else {
      claim(line, in: page)
      return list
    }
    let key = text[..<split].trimmed(" \t").lowercased()
    let value = MailText.unquoted(String(text[text.index(after: split)...]))
    let meaning = Phrasebook.shared.keys[key]
    HeaderFormat.record(meaning == .summary ? nil : meaning, value, in: page)
    claim(line, in: page, as: kind(of: meaning, isEmpty: value.isEmpty))
    return value.isEmpty ? meaning : nil
  }

  private static func recordItem(_ key: Lexicon.Key, _ value: String, in page: Page) {
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
