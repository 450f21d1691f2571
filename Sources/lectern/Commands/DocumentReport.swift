import Typesetting

/// What `show --format json` says of a text.
struct DocumentReport: Encodable {
  struct Piece: Encodable {
    let kind: String
    let lines: [Int]
    let text: String
    let level: Int
  }

  let path: String
  let title: String?
  let author: String?
  let date: String?
  let url: String?
  let words: Int
  let minutes: Int
  let encoding: String
  let confidence: Double
  let blocks: [Piece]

  /// What is not known is said to be null.
  func encode(to encoder: any Encoder) throws {
    var report = encoder.container(keyedBy: CodingKeys.self)
    try report.encode(path, forKey: .path)
    for (key, value) in [(CodingKeys.title, title), (.author, author), (.date, date), (.url, url)] {
      try report.encode(value, forKey: key)
    }
    try report.encode(words, forKey: .words)
    try report.encode(minutes, forKey: .minutes)
    try report.encode(encoding, forKey: .encoding)
    try report.encode(confidence, forKey: .confidence)
    try report.encode(blocks, forKey: .blocks)
  }

  private enum CodingKeys: String, CodingKey {
    case path, title, author, date, url, words, minutes, encoding, confidence, blocks
  }

  init(_ document: Document, path: String) {
    let metadata = document.metadata
    self.path = path
    title = metadata.title
    author = metadata.author
    date = metadata.date
    url = metadata.address
    words = metadata.words
    minutes = metadata.minutes
    encoding = document.source.encoding.name
    confidence = document.source.encoding.confidence
    let claimed = Set(document.blocks.flatMap { $0.slices.map(\.line) })
    blocks = document.blocks.flatMap { block in
      DocumentReport.parts(of: block, claimed: claimed).map { part in
        Piece(
          kind: part.kind.rawValue, lines: [part.lines.lowerBound, part.lines.upperBound],
          text: String(decoding: document.text(of: part).bytes, as: UTF8.self), level: part.level)
      }
    }
  }

  /// A paragraph that page furniture cuts is reported in parts, so that each line of the source
  /// belongs to one block. Lines that only decorate (an underline, a fence) go with what is beside.
  private static func parts(of block: Block, claimed: Set<Int>) -> [Block] {
    var parts: [Block] = []
    for slice in block.slices {
      if let last = parts.last?.slices.last,
        !((last.line + 1)..<max(slice.line, last.line + 1)).contains(where: claimed.contains)
      {
        parts[parts.count - 1].slices.append(slice)
        parts[parts.count - 1].lines = parts[parts.count - 1].lines.lowerBound...slice.line
      } else {
        var part = block
        part.slices = [slice]
        part.lines = slice.line...slice.line
        parts.append(part)
      }
    }
    guard !parts.isEmpty else { return [block] }
    parts[0].lines = block.lines.lowerBound...parts[0].lines.upperBound
    let last = parts.count - 1
    parts[last].lines = parts[last].lines.lowerBound...block.lines.upperBound
    return parts
  }
}
