import Screen

/// The blocks of a document as a page shows them.
struct TypesetFlow: Flow {
  private let document: Document
  private let options: Galley.Options

  init(_ document: Document, options: Galley.Options) {
    self.document = document
    self.options = options
  }

  var count: Int { document.blocks.count + 1 }

  func stretches(of unit: Int) -> Int {
    if unit == 0 { return options.header.isEmpty ? 0 : 1 }
    let index = unit - 1
    if isHidden(index) { return 0 }
    if isFolded(index) { return 1 }
    return Stretches.count(document.blocks[index])
  }

  func space(above unit: Int) -> Int {
    if unit == 0 { return 0 }
    let block = document.blocks[unit - 1]
    guard let previous = blockShown(before: unit - 1) else {
      return options.header.isEmpty ? 0 : 1
    }
    if previous.isFollowedClosely(by: block) { return 0 }
    let isSetOff = block.kind == .heading && block.level <= 2 && previous.kind != .heading
    return isSetOff ? 2 : 1
  }

  func copy(of unit: Int, stretch: Int) -> Copy {
    if unit == 0 { return options.header.copy }
    if isFolded(unit - 1) { return fold(from: unit - 1) }
    let block = document.blocks[unit - 1]
    let maker = CopyMaker(document: document, options: options)
    if Stretches.count(block) == 1 { return maker.copy(of: block) }
    let stretches = Stretches(block, in: document.source.bytes)
    let line = stretch > 0 ? stretches.line(before: stretch) : nil
    return maker.copy(of: stretches.part(stretch), after: line)
  }

  func position(of offset: Int) -> (unit: Int, stretch: Int) {
    let blocks = document.blocks
    guard !blocks.isEmpty else { return (0, 0) }
    var index = blocks.partitionPoint { $0.source.upperBound <= offset }
    // Furniture inside a paragraph stands before it: the byte may be the paragraph's.
    var later = index
    while later < blocks.count, blocks[later].kind == .furniture { later += 1 }
    if later < blocks.count, blocks[index].source.lowerBound > offset,
      blocks[later].source.lowerBound <= offset
    {
      index = later
    }
    index = min(index, blocks.count - 1)
    if isHidden(index) || isFolded(index) { return (unit(for: index), 0) }
    return (index + 1, Stretches(blocks[index], in: document.source.bytes).index(of: offset))
  }

  func unit(ofBlock block: Int) -> Int { block + 1 }

  func block(atUnit unit: Int) -> Int { unit - 1 }

  func blocks(inUnit unit: Int) -> Range<Int> { unit..<unit + 1 }
}

// MARK: - What is not shown

extension TypesetFlow {
  /// What the header shows, a fold that has begun before, a block without text.
  private func isHidden(_ index: Int) -> Bool {
    if isLeftOut(index) { return true }
    guard isFolded(index), let previous = blockShown(before: index) else { return false }
    return previous.kind == .furniture
  }

  private func isLeftOut(_ index: Int) -> Bool {
    let block = document.blocks[index]
    if block.slices.isEmpty { return true }
    guard !options.header.title.isEmpty else { return false }
    return block.kind == .title
      || block.kind == .byline && (block.reason == .frontMatter || isAuthorAlone(block))
  }

  /// Whether a byline says what the header says, after a word like "by", and nothing else.
  private func isAuthorAlone(_ block: Block) -> Bool {
    guard let author = document.metadata.author else { return false }
    let words = String(decoding: document.text(of: block).bytes, as: UTF8.self)
      .split(separator: " ")
    let name = author.split(separator: " ")
    return words == name || words.count == name.count + 1 && words[1...].elementsEqual(name)
  }

  private func isFolded(_ index: Int) -> Bool {
    !options.showsFurniture && document.blocks[index].kind == .furniture
  }

  /// The last block before another one that has a part in the page, be it inside a fold.
  private func blockShown(before index: Int) -> Block? {
    var index = index - 1
    while index >= 0, isLeftOut(index) { index -= 1 }
    return index < 0 ? nil : document.blocks[index]
  }

  /// The unit that stands for a block that is not shown itself: for the title at the top the header,
  /// else what follows; for furniture, and what is left out within it, the fold.
  private func unit(for index: Int) -> Int {
    let isOnTop = document.blocks[...index].allSatisfy {
      $0.kind == .furniture || $0.kind == .title
    }
    if isOnTop, document.blocks[index].kind != .furniture, !options.header.isEmpty { return 0 }
    var shown = index
    while shown < document.blocks.count, isLeftOut(shown) { shown += 1 }
    while shown < document.blocks.count, shown > 0, isHidden(shown) { shown -= 1 }
    return shown + 1
  }

  private func fold(from index: Int) -> Copy {
    var lines = 0
    var end = index
    while end < document.blocks.count, isFolded(end) || isLeftOut(end) {
      if isFolded(end) { lines += document.blocks[end].lineCount }
      end += 1
    }
    let start = document.blocks[index].source.lowerBound
    let passage = Passage(
      text: Array(foldText(lines).utf8)[...], origin: .apart(header: 0, at: start),
      manner: .reflowed, style: .dim)
    let source = start..<max(start, document.blocks[end - 1].source.upperBound)
    return Copy(kind: .furniture, passages: [passage], source: source)
  }

  /// Says how to unfold it where there is room for that.
  private func foldText(_ lines: Int) -> String {
    let fold = "┄ \(lines) \(lines == 1 ? "line" : "lines") of page furniture"
    let hint = " (zp shows \(lines == 1 ? "it" : "them"))"
    return fold.count + hint.count <= options.measure ? fold + hint : fold
  }
}

extension Block {
  /// From the first byte shown to the last, in `Source.bytes`.
  var source: Range<Int> {
    guard let first = slices.first, let last = slices.last else { return 0..<0 }
    return first.source.lowerBound..<max(first.source.lowerBound, last.source.upperBound)
  }

  /// Whether no blank line parts two blocks: the source has none, and they belong together.
  fileprivate func isFollowedClosely(by next: Block) -> Bool {
    guard next.lines.lowerBound <= lines.upperBound + 1 else { return false }
    switch next.kind {
    case .list, .quote: return kind != .heading
    case .preformatted, .byline, .furniture: return kind == next.kind
    case .paragraph: return next.reason == .lineBreak
    case .title, .heading: return false
    }
  }
}
