/// HTML inside of a text: tags are markup, what they are around is shown.
extension MarkdownReader {
  struct OpenTag {
    let name: String
    let markup: InlineRun.Markup
    let isLink: Bool
  }

  /// Whether a tag was taken for markup. In a paragraph it is that only where it has its other half:
  /// else it may be a word in angle brackets.
  mutating func take(tag node: CommonMarkNode) -> Bool {
    let source = range(of: node)
    guard let tag = HTMLTag(bytes, at: source.lowerBound, before: line.upperBound) else {
      return false
    }
    let opened = tags.lastIndex { $0.name == tag.name }
    let isMarkup =
      form == .html
      ? tag.isOfText
      : tag.isLone || tag.isInline && (tag.isClosing ? opened != nil : isClosed(tag))
    guard isMarkup else { return false }
    passMarkup(upTo: tag.range.lowerBound)
    cursor = max(cursor, tag.range.upperBound)
    if tag.name == "img" {
      showPicture(tag)
    } else if tag.name == "br" {
      show(tag.range, as: [], character: [0x20])
    } else if tag.isClosing {
      if let opened { close(opened) }
    } else if tag.isInline {
      open(tag)
    }
    return true
  }

  private mutating func open(_ tag: HTMLTag) {
    let isLink = tag.name == "a" && tag.address != nil
    let markup = HTMLTag.markup[tag.name] ?? []
    tags.append(
      OpenTag(
        name: tag.name, markup: isLink ? markup : markup.subtracting(.link), isLink: isLink))
    if isLink, let address = tag.address { beginLink(to: bytes[address], at: tag.range) }
  }

  mutating func close(_ index: Int) {
    if tags.remove(at: index).isLink { endLink() }
  }

  /// A picture by the words that stand for it.
  private mutating func showPicture(_ tag: HTMLTag) {
    guard form != .heading, let words = tag.alternative, !words.isEmpty else { return }
    cursor = words.lowerBound
    show(words, as: .link)
    cursor = max(cursor, tag.range.upperBound)
    if let address = tag.address {
      beginLink(to: bytes[address], at: tag.range)
      add(words: bytes[words])
      endLink()
    }
  }

  /// Whether a tag of the same name is closed further on.
  private mutating func isClosed(_ tag: HTMLTag) -> Bool {
    if closings[tag.name] == nil {
      let wanted = Array("</\(tag.name)>".utf8)
      var last = -1
      var index = line.lowerBound
      while index + wanted.count <= line.upperBound {
        if bytes[index] == wanted[0], Self.holds(bytes, index, wanted) { last = index }
        index += 1
      }
      closings[tag.name] = last
    }
    return closings[tag.name].map { $0 >= tag.range.upperBound } ?? false
  }

  private static func holds(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ wanted: [UInt8]
  ) -> Bool {
    zip(bytes[index...], wanted).allSatisfy { byte, letter in
      byte == letter || byte | 0x20 == letter && ByteClass.isLetter(byte)
    }
  }
}
