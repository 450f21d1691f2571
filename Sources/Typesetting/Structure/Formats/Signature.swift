/// What mail programs and mailing lists put below a message.
enum Signature {
  static func read(_ page: Page) {
    guard let last = page.lines.lastIndex(where: { !$0.isBlank }) else { return }
    var end = last + 1
    if page.isMessage, let footer = footer(before: end, of: page) {
      claim(footer..<end, .furniture, .listFooter, in: page)
      end = footer
    }
    if let mark = mark(before: end, of: page) { claim(mark..<end, .byline, .signature, in: page) }
  }

  /// The line `-- ` above at most ten lines, which are the signature.
  private static func mark(before end: Int, of page: Page) -> Int? {
    page.lines.indices.prefix(end).suffix(11).last { line in
      page.text(line).elementsEqual("--".utf8) && page.bytes[page.lines[line].range].count <= 3
        && page.lines[line].indent == 0
    }
  }

  /// A drawn line above at most five lines, one of which is an address.
  private static func footer(before end: Int, of page: Page) -> Int? {
    let rule = page.lines.indices.prefix(end).suffix(7).first { line in
      page.lines[line].columns > 20 && Rule.mark(line, of: page) != nil
    }
    guard let rule, (rule..<end).contains(where: { hasAddress($0, of: page) }) else { return nil }
    return rule
  }

  private static func hasAddress(_ line: Int, of page: Page) -> Bool {
    let text = page.string(line)
    return text.contains("://") || text.contains("@")
  }

  private static func claim(
    _ lines: Range<Int>, _ kind: Block.Kind, _ reason: Reason, in page: Page
  ) {
    for line in lines where !page.isTaken(line) {
      var draft = page.draft(line..<line + 1, kind, reason: reason)
      draft.isSettled = true
      page.claim(draft)
    }
  }
}
