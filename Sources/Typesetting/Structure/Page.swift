/// A text under analysis: its lines, and the blocks found so far. What reads it shares it.
final class Page {
  let bytes: [UInt8]
  let lines: [Line]
  let shape: Shape
  /// The file's name in lower case, for its extension.
  let name: String
  /// Lines that stand in other texts of the library too.
  let recurring: Set<[UInt8]>
  /// In the order of the text once `sort` was called.
  var drafts: [Draft] = []
  var metadata = Metadata()
  /// What inline markup sets apart, in the order of the text.
  var inlines: [InlineRun] = []
  /// What entities of markup stand for, in UTF-8, by where they begin; each has a slice of its own.
  var references: [Int: [UInt8]] = [:]
  /// Links that markup makes, in the order of the text, not numbered yet.
  var links: [Link] = []
  /// Whether it is a message of mail or news.
  var isMessage = false
  /// Whether it is written in a light markup, in which only blank lines end a paragraph.
  var isMarkup = false
  /// Whether it is Markdown, which says what is a heading and what is code.
  var isMarkdown = false
  private var isClaimed: [Bool]

  init(_ bytes: [UInt8], name: String, recurring: Set<[UInt8]>) {
    self.bytes = bytes
    self.recurring = recurring
    self.name = name.lowercased()
    lines = LineScanner.lines(of: bytes)
    shape = Shape(lines, of: bytes)
    isClaimed = lines.map(\.isBlank)
  }

  /// Whether the line is blank or belongs to a block already.
  func isTaken(_ line: Int) -> Bool { isClaimed[line] }

  /// Whether none of the lines that are not blank belongs to a block.
  func isFree(_ range: Range<Int>) -> Bool {
    range.allSatisfy { !isClaimed[$0] || lines[$0].isBlank }
  }

  /// Gives the lines, which nobody has, to a block.
  func claim(_ draft: Draft) {
    claim(lines: draft.lines)
    drafts.append(draft)
  }

  /// Says that the lines belong to a block, which will be among the drafts.
  func claim(lines: Range<Int>) {
    for line in lines { isClaimed[line] = true }
  }

  /// Gives those of the lines that nobody has to blocks of one kind, one for each run.
  func claim(
    _ lines: Range<Int>, as kind: Block.Kind, level: Int = 0, reason: Reason, eachLine: Bool = false
  ) {
    var start = lines.lowerBound
    while start < lines.upperBound {
      guard !isClaimed[start] else {
        start += 1
        continue
      }
      var end = start + 1
      while !eachLine, end < lines.upperBound, !isClaimed[end] { end += 1 }
      claim(draft(start..<end, kind, level: level, reason: reason))
      start = end
    }
  }

  /// A block of these lines, each shown without the white space around it.
  func draft(_ lines: Range<Int>, _ kind: Block.Kind, level: Int = 0, reason: Reason) -> Draft {
    let slices = lines.map { line in
      let shown = self.lines[line]
      let start = kind == .preformatted ? shown.range.lowerBound : shown.content.lowerBound
      return Slice(line: line + 1, source: start..<shown.content.upperBound)
    }
    let numbers = lines.lowerBound + 1...lines.upperBound
    return Draft(Block(kind, level: level, lines: numbers, slices: slices, reason: reason))
  }

  /// Whether the file says by its name that it is Markdown.
  var isNamedMarkdown: Bool {
    [".md", ".markdown", ".md.gz", ".markdown.gz"].contains { name.hasSuffix($0) }
  }

  /// Maximal runs of lines that are not blank and that nobody has.
  var stanzas: [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for line in lines.indices {
      if isClaimed[line] {
        if let begun = start { result.append(begun..<line) }
        start = nil
      } else if start == nil {
        start = line
      }
    }
    if let begun = start { result.append(begun..<lines.count) }
    return result
  }
}
