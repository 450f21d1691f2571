/// Files of Markdown: CommonMark's blocks and inline markup as cmark understands them, and tables.
///
/// A line that cmark gives to no block is text, unless it defines where a link leads.
struct Markdown {
  let page: Page
  var texts = MarkdownTexts()
  /// The drafts of `texts`, in the same order; nil for a text of which only the links are wanted.
  var marked: [(draft: Draft, breaks: Set<Int>)?] = []
  /// Lines that say where named links lead, without what stands before them.
  private var definitions: [UInt8] = []

  /// More than so many containers one in another make cmark slow, and are no text.
  private static let deepest = 100

  /// Takes all lines that nobody has, if the file is of Markdown.
  static func read(_ page: Page) {
    guard page.isNamedMarkdown, page.bytes.count < 1 << 30, !isTooDeep(page) else { return }
    var markdown = Markdown(page: page)
    markdown.read()
    page.isMarkdown = true
  }

  /// Whether a line opens more containers than any author does.
  private static func isTooDeep(_ page: Page) -> Bool {
    page.lines.contains { line in
      line.words > deepest / 2
        && page.bytes[line.content].prefix { $0 < 0x40 }.count {
          ">-+*.)".utf8.contains($0)
        } > deepest
    }
  }

  private init(page: Page) { self.page = page }

  private mutating func read() {
    let leaves = CommonMark.parse(input) { MarkdownLeaves.leaves(of: $0, in: page) } ?? []
    for leaf in leaves { take(leaf) }
    takeRest()
    let read = texts.read(definitions: definitions)
    for (marked, text) in zip(marked, read) {
      page.links += text?.links ?? []
      if let marked { add(marked.draft, text, breaks: marked.breaks) }
    }
    page.inlines.sort { $0.source.lowerBound < $1.source.lowerBound }
  }

  /// The text without the lines that other formats have taken, and without what only cmark takes
  /// for the end of a line.
  private var input: [UInt8] {
    var bytes = page.bytes
    for (index, line) in page.lines.enumerated() {
      if page.isTakenText(index) {
        for offset in line.range { bytes[offset] = 0x20 }
      }
    }
    for index in bytes.indices where bytes[index] == 0 || bytes[index] == 0x0D {
      bytes[index] = bytes[index] == 0 ? 0x01 : 0x20
    }
    return bytes
  }
}

// MARK: - Blocks

extension Markdown {
  private mutating func take(_ leaf: MarkdownLeaf) {
    switch leaf.form {
    case .paragraph: takeParagraph(leaf)
    case .heading(let level): takeHeading(leaf, level: level)
    case .code(let fence): takeCode(leaf, fence: fence)
    case .html(isComment: true): settle(page.draft(leaf.lines, .furniture, reason: .comment))
    case .html(isComment: false): takeHTML(leaf)
    case .item: claim(text(leaf))
    case .rule: claim(page.draft(leaf.lines, .preformatted, reason: .rule))
    }
  }

  /// A paragraph may begin with definitions, and a table may follow without a blank line.
  private mutating func takeParagraph(_ leaf: MarkdownLeaf) {
    var rest = leaf
    while let line = rest.lines.first, isDefinition(content(line, of: rest)) {
      take(definition: line..<line + 1, quotes: leaf.quotes)
      rest.lines = line + 1..<rest.lines.upperBound
    }
    if let table = MarkdownTable.start(in: rest.lines, where: { page.bytes[content($0, of: rest)] })
    {
      takeTable(rest, table..<rest.lines.upperBound)
      rest.lines = rest.lines.lowerBound..<table
    }
    guard !rest.lines.isEmpty else { return }
    mark(text(rest))
  }

  private mutating func takeHeading(_ leaf: MarkdownLeaf, level: Int) {
    var draft = text(leaf)
    if leaf.quotes == 0 {
      draft.block.kind = .heading
      draft.block.level = level
      draft.block.reason = .markedHeading
      draft.block.marker = nil
    }
    if let inner = MarkdownHeading.content(page.bytes[draft.block.slices[0].source]) {
      draft.block.slices[0].source = inner
    } else if leaf.lines.count > 1 {
      draft.block.slices.removeLast()
    }
    if draft.block.slices.allSatisfy(\.source.isEmpty) { return claim(text(leaf)) }
    mark(draft, as: leaf.quotes == 0 ? .heading : .text)
  }

  private mutating func takeCode(_ leaf: MarkdownLeaf, fence: UInt8?) {
    var draft = page.draft(leaf.lines, .preformatted, reason: fence == nil ? .code : .fence)
    draft.block.slices = leaf.lines.map { line in
      Slice(line: line + 1, source: code(line, of: leaf))
    }
    if let fence {
      draft.block.slices.removeFirst()
      if let last = draft.block.slices.last?.source, last.count > 2,
        page.bytes[last].allSatisfy({ $0 == fence || $0 <= 0x20 })
      {
        draft.block.slices.removeLast()
      }
    }
    settle(draft)
  }

  /// A line of code without what its containers and its own indentation put before it.
  private func code(_ line: Int, of leaf: MarkdownLeaf) -> Range<Int> {
    let range = page.lines[line].range
    var start = range.lowerBound
    var marks = 0
    while start < min(range.lowerBound + leaf.column, range.upperBound) {
      if page.bytes[start] == UInt8(ascii: ">"), marks < leaf.quotes {
        marks += 1
      } else if page.bytes[start] > 0x20, line > leaf.lines.lowerBound {
        break
      }
      start += 1
    }
    return start..<max(start, page.lines[line].content.upperBound)
  }

  private mutating func takeTable(_ leaf: MarkdownLeaf, _ lines: Range<Int>) {
    var draft = page.draft(lines, .preformatted, reason: .columns)
    draft.block.slices = lines.map { Slice(line: $0 + 1, source: content($0, of: leaf)) }
    for slice in draft.block.slices {
      texts.add([slice.source], of: page.bytes, as: .text)
      marked.append(nil)
    }
    settle(draft)
  }

  // MARK: Lines that cmark keeps to itself

  private mutating func takeRest() {
    for run in page.stanzas {
      var start = run.lowerBound
      while start < run.upperBound {
        let isEmpty = page.isBlank(start, behind: .max)
        let end = run[start...].first { page.isBlank($0, behind: .max) != isEmpty }
        takeRest(start..<(end ?? run.upperBound), isEmpty: isEmpty)
        start = end ?? run.upperBound
      }
    }
  }

  /// Lines of which all or none are nothing but quote marks.
  private mutating func takeRest(_ lines: Range<Int>, isEmpty: Bool) {
    let first = page.bytes[page.content(lines.lowerBound, behind: .max)]
    if isEmpty {
      claim(emptyQuote(lines))
    } else if first.first == UInt8(ascii: "["), !first.starts(with: "[^".utf8) {
      take(definition: lines, quotes: .max)
    } else {
      claim(page.draft(lines, .paragraph, reason: .markup))
    }
  }

  private func emptyQuote(_ lines: Range<Int>) -> Draft {
    var draft = page.draft(lines, .quote, level: 1, reason: .quoteMarks)
    draft.block.slices = []
    return draft
  }

  private mutating func take(definition lines: Range<Int>, quotes: Int) {
    for line in lines { definitions += page.bytes[page.content(line, behind: quotes)] + [0x0A] }
    definitions.append(0x0A)
    settle(page.draft(lines, .furniture, reason: .references))
  }

  /// `[name]: address "title"`, whole on one line.
  private func isDefinition(_ line: Range<Int>) -> Bool {
    let text = page.bytes[line]
    guard text.first == UInt8(ascii: "["), !text.starts(with: "[^".utf8),
      let close = text.firstIndex(of: UInt8(ascii: "]")), close > text.startIndex + 1,
      text[close...].dropFirst().first == UInt8(ascii: ":")
    else { return false }
    let parts = text[(close + 2)...].split(whereSeparator: { $0 <= 0x20 })
    guard let title = parts.dropFirst().first?.first, let last = parts.last?.last else {
      return parts.count == 1
    }
    return "\"'".utf8.contains(title) && title == last
      || title == UInt8(ascii: "(") && last == UInt8(ascii: ")")
  }
}

// MARK: - Texts

extension Markdown {
  /// A line of a leaf without what its containers put before it.
  private func content(_ line: Int, of leaf: MarkdownLeaf) -> Range<Int> {
    guard line == leaf.lines.lowerBound, leaf.column > 0 else {
      return page.content(line, behind: leaf.quotes)
    }
    let range = page.lines[line].range
    let end = page.lines[line].content.upperBound
    return min(range.lowerBound + leaf.column, end)..<end
  }

  /// A block of text, as it stands.
  func text(_ leaf: MarkdownLeaf) -> Draft {
    let slices = leaf.lines.map { Slice(line: $0 + 1, source: content($0, of: leaf)) }
    let lines = leaf.lines.lowerBound + 1...leaf.lines.upperBound
    var block = Block(.paragraph, lines: lines, slices: slices, reason: .markup)
    if leaf.quotes > 0 {
      block.kind = .quote
      block.level = leaf.quotes
      block.reason = .quoteMarks
      if let marker = leaf.marker, isBeside(marker, slices[0].source) {
        block.slices[0].source = marker.lowerBound..<slices[0].source.upperBound
      }
    } else if leaf.lists > 0 {
      block.kind = .list
      block.level = leaf.lists - 1
      block.reason = leaf.marker == nil ? .belowItem : .listItem
      block.marker = leaf.marker
    }
    takeBox(&block)
    return Draft(block)
  }

  /// Whether nothing but space is between a marker and a text.
  private func isBeside(_ marker: Range<Int>, _ text: Range<Int>) -> Bool {
    page.bytes[marker.upperBound..<max(text.lowerBound, marker.upperBound)].allSatisfy {
      $0 <= 0x20
    }
  }

  /// `[ ]` and `[x]` before a task belong to the marker.
  private func takeBox(_ block: inout Block) {
    guard let marker = block.marker, let text = block.slices.first?.source else { return }
    let box = page.bytes[text].prefix(4)
    guard ["[ ] ", "[x] ", "[X] "].contains(where: { box.elementsEqual($0.utf8) }) else { return }
    block.marker = marker.lowerBound..<text.lowerBound + 3
    block.slices[0].source = text.lowerBound + 4..<text.upperBound
  }

  mutating func claim(_ draft: Draft) { page.claim(draft) }

  mutating func settle(_ draft: Draft) {
    var draft = draft
    draft.isSettled = true
    page.claim(draft)
  }
}
