/// A block of Markdown that holds no other blocks, as cmark found it.
struct MarkdownLeaf {
  enum Form: Equatable {
    case heading(level: Int)
    case paragraph, rule
    /// Code, between fences of a mark or set in.
    case code(fence: UInt8?)
    case html(isComment: Bool)
    /// An item of a list with nothing on its line but the marker.
    case item
  }

  var form: Form
  /// Indices of its lines, from 0.
  var lines: Range<Int>
  /// The byte at which it begins, in its first line.
  var column: Int
  /// How many quotes and lists it stands in.
  var quotes: Int
  var lists: Int
  /// The marker of the item that it begins, in the source.
  var marker: Range<Int>?
}

/// Gathers the leaves of a tree of cmark's.
struct MarkdownLeaves {
  private let page: Page
  private var quotes = 0
  private var lists = 0
  /// The item whose marker belongs to no leaf yet.
  private var item: CommonMarkNode?
  private var leaves: [MarkdownLeaf] = []

  /// In the order of the text; their lines do not overlap.
  static func leaves(of root: CommonMarkNode, in page: Page) -> [MarkdownLeaf] {
    var gatherer = MarkdownLeaves(page: page)
    root.walk(enter: { gatherer.enter($0) }, leave: { gatherer.leave($0) })
    gatherer.endItem(before: page.lines.count)
    return gatherer.clipped()
  }

  private init(page: Page) { self.page = page }

  private mutating func enter(_ node: CommonMarkNode) -> Bool {
    switch node.kind {
    case .quote: quotes += 1
    case .list: lists += 1
    case .item:
      endItem(before: node.firstLine)
      item = node
    case .paragraph: add(node, .paragraph)
    case .heading: add(node, .heading(level: node.level))
    case .code: add(node, .code(fence: node.fence))
    case .rule: add(node, .rule)
    case .html: add(node, .html(isComment: Self.isComment(node.literal)))
    default: break
    }
    return node.isContainer
  }

  /// Whether there is a comment and nothing else; one that never ends may be anything.
  private static func isComment(_ html: [UInt8]) -> Bool {
    let end = Array("-->".utf8)
    guard html.starts(with: "<!--".utf8) else { return false }
    let close = html.indices.first { html[$0] == end[0] && html[$0...].starts(with: end) }
    return close.map { html[($0 + end.count)...].allSatisfy { $0 <= 0x20 } } ?? false
  }

  private mutating func leave(_ node: CommonMarkNode) {
    switch node.kind {
    case .quote: quotes -= 1
    case .list: lists -= 1
    default: break
    }
  }

  /// An item that has nothing on the line of its marker keeps that line to itself.
  private mutating func endItem(before line: Int) {
    guard let item, item.firstLine < line else { return }
    leaves.append(
      MarkdownLeaf(
        form: .item, lines: item.firstLine..<item.firstLine + 1, column: item.start,
        quotes: quotes, lists: max(lists, 1)))
    self.item = nil
  }

  private mutating func add(_ node: CommonMarkNode, _ form: MarkdownLeaf.Form) {
    endItem(before: node.firstLine)
    var last = node.lastLine
    if case .html = form {
      last = max(last, node.firstLine + node.literal.count { $0 == UInt8(ascii: "\n") } - 1)
    }
    let lines = node.firstLine..<max(last, node.firstLine) + 1
    var leaf = MarkdownLeaf(
      form: form, lines: lines, column: node.start, quotes: quotes, lists: lists)
    if form == .paragraph, let item { leaf.marker = marker(of: item) }
    item = nil
    leaves.append(leaf)
  }

  private func marker(of item: CommonMarkNode) -> Range<Int> {
    let line = page.lines[item.firstLine].range
    let start = min(line.lowerBound + item.start, line.upperBound)
    return start..<page.bytes[start..<line.upperBound].prefix { $0 > 0x20 }.endIndex
  }

  /// Each leaf ends where the next one begins, and has no lines at its end that are blank.
  private func clipped() -> [MarkdownLeaf] {
    leaves.indices.compactMap { index in
      var leaf = leaves[index]
      let next = index + 1 < leaves.count ? leaves[index + 1].lines.lowerBound : page.lines.count
      var end = min(leaf.lines.upperBound, next)
      // What another format has taken ends it.
      end = (leaf.lines.lowerBound..<end).first { page.isTakenText($0) } ?? end
      while end > leaf.lines.lowerBound, page.isBlank(end - 1, behind: leaf.quotes) { end -= 1 }
      guard end > leaf.lines.lowerBound else { return nil }
      leaf.lines = leaf.lines.lowerBound..<end
      return leaf
    }
  }
}

extension CommonMarkNode {
  fileprivate var isContainer: Bool {
    switch kind {
    case .document, .quote, .list, .item: true
    default: false
    }
  }
}

extension Page {
  /// The content of a line behind at most so many quote marks.
  func content(_ line: Int, behind quotes: Int) -> Range<Int> {
    let whole = lines[line].content
    var start = whole.lowerBound
    var marks = 0
    while start < whole.upperBound {
      if bytes[start] == UInt8(ascii: ">"), marks < quotes {
        marks += 1
      } else if bytes[start] > 0x20 {
        break
      }
      start += 1
    }
    return start..<whole.upperBound
  }

  /// Whether the line has something on it and belongs to a block already.
  func isTakenText(_ line: Int) -> Bool { isTaken(line) && !lines[line].isBlank }

  func isBlank(_ line: Int, behind quotes: Int) -> Bool { content(line, behind: quotes).isEmpty }
}
