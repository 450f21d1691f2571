/// A text and what it is made of.
package struct Document: Sendable {
  package let source: Source
  /// In the order of the text; page furniture inside a paragraph stands before that paragraph.
  package let blocks: [Block]
  package let metadata: Metadata
  /// What inline markup sets apart, in the order of the text.
  package let inlines: [InlineRun]
  /// What entities of markup stand for, in UTF-8, by where they begin; each has a slice of its own.
  let references: [Int: [UInt8]]
  /// The links that markup makes, in the order of the text, not numbered yet.
  let markedLinks: [Link]

  /// Analyses a text; a binary file has no blocks.
  /// - Parameters:
  ///   - name: the file's name, for its extension (".md").
  ///   - recurring: lines that stand in several texts of the library, without the white space
  ///     around them: evidence that they belong to the pages, not to the texts.
  package init(_ source: Source, name: String, recurring: Set<[UInt8]> = []) {
    self.source = source
    guard !source.isBinary else {
      blocks = []
      metadata = Metadata()
      inlines = []
      references = [:]
      markedLinks = []
      return
    }
    let page = Analysis.page(of: source, name: name, recurring: recurring)
    blocks = page.drafts.map(\.block)
    metadata = page.metadata
    inlines = page.inlines
    references = page.references
    markedLinks = page.links
  }

  /// A text whose blocks are known.
  package init(_ source: Source, blocks: [Block], metadata: Metadata = Metadata()) {
    self.source = source
    self.blocks = blocks
    self.metadata = metadata
    inlines = []
    references = [:]
    markedLinks = []
  }

  /// Makes ready what the first analysis and the first page need and all others share: the lexicons,
  /// and ICU's line breaks.
  package static func prepare() {
    _ = Phrasebook.shared
    _ = Array("a b".utf8).withUnsafeBufferPointer { Boundaries.lines.offsets(in: $0) }
  }

  /// The joined text of one of the blocks.
  package func text(of block: Block) -> BlockText {
    BlockText(block, in: source.bytes, references: references)
  }

  /// The lines that stand alone and are short, as those around the text of a page are; the first and
  /// the last of them.
  package var loneLines: [[UInt8]] {
    let lines = blocks.lazy.filter { block in
      block.lineCount == 1 && ![.title, .list, .quote, .preformatted].contains(block.kind)
    }.compactMap { $0.slices.first?.source }.filter { $0.count <= Document.longestLone }
    let ends =
      lines.count <= 2 * Document.mostLone
      ? Array(lines) : lines.prefix(Document.mostLone) + lines.suffix(Document.mostLone)
    return ends.map { Array(source.bytes[$0]) }
  }

  private static let longestLone = 120
  private static let mostLone = 20

  /// The one part of a block that is shown as it stands in the source, if it is one.
  func soleSlice(of block: Block) -> Slice? {
    guard let slice = block.slices.first, block.slices.count == 1 else { return nil }
    return references[slice.source.lowerBound] == nil ? slice : nil
  }
}
