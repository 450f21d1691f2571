/// The numbered addresses that text browsers put below a page.
enum LinkReferences {
  static func read(_ page: Page) {
    guard let first = firstReference(of: page) else { return }
    var start = first
    while let label = label(above: start, of: page) { start = label }
    page.claim(start..<page.lines.count, as: .furniture, reason: .references)
    for index in page.drafts.indices where page.drafts[index].block.reason == .references {
      page.drafts[index].isSettled = true
    }
  }

  /// The first line of the addresses, which go on to the end of the text.
  private static func firstReference(of page: Page) -> Int? {
    var first: Int?
    var count = 0
    for line in page.lines.indices.reversed() where !page.lines[line].isBlank {
      if isReference(line, of: page) {
        first = line
        count += 1
      } else if !isContinuation(line, of: page), label(line, of: page) == nil {
        break
      }
    }
    return count >= 3 ? first : nil
  }

  /// A number and an address, and nothing else.
  private static func isReference(_ line: Int, of page: Page) -> Bool {
    guard let marker = ListMarker(line, of: page), marker.number > 0 else { return false }
    let rest = page.bytes[marker.content..<page.lines[line].content.upperBound]
    return isAddress(rest) && !rest.contains(0x20)
  }

  private static let schemes = [
    "http://", "https://", "file:", "mailto:", "ftp://", "javascript:", "gopher:", "news:", "tel:",
    "about:",
  ]
  .map { Array($0.utf8) }

  private static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
    schemes.contains { bytes.starts(with: $0) }
  }

  /// The rest of a long address.
  private static func isContinuation(_ line: Int, of page: Page) -> Bool {
    line > 0 && page.lines[line].words == 1 && page.lines[line].symbols > 0
      && page.lines[line].indent > 2
      && (isReference(line - 1, of: page) || page.lines[line - 1].edge > 70)
  }

  private static let labels: Set<String> = [
    "references", "visible links", "hidden links", "links", "verweise", "liens", "enlaces",
  ]

  private static func label(_ line: Int, of page: Page) -> Int? {
    guard page.lines[line].words <= 3, labels.contains(Phrase(page.string(line)).text) else {
      return nil
    }
    return line
  }

  /// The label above the line, if that is all there is between the text and the line.
  private static func label(above line: Int, of page: Page) -> Int? {
    let above = page.lines[..<line].lastIndex { !$0.isBlank }
    return above.flatMap { label($0, of: page) }
  }
}
