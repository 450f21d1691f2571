/// The steps from bytes to blocks: formats that say what they are, forms of lines, parts of a text.
enum Analysis {
  static func page(of source: Source, name: String) -> Page {
    var page = Page(source.bytes, name: name)
    if source.start == 0 { readHead(&page) }
    PageBreaks.read(&page)
    Markup.read(&page)
    if source.start + source.bytes.count == source.total { LinkReferences.read(&page) }
    StanzaReader.read(&page)
    page.drafts.sort { $0.block.lines.lowerBound < $1.block.lines.lowerBound }
    page.drafts = PageJoints.joined(page.drafts, of: page)
    Roles.assign(&page)
    return page
  }

  /// Formats that begin with the text.
  private static func readHead(_ page: inout Page) {
    FrontMatter.read(&page)
    HeaderFormat.read(&page)
    Ebook.read(&page)
    ManualPage.read(&page)
    ReportHead.read(&page)
  }
}
