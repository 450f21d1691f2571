/// Public-domain books with a head and a licence around them, set off by lines of stars:
/// `*** START OF … ***` and `*** END OF … ***`.
enum Ebook {
  static func read(_ page: Page) {
    let marks = page.lines.indices.filter { isMark($0, of: page) }
    if let start = marks.first(where: {
      has("start of", $0, of: page) || has("start*", $0, of: page)
    }) {
      readHead(0..<start, of: page)
      claim(start..<start + 1, in: page)
      readCredits(after: start, in: page)
    }
    if let end = marks.first(where: { has("end of", $0, of: page) }) {
      claim(end..<page.lines.count, in: page)
    }
  }

  private static func isMark(_ line: Int, of page: Page) -> Bool {
    page.first(line) == UInt8(ascii: "*") && page.lines[line].words > 2
      && page.lines[line].columns < 200
      && page.text(line).starts(with: "***".utf8)
  }

  private static func has(_ phrase: String, _ line: Int, of page: Page) -> Bool {
    page.string(line).lowercased().contains(phrase)
  }

  private static func claim(
    _ lines: Range<Int>, in page: Page, as kind: Block.Kind = .furniture
  ) {
    let first = page.drafts.count
    page.claim(lines, as: kind, reason: .ebook)
    for index in page.drafts.indices.dropFirst(first) { page.drafts[index].isSettled = true }
  }

  /// Everything before the text is furniture but the fields that name title and author.
  private static func readHead(_ lines: Range<Int>, of page: Page) {
    var line = lines.lowerBound
    while line < lines.upperBound {
      defer { line += 1 }
      guard !page.isTaken(line), page.lines[line].indent == 0,
        let header = HeaderLine(line, of: page)
      else { continue }
      var end = line + 1
      while end < lines.upperBound, page.lines[end].indent > 0, !page.isTaken(end) { end += 1 }
      switch header.meaning {
      case .title:
        page.metadata.title =
          page.metadata.title ?? String(decoding: page.bytes[header.value], as: UTF8.self)
        claim(line..<end, in: page, as: .title)
      case .author:
        page.metadata.author =
          page.metadata.author
          ?? MailText.names(String(decoding: page.bytes[header.value], as: UTF8.self))
        claim(line..<end, in: page, as: .byline)
      default: break
      }
    }
    claim(lines, in: page)
  }

  /// Who made the text of the book: "Produced by …", "E-text prepared by …".
  private static func readCredits(after start: Int, in page: Page) {
    guard
      let first = page.lines.indices.dropFirst(start + 1).first(where: { !page.lines[$0].isBlank })
    else { return }
    let opening = Phrase(page.string(first)).words.prefix(3)
    guard opening.count == 3,
      ["produced by", "e-text prepared", "etext prepared", "transcribed from", "prepared by"]
        .contains(opening.prefix(2).joined(separator: " "))
    else { return }
    let end = page.lines[first...].firstIndex(where: \.isBlank) ?? page.lines.count
    claim(first..<end, in: page)
  }
}
