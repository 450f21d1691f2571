/// Pages of the manual: `NAME(1)   Title   NAME(1)` at the head and the foot.
enum ManualPage {
  static func read(_ page: Page) {
    guard let head = page.lines.indices.first(where: { !page.lines[$0].isBlank }),
      let name = name(head, of: page), page.text(head).hasSuffix(name),
      page.lines[head].widestGap > 2
        || page.lines[head].gaps > 0
    else { return }
    claim(head, .title, in: page)
    page.metadata.title = title(name, of: page)
    if let foot = page.lines.lastIndex(where: { !$0.isBlank }), foot > head,
      isFoot(foot, name, of: page)
    {
      page.metadata.date = DateText.first(in: page.string(foot))
      claim(foot, .furniture, in: page)
    }
    page.metadata.author = author(of: page)
  }

  /// The first word of the line if it is a name and a section: `ls(1)`.
  private static func name(_ line: Int, of page: Page) -> ArraySlice<UInt8>? {
    let word = page.text(line).prefix { $0 > 0x20 }
    guard word.last == UInt8(ascii: ")"), let open = word.lastIndex(of: UInt8(ascii: "(")),
      open > word.startIndex,
      word.endIndex - open <= 8, page.lines[line].words > 1
    else { return nil }
    return (0x30...0x39).contains(word[open + 1]) || word[open + 1] == UInt8(ascii: "n")
      ? word : nil
  }

  private static func isFoot(_ line: Int, _ name: ArraySlice<UInt8>, of page: Page) -> Bool {
    page.lines[line].gaps > 0 && page.lines[line].indent == 0
      && (page.text(line).hasSuffix(name) || DateText.first(in: page.string(line)) != nil)
  }

  private static func claim(_ line: Int, _ kind: Block.Kind, in page: Page) {
    guard !page.isTaken(line) else { return }
    var draft = page.draft(line..<line + 1, kind, reason: .manual)
    draft.isSettled = true
    page.claim(draft)
  }

  /// As the section NAME writes it before the dash, for the head is often in capitals.
  private static func title(_ name: ArraySlice<UInt8>, of page: Page) -> String {
    let word = String(decoding: name.prefix { $0 != UInt8(ascii: "(") }, as: UTF8.self)
    let key = word.lowercased()
    let line = page.lines.indices.prefix(12).dropFirst().first {
      page.lines[$0].indent > 0 && page.string($0).lowercased().hasPrefix(key)
    }
    return line.map { String(page.string($0).prefix(word.count)) } ?? key
  }

  /// "Written by …" in a section about the author.
  private static func author(of page: Page) -> String? {
    for line in page.lines.indices
    where page.lines[line].words > 2 && page.text(line).starts(with: "Written by ".utf8) {
      let end = page.lines[line...].firstIndex(where: \.isBlank) ?? page.lines.count
      let text = (line..<end).prefix(6).map(page.string).joined(separator: " ")
      return PersonName.names(text.dropFirst("Written by ".count).trimmed(". "))
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  func hasSuffix(_ other: ArraySlice<UInt8>) -> Bool { suffix(other.count).elementsEqual(other) }
}
