/// The steps from bytes to blocks: formats that say what they are, forms of lines, parts of a text.
enum Analysis {
  static func page(of source: Source, name: String, recurring: Set<[UInt8]>) -> Page {
    let page = Page(source.bytes, name: name, recurring: recurring)
    readFormats(page, isHead: source.start == 0, isTail: source.isTail)
    StanzaReader.read(page)
    page.drafts.sort { $0.block.lines.lowerBound < $1.block.lines.lowerBound }
    page.drafts = PageJoints.joined(page.drafts, of: page)
    Roles.assign(page, isHead: source.start == 0)
    count(page)
    return page
  }

  private static func readFormats(_ page: Page, isHead: Bool, isTail: Bool) {
    if isHead {
      FrontMatter.read(page)
      HeaderFormat.read(page)
      Ebook.read(page)
      ManualPage.read(page)
      ReportHead.read(page)
    }
    Markdown.read(page)
    if page.isMarkdown { return }
    PageBreaks.read(page)
    Markup.read(page)
    if isTail {
      LinkReferences.read(page)
      Signature.read(page)
    }
  }

  private static func count(_ page: Page) {
    let count = WordCount(page.drafts, of: page)
    page.metadata.words = count.total
    page.metadata.minutes = count.minutes
    page.metadata.ideographs = count.ideographs
  }
}

extension Source {
  /// Whether the text ends here.
  fileprivate var isTail: Bool { start + bytes.count >= total }
}
