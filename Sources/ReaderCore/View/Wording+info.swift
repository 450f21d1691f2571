import Articles
import Typesetting

// What is said of a text and of what was found out about it.
extension Wording {
  /// A fact, and the evidence for it.
  static func told(_ text: String, by reason: Reason?) -> String {
    reason.map { "\(text) (\($0.rawValue))" } ?? text
  }

  static func titleOfFile(_ path: ArticlePath) -> String {
    "\(title(ofFile: path)) (the name of the file)"
  }

  static func length(of document: Document) -> String {
    let metadata = document.metadata
    let time = metadata.minutes > 0 ? ["\(minutes(metadata.minutes))"] : []
    let size = "\(document.source.total) bytes"
    let isPart = document.source.bytes.count < document.source.total
    let part = isPart ? ["words and blocks are those of a part of it"] : []
    return ([words(metadata.words)] + time + [size] + part).joined(separator: ", ")
  }

  static func encoding(_ source: Source) -> String {
    let confidence = Int(source.encoding.confidence * 100)
    let name = source.isBinary ? "none: it does not hold text" : source.encoding.name
    return source.isBinary ? name : "\(name) (\(confidence) % sure)"
  }

  /// The language, and what becomes of words at the ends of filled lines.
  static func language(_ language: Language?, _ hyphenation: [Language: Hyphenation]) -> String {
    guard let language else { return "unsure; no word is divided" }
    switch hyphenation[language] {
    case .missing: return "\(language.name); no hyphenation dictionary is installed"
    case .ready: return "\(language.name); words are divided where lines are filled (zj)"
    case .asked, nil: return language.name
    }
  }

  static func blocks(of document: Document) -> String {
    let counted = Dictionary(grouping: document.blocks, by: \.kind).mapValues(\.count)
    let parts = Block.Kind.allCases.compactMap { kind in
      counted[kind].map { "\($0) \(kind.rawValue)" }
    }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }

  static func furnitureLines(_ count: Int, isShown: Bool) -> String {
    let lines = count == 1 ? "1 line" : "\(count) lines"
    return isShown ? "\(lines), shown" : "\(lines), folded (zp shows them)"
  }

  /// The kind, the lines and the evidence.
  /// - Parameter before: the lines of the text before the part that the block is in; nil while they
  ///   are not counted.
  static func block(_ block: Block, before: Int?) -> String {
    let level = block.kind == .heading ? " of level \(block.level)" : ""
    let lines = before.map { before in
      let (first, last) = (before + block.lines.lowerBound, before + block.lines.upperBound)
      return first == last ? ", line \(first)" : ", lines \(first)–\(last)"
    }
    return block.kind.rawValue + level + (lines ?? "") + ": " + block.reason.rawValue
  }

  static func lines(_ count: LineCount?) -> String {
    count.map { "\($0.total)" } ?? "being counted …"
  }

  // MARK: Format

  /// What the text is written as, as far as its own marks say so.
  static func format(of document: Document) -> String {
    guard !document.source.isBinary else { return "no text" }
    let reasons = Set(document.blocks.map(\.reason))
    let found = formats.filter { !reasons.isDisjoint(with: $0.evidence) }.map(\.name)
    return found.isEmpty ? "plain text" : found.joined(separator: ", ")
  }

  private static let formats: [(name: String, evidence: Set<Reason>)] = [
    ("Project Gutenberg book", [.ebook]), ("message of mail or news", [.subject, .listFooter]),
    ("report like an RFC", [.reportHead]), ("page of the manual", [.manual]),
    ("front matter", [.frontMatter]), ("header", [.header]),
    ("light markup such as Markdown", [.markedHeading, .fence]),
    ("printed pages", [.pageBreak]),
  ]
}
