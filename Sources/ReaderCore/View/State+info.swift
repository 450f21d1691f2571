import Articles
import Screen
import Typesetting

// What is known of the text, and how it was found out.
extension State {
  /// Names on the left, what is known on the right.
  var infoLines: [Line] {
    infoRows.flatMap { name, value in
      entry(
        Line(SafeText(" " + name).fitted(to: 11), style: .dim), SafeText(value), style: .plain,
        columns: size.columns)
    }
  }

  private var infoRows: [(String, String)] {
    guard let path = reading.path else { return [] }
    let marks = marks[path]
    let problem = reading.problem.map { [("Error", Wording.failure($0))] } ?? []
    let copies = list.index(of: path).map { Array(list.copies.others(of: $0)) } ?? []
    let paths = copies.map { list.articles[$0].path }.sorted()
    let places = paths.map { ("Same text", $0.displayString) }
    return [("Path", path.displayString)] + places + problem
      + (reading.document.map { documentInfo($0, path) } ?? []) + [
        ("State", marks.state.rawValue + (marks.isStarred ? ", starred" : "")),
        ("Tags", marks.tagNames.isEmpty ? Wording.noTags : marks.tagNames.joined(separator: " ")),
        ("Progress", "\(Int((marks.progress * 100).rounded(.down))) %"),
      ]
  }

  private func documentInfo(_ document: Document, _ path: ArticlePath) -> [(String, String)] {
    let origins = Origins(document)
    let metadata = document.metadata
    let known = metadata.title ?? list[path]?.summary?.title
    let title = known.flatMap { $0.isEmpty ? nil : Wording.told($0, by: origins.title) }
    let told = [
      ("Author", metadata.author.map { Wording.told($0, by: origins.author) }),
      ("Date", metadata.date.map { Wording.told($0, by: origins.date) }),
      ("Address", metadata.address),
    ].compactMap { name, value in value.map { (name, $0) } }
    return [("Title", title ?? Wording.titleOfFile(path))] + told + [
      ("Format", Wording.format(of: document)),
      ("Length", Wording.length(of: document)),
    ] + (reading.isPart ? [("Lines", Wording.lines(reading.lineCount))] : []) + [
      ("Encoding", Wording.encoding(document.source)),
      ("Language", Wording.language(reading.language, hyphenation)),
      ("Blocks", Wording.blocks(of: document)),
    ] + furnitureInfo(document) + blockInfo(document)
  }

  private func furnitureInfo(_ document: Document) -> [(String, String)] {
    let lines = document.blocks.filter { $0.kind == .furniture }.reduce(0) { $0 + $1.lines.count }
    guard lines > 0 else { return [] }
    let isShown = arrangement.showsFurniture || arrangement.isOriginal
    return [("Furniture", Wording.furnitureLines(lines, isShown: isShown))]
  }

  /// What the block of the current match, else the first one of the page, was taken for, and why.
  private func blockInfo(_ document: Document) -> [(String, String)] {
    if let match = reading.search?.currentMatch,
      document.blocks.indices.contains(match.block - 1)
    {
      return [("The match", description(document.blocks[match.block - 1], of: document))]
    }
    return topBlock(of: document).map { [("At the top", description($0, of: document))] } ?? []
  }

  private func description(_ block: Block, of document: Document) -> String {
    let counted = reading.lineCount.flatMap { $0.offset == document.source.start ? $0.before : nil }
    return Wording.block(block, before: document.source.start == 0 ? 0 : counted)
  }

  /// At the very start that is the title, wherever it stands in the source.
  private func topBlock(of document: Document) -> Block? {
    guard reading.anchor != nil, let top = reading.lines.first(where: { !$0.source.isEmpty }) else {
      return document.blocks.first { $0.kind == .title } ?? document.blocks.first
    }
    let offset = top.source.lowerBound - document.source.start
    return document.blocks.first { block in
      block.slices.last.map { $0.source.upperBound > offset } ?? false
    }
  }
}

/// Why a document has the title, the author and the date that it has: the evidence for the blocks
/// that state them. Nil where no block does.
private struct Origins {
  let title: Reason?
  let author: Reason?
  let date: Reason?

  init(_ document: Document) {
    let heads = document.blocks.filter { [.title, .byline, .furniture].contains($0.kind) }
    func reason(for text: String?) -> Reason? {
      guard let text, !text.isEmpty else { return nil }
      return heads.first { block in
        String(decoding: document.text(of: block).bytes, as: UTF8.self).contains(text)
      }?.reason
    }
    let metadata = document.metadata
    title = heads.first { $0.kind == .title }?.reason ?? reason(for: metadata.title)
    author = reason(for: metadata.author?.split(separator: ",").first.map(String.init))
    date = reason(for: metadata.date.map { String($0.prefix(4)) })
  }
}
