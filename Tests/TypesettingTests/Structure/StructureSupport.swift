@testable import Typesetting

/// A text and what became of it, in a form that tests can read.
struct Reading {
  let document: Document

  init(_ text: String, name: String = "a.txt") {
    document = Document(Source(Array(text.utf8)), name: name)
  }

  init(_ bytes: [UInt8]) { document = Document(Source(bytes), name: "a.txt") }

  /// One line for each block: its kind, and the level where it tells something.
  var outline: [String] {
    document.blocks.map { block in
      let level = block.kind == .heading || block.kind == .list || block.kind == .quote
      return block.kind.rawValue + (level && block.level > 0 ? " \(block.level)" : "") + ": "
        + text(block)
    }
  }

  var kinds: [Block.Kind] { document.blocks.map(\.kind) }

  func text(_ block: Block) -> String {
    String(decoding: document.text(of: block).bytes, as: UTF8.self)
  }

  /// The kind of the block that has the first line with these words.
  func kind(of words: String) -> Block.Kind? {
    let lines = String(decoding: document.source.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard let line = lines.firstIndex(where: { $0.contains(words) }) else { return nil }
    return document.blocks.first { $0.lines.contains(line + 1) }?.kind
  }
}

/// What holds for every text: each line with something on it belongs to one block, in order.
struct StructureLaws {
  private let document: Document
  private let lines: [ArraySlice<UInt8>]
  private var complaints: [String] = []

  /// What is wrong with the document; empty for a right one.
  static func broken(by document: Document) -> [String] {
    var laws = StructureLaws(document)
    laws.checkSlices()
    laws.checkOwners()
    laws.checkOrder()
    return laws.complaints
  }

  private init(_ document: Document) {
    self.document = document
    lines = document.source.bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  private mutating func require(_ holds: Bool, _ complaint: String) {
    if !holds { complaints.append(complaint) }
  }

  private mutating func checkSlices() {
    for block in document.blocks {
      var last = Slice(line: block.lines.lowerBound, source: 0..<0)
      for slice in block.slices {
        let isInOrder =
          slice.line >= last.line && slice.source.lowerBound >= last.source.upperBound
        require(isInOrder && block.lines.contains(slice.line), "order in \(block.lines)")
        last = slice
        let line = lines[min(max(slice.line - 1, 0), lines.count - 1)]
        let isInside =
          line.startIndex <= slice.source.lowerBound && slice.source.upperBound <= line.endIndex
        require(isInside, "slice outside line \(slice.line)")
      }
    }
  }

  private mutating func checkOwners() {
    var owners: [Int: Int] = [:]
    for (index, block) in document.blocks.enumerated() {
      for slice in block.slices {
        require(owners[slice.line] ?? index == index, "line \(slice.line) in two blocks")
        owners[slice.line] = index
      }
    }
    for (number, line) in zip(1..., lines) where !Self.isBlank(line) {
      let first = document.blocks.firstIndex { $0.lines.contains(number) }
      require(first != nil, "line \(number) in no block")
      require(owners[number] ?? first == first, "line \(number) claimed before its block")
    }
  }

  private mutating func checkOrder() {
    let firsts = document.blocks.filter { $0.reason != .pageBreak }.map(\.lines.lowerBound)
    require(zip(firsts, firsts.dropFirst()).allSatisfy { $0 < $1 }, "blocks out of order")
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    String(decoding: line, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || (0x1C...0x1F).contains($0.value)
    }
  }
}
