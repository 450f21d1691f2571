/// A first analysis: paragraphs between blank lines, the title, short lines as headings.
struct Analysis {
  private(set) var blocks: [Block] = []
  private(set) var metadata = Metadata()
  private let bytes: [UInt8]

  init(_ source: Source) {
    bytes = source.bytes
    var paragraph: [Slice] = []
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let content = trimmed(line)
      if content.isEmpty {
        close(&paragraph)
      } else {
        paragraph.append(Slice(line: number, source: content))
      }
    }
    close(&paragraph)
    markTitle()
    markHeadings()
    count()
  }

  private func trimmed(_ line: ArraySlice<UInt8>) -> Range<Int> {
    guard let first = line.firstIndex(where: { $0 > 0x20 }),
      let last = line.lastIndex(where: { $0 > 0x20 })
    else { return line.startIndex..<line.startIndex }
    return first..<last + 1
  }

  private mutating func close(_ slices: inout [Slice]) {
    guard let first = slices.first, let last = slices.last else { return }
    blocks.append(Block(.paragraph, lines: first.line...last.line, slices: slices, reason: .prose))
    slices = []
  }

  private func text(_ block: Block) -> String {
    String(decoding: BlockText(block, in: bytes).bytes, as: UTF8.self)
  }

  private mutating func markTitle() {
    guard let head = blocks.first.map(text), !head.isEmpty else { return }
    let repeated = blocks.prefix(4).dropFirst().firstIndex { head.hasSuffix(text($0)) }
    let title = repeated ?? 0
    for index in 0..<title {
      blocks[index].kind = .furniture
      blocks[index].reason = .aboveTitle
    }
    blocks[title].kind = .title
    blocks[title].reason = repeated == nil ? .titleFirst : .titleRepeated
    metadata.title = text(blocks[title])
  }

  private mutating func markHeadings() {
    for index in blocks.indices where blocks[index].kind == .paragraph {
      let range = blocks[index].slices[0].source
      guard blocks[index].slices.count == 1, range.count < 60 else { continue }
      guard !".,;:!?".utf8.contains(bytes[range.upperBound - 1]) else { continue }
      blocks[index].kind = .heading
      blocks[index].level = 1
      blocks[index].reason = .shortLine
    }
  }

  private mutating func count() {
    for block in blocks where block.kind != .furniture {
      metadata.words += text(block).split(separator: " ").count
    }
    metadata.minutes = (metadata.words + 229) / 230
  }
}
