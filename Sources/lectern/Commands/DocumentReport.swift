import Foundation
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
  /// belongs to one block.
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
    return parts.isEmpty ? [block] : parts
  }

  /// JSON that is safe to print on a terminal.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("strings and finite numbers always encode")
    }
    return Output.escaped(json: String(decoding: data, as: UTF8.self))
  }
}
