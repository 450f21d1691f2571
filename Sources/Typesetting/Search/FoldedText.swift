/// Folded words that are looked for in a `FoldedText`, as they stand in it.
package struct FoldedLine: Sendable {
  fileprivate let run: ByteRun

  /// - Parameter bytes: one at least.
  package init(_ bytes: [UInt8]) { run = ByteRun(bytes) }
}

extension SearchPhrase {
  /// What to look for; nil where there is nothing.
  package var foldedLine: FoldedLine? { line.map { FoldedLine($0) } }
}

/// Folded words with spaces around them, to look for others among them.
package struct FoldedText: Sendable {
  /// With padding behind.
  private let bytes: [UInt8]

  /// - Parameter line: folded words with a space between any two.
  package init(folded line: [UInt8]) {
    let padding = [UInt8](repeating: 0, count: ByteRun.padding)
    bytes = [UInt8(ascii: " ")] + line + [UInt8(ascii: " ")] + padding
  }

  /// The words of a text in which all bytes are letters, digits, white space, or marks that stand for
  /// themselves in every format; nil where one is not. Gaps may be wider than a space.
  package init?(plain text: [UInt8]) {
    var isPlain = true
    bytes = [UInt8](unsafeUninitializedCapacity: text.count + 2 + ByteRun.padding) { room, count in
      count = text.count + 2 + ByteRun.padding
      room.initialize(repeating: 0)
      room[0] = UInt8(ascii: " ")
      room[text.count + 1] = UInt8(ascii: " ")
      FoldedText.table.withUnsafeBufferPointer { table in
        var doubts: UInt8 = 0
        for (index, byte) in text.enumerated() {
          let folded = table[Int(byte)]
          doubts |= folded
          room[index + 1] = folded
        }
        isPlain = doubts < FoldedText.doubt
      }
    }
    if !isPlain { return nil }
  }

  /// Whether the words stand in it.
  package func holds(_ line: FoldedLine) -> Bool {
    bytes.withUnsafeBytes { bytes in
      line.run.place(in: bytes, 0..<bytes.count - ByteRun.padding) != nil
    }
  }

  private static let doubt: UInt8 = 0x80

  /// What each byte is folded to: a letter or digit, a space, or what makes the text doubtful.
  private static let table: [UInt8] = (0...255).map { byte in
    let letter = byte < 0x80 ? SearchWords.asciiLetters[byte] : 0
    if letter != 0 { return letter }
    return gaps.contains(UInt8(byte)) ? UInt8(ascii: " ") : doubt
  }

  /// White space, and marks that no format takes from between letters.
  private static let gaps = Set(" \t\n\u{B}\u{C}\r.,;:!?'\"()-/".utf8)
}
