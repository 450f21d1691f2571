/// Headers before a text: of mail and news, or `Title: …` lines.
enum HeaderFormat {
  static func read(_ page: Page) {
    var start = page.lines.startIndex
    for _ in 0..<3 {
      guard let first = page.lines[start...].indices.first(where: { !page.isTaken($0) }) else {
        return
      }
      if readStanza(first, in: page) { return }
      start = page.lines[first...].firstIndex(where: \.isBlank) ?? page.lines.count
      guard start < page.lines.count, page.lines[first..<start].allSatisfy({ $0.terms < 9 }) else {
        return
      }
    }
  }

  /// Takes the stanza that begins with the line if it is a header.
  private static func readStanza(_ start: Int, in page: Page) -> Bool {
    var first = start
    if page.text(first).starts(with: "From ".utf8), DateText.first(in: page.string(first)) != nil {
      first += 1
    }
    let end = page.lines[first...].firstIndex(where: \.isBlank) ?? page.lines.count
    guard page.isFree(start..<end), let fields = fields(first..<end, of: page), isHeader(fields)
    else { return false }
    if first > start { page.claim(start..<first, as: .furniture, reason: .header) }
    for field in fields { claim(field, in: page) }
    page.isMessage = fields.contains { $0.header.key == "from" || $0.header.key == "message-id" }
    return true
  }

  /// A key with its value and the lines that continue it.
  struct Field {
    let header: HeaderLine
    var lines: Range<Int>
  }

  /// The fields of the lines; nil if a line is neither a field nor a continuation.
  private static func fields(_ lines: Range<Int>, of page: Page) -> [Field]? {
    guard lines.count <= 200 else { return nil }
    var fields: [Field] = []
    for line in lines {
      if let first = fields.first,
        page.lines[line].indent > page.lines[first.lines.lowerBound].indent,
        HeaderLine(line, of: page)?.meaning == nil
      {
        fields[fields.count - 1].lines = fields[fields.count - 1].lines.lowerBound..<line + 1
      } else if let header = HeaderLine(line, of: page) {
        fields.append(Field(header: header, lines: line..<line + 1))
      } else {
        return nil
      }
    }
    return fields
  }

  /// Most keys are known, and one of them is a title, a sender or a date; or all are technical.
  private static func isHeader(_ fields: [Field]) -> Bool {
    let known = fields.count { $0.header.meaning != nil }
    guard known * 2 >= fields.count, let first = fields.first?.header.meaning else { return false }
    if fields.allSatisfy({ $0.header.meaning == .technical && $0.header.key.contains("-") }) {
      return true
    }
    let isTelling = fields.contains {
      $0.header.meaning?.isTelling == true && !$0.header.value.isEmpty
    }
    return isTelling && (known > 1 || first == .title || first == .subject)
  }

  static func claim(_ field: Field, in page: Page) {
    let (kind, value) = (kind(of: field.header.meaning), value(of: field, in: page))
    record(field.header.meaning, value, in: page)
    let reason = field.header.meaning == .subject ? Reason.subject : .header
    var draft = page.draft(field.lines, kind, reason: reason)
    if kind == .title { draft.block.slices[0].source = field.header.value }
    draft.isSettled = true
    page.claim(draft)
  }

  private static func kind(of meaning: Lexicon.Key?) -> Block.Kind {
    switch meaning {
    case .title, .subject: .title
    case .author, .date, .address, .tags, .summary, nil: .byline
    case .language, .technical: .furniture
    }
  }

  private static func value(of field: Field, in page: Page) -> String {
    let rest = field.lines.dropFirst().map { page.string($0) }
    let first = String(decoding: page.bytes[field.header.value], as: UTF8.self)
    return ([first] + rest).joined(separator: " ")
  }

  /// Keeps what the field says of the text; the first of its kind counts.
  static func record(_ meaning: Lexicon.Key?, _ value: String, in page: Page) {
    guard !value.isEmpty else { return }
    switch meaning {
    case .title, .subject: page.metadata.title = page.metadata.title ?? MailText.subject(value)
    case .author: page.metadata.author = page.metadata.author ?? MailText.names(value)
    case .date:
      page.metadata.date = page.metadata.date ?? DateText.first(in: value) ?? DateText.year(value)
    case .address: page.metadata.address = page.metadata.address ?? MailText.address(value)
    case .tags: page.metadata.tags += MailText.list(value)
    case .language: page.metadata.language = page.metadata.language ?? Language(stated: value)
    case .summary, .technical, nil: break
    }
  }
}
