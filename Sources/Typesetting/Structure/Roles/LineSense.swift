/// What the words of a short line are: a number and a name, something said, a caption.
extension Roles {
  func beginsWithLetterOrDigit(_ index: Int) -> Bool {
    guard let first = page.firstMark(drafts[index].lines.lowerBound) else { return false }
    return first.properties.isAlphabetic || first.properties.numericType != nil
  }

  /// The parts of the number before the line: 2 for "4.1."; 0 without a number.
  func outlineDepth(_ index: Int) -> Int {
    let first = line(index).firstWord(in: page.bytes)
    guard first.count < 14, first.contains(UInt8(ascii: ".")) else { return 0 }
    let parts = first.split(separator: UInt8(ascii: "."))
    guard facts[index].terms > 1, let head = parts.first,
      parts.count > 1 || first.last == UInt8(ascii: ".")
    else { return 0 }
    let isLettered = head.count == 1 && parts.count > 1 && Self.isCapital(head[head.startIndex])
    guard Self.isNumber(head) || isLettered, parts.dropFirst().allSatisfy(Self.isNumber) else {
      return 0
    }
    return parts.count
  }

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 3 && bytes.allSatisfy { ByteClass.table[Int($0)] == .digit }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { ByteClass.table[Int(byte)] == .capital }

  /// "Chapter IV", "第3章": a word for a part of a book and its number.
  func isChapter(_ index: Int) -> Bool {
    let words = facts[index].phrase.words
    guard let first = words.first else { return false }
    if first.utf8.first == 0xE7, first.hasPrefix("第") {
      return first.unicodeScalars.prefix(6).contains { "章节節回部編话話".unicodeScalars.contains($0) }
    }
    guard words.count > 1, facts[index].uses.contains(.chapter),
      Phrasebook.shared.chapters.contains(first)
    else { return false }
    return words[1].allSatisfy(\.isNumber) || words[1].allSatisfy("ivxlc".contains)
      || words[1].count == 1
  }

  /// Words between quotation marks and nothing else: somebody says them.
  func isQuoted(_ index: Int) -> Bool {
    guard let mark = facts[index].bytes.first, mark == UInt8(ascii: "\"") || mark >= 0x80 else {
      return false
    }
    let text = facts[index].text.unicodeScalars
    guard let first = text.first, let last = text.last else { return false }
    return "\"\u{201C}\u{201E}\u{AB}\u{300C}".unicodeScalars.contains(first)
      && "\"\u{201D}\u{201C}\u{BB}\u{300D}".unicodeScalars.contains(last)
  }

  /// Letters that stand for "question" and "answer" in several languages.
  private static let pairs = [("Q", "A"), ("F", "A"), ("P", "R"), ("Q", "R"), ("В", "О")]

  /// "Q: …" above "A: …".
  func isQuestion(_ index: Int) -> Bool {
    guard index + 1 < drafts.count, facts[index].marks.colon != nil else { return false }
    let asks = page.text(drafts[index].lines.lowerBound)
    let answers = page.text(drafts[index + 1].lines.lowerBound)
    return Self.pairs.contains { pair in
      asks.starts(with: (pair.0 + ":").utf8) && answers.starts(with: (pair.1 + ":").utf8)
    }
  }

  /// "Name: what was said", or a time and what happened.
  func isSpoken(_ index: Int) -> Bool {
    if let colon = facts[index].marks.colon { return colon < 24 && !isChapter(index) }
    let word = line(index).firstWord(in: page.bytes)
    return word.count > 3 && word.contains(UInt8(ascii: ":"))
      && word.allSatisfy { (0x30...0x3A).contains($0) }
  }

  /// "Figure 2. …": a word for something shown, and its number.
  func isCaption(_ index: Int) -> Bool {
    let words = facts[index].phrase.words
    guard let first = words.first else { return false }
    if first.utf8.first ?? 0 >= 0xE5, ["図", "表", "图", "圖"].contains(where: first.hasPrefix) {
      return first.contains { $0.isNumber }
    }
    return words.count > 1 && facts[index].uses.contains(.caption)
      && Phrasebook.shared.captions.contains(first)
      && words[1].first?.isNumber == true
  }

  /// "Photo: …" somewhere, or "Image source, …" at the beginning.
  func hasCredit(_ index: Int) -> Bool {
    guard facts[index].uses.contains(.credit) else { return false }
    let hasComma = facts[index].terms <= 8 && facts[index].bytes.contains(UInt8(ascii: ","))
    guard hasComma || facts[index].marks.colon != nil else { return false }
    let words = facts[index].text.split(separator: " ")
    if words.count > 1, facts[index].terms <= 8, words[1].last == ",",
      isCredit(words.prefix(2).joined(separator: " "))
    {
      return true
    }
    return facts[index].marks.colon != nil
      && words.contains { (":：".contains($0.last ?? " ")) && isCredit(String($0)) }
  }

  private func isCredit(_ words: String) -> Bool {
    Phrasebook.shared.credits.contains(Phrase(words).text)
  }
}
