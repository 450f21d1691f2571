/// The bytes are not the JSON that was expected there.
struct Malformed: Error {}

/// Reads JSON from bytes, token by token.
///
/// It never recurses by what it reads, and nothing it reads makes it take more memory than the bytes
/// themselves have. The bytes must be valid UTF-8; the cursor checks everything else.
struct JSONCursor {
  /// The longest string that is read: 64 KiB.
  static let longestString = 1 << 16

  /// What stands between the quotation marks of a string.
  struct Spelling {
    let range: Range<Int>
    let hasEscapes: Bool
  }

  let bytes: [UInt8]
  var at: Int
  let end: Int

  init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    at = start
    self.end = end ?? bytes.count
  }

  var isAtEnd: Bool { at == end }

  /// The next byte, 0 at the end.
  var next: UInt8 { at < end ? bytes[at] : 0 }

  @inline(__always)
  mutating func skipSpace() {
    while at < end, isSpace(bytes[at]) { at += 1 }
  }

  /// Steps over the byte, and the space before it, if it stands here.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws(Malformed) {
    guard take(byte) else { throw Malformed() }
  }

  /// Steps over a string.
  mutating func string() throws(Malformed) -> Spelling {
    try expect(UInt8(ascii: "\""))
    let start = at
    var hasEscapes = false
    while true {
      at = endOfPlainText(from: at)
      switch next {
      case UInt8(ascii: "\""):
        guard at - start <= JSONCursor.longestString else { throw Malformed() }
        at += 1
        return Spelling(range: start..<(at - 1), hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape()
      default: throw Malformed()
      }
    }
  }

  /// Where text stops that stands for itself: at a quotation mark, an escape, a control, or the end.
  private func endOfPlainText(from start: Int) -> Int {
    // Most of a file is such text: eight bytes at a time, without checking each index.
    bytes.withUnsafeBytes {
      $0.first(in: start..<end, where: { $0.isSyntax }, among: { $0.haveSyntax })
    }
  }

  private mutating func escape() throws(Malformed) {
    at += 1
    guard next == UInt8(ascii: "u") else {
      guard JSONCursor.escapes[next] != nil else { throw Malformed() }
      return at += 1
    }
    guard end - at > 4, bytes[(at + 1)...(at + 4)].allSatisfy({ hexDigit($0) != nil }) else {
      throw Malformed()
    }
    at += 5
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
    UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
    UInt8(ascii: "t"): 9,
  ]

  /// Reads an object: calls `member` with each name, before its value.
  mutating func object(
    _ member: (inout JSONCursor, Spelling) throws(Malformed) -> Void
  ) throws(Malformed) {
    try expect(UInt8(ascii: "{"))
    if take(UInt8(ascii: "}")) { return }
    repeat {
      skipSpace()
      let name = try string()
      try expect(UInt8(ascii: ":"))
      skipSpace()
      try member(&self, name)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  /// Whether a string is the given one.
  func spells(_ spelling: Spelling, _ name: StaticString) -> Bool {
    guard !spelling.hasEscapes else {
      return name.withUTF8Buffer { $0.elementsEqual(text(spelling)) }
    }
    return spelling.range.count == name.utf8CodeUnitCount
      && stands(name, at: spelling.range.lowerBound)
  }

  /// Whether the text is what the bytes say there; they have that many left.
  @inline(__always)
  private func stands(_ text: StaticString, at place: Int) -> Bool {
    bytes.withUnsafeBytes { bytes in
      let text = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      // Eight bytes at a time, the last eight may be among those before: a call takes longer.
      guard text.count >= 8 else {
        return text.indices.allSatisfy { bytes[place + $0] == text[$0] }
      }
      let last = text.count - 8
      var at = 0
      while at < last, EightOfJSON(bytes, at: place + at) == EightOfJSON(text, at: at) { at += 8 }
      return at >= last && EightOfJSON(bytes, at: place + last) == EightOfJSON(text, at: last)
    }
  }

  /// Steps over the text if it stands here to the byte.
  @inline(__always)
  mutating func takeExactly(_ text: StaticString) -> Bool {
    guard end - at >= text.utf8CodeUnitCount, stands(text, at: at) else { return false }
    at += text.utf8CodeUnitCount
    return true
  }
}

extension JSONCursor {
  /// The text of a string. Halves of surrogate pairs that stand alone become the three bytes that
  /// UTF-8 would have for them, so that none is lost.
  func text(_ spelling: Spelling) -> [UInt8] {
    let range = spelling.range
    guard spelling.hasEscapes else { return Array(bytes[range]) }
    var text: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == UInt8(ascii: "\\") else {
        text.append(bytes[at])
        at += 1
        continue
      }
      if let byte = JSONCursor.escapes[bytes[at + 1]] {
        text.append(byte)
        at += 2
      } else {
        appendUnicodeEscape(&at, range.upperBound, to: &text)
      }
    }
    return text
  }

  /// The text of a string, for people.
  func string(_ spelling: Spelling) -> String {
    spelling.hasEscapes
      ? String(decoding: text(spelling), as: UTF8.self)
      : String(decoding: bytes[spelling.range], as: UTF8.self)
  }

  /// Refuses a string that may be spelled so, but would be longer than can be read once it is written.
  func check(
    _ spelling: Spelling, asWrittenBy write: (inout JSONWriter) -> Void
  ) throws(Malformed) {
    // A byte becomes six at most.
    guard spelling.range.count > JSONCursor.longestString / 6 else { return }
    var writer = JSONWriter()
    write(&writer)
    guard writer.count <= JSONCursor.longestString + 2 else { throw Malformed() }
  }

  /// Reads a string that is kept as what it says, not as it is spelled.
  mutating func keptString() throws(Malformed) -> String {
    let spelling = try string()
    let text = string(spelling)
    try check(spelling) { $0.put(string: text) }
    return text
  }

  private func appendUnicodeEscape(_ at: inout Int, _ end: Int, to text: inout [UInt8]) {
    var scalar = codeUnit(at + 2)
    at += 6
    let isPair =
      end - at >= 6 && bytes[at] == UInt8(ascii: "\\") && bytes[at + 1] == UInt8(ascii: "u")
    if (0xD800..<0xDC00).contains(scalar), isPair, codeUnit(at + 2) & 0xFC00 == 0xDC00 {
      scalar = 0x10000 + (scalar - 0xD800) << 10 + (codeUnit(at + 2) - 0xDC00)
      at += 6
    }
    switch scalar {
    case 0..<0x80: text.append(UInt8(scalar))
    case 0..<0x800: text += [0xC0 | UInt8(scalar >> 6), 0x80 | UInt8(scalar & 0x3F)]
    case 0..<0x10000:
      text += [
        0xE0 | UInt8(scalar >> 12), 0x80 | UInt8(scalar >> 6 & 0x3F), 0x80 | UInt8(scalar & 0x3F),
      ]
    default:
      text += [
        0xF0 | UInt8(scalar >> 18), 0x80 | UInt8(scalar >> 12 & 0x3F),
        0x80 | UInt8(scalar >> 6 & 0x3F), 0x80 | UInt8(scalar & 0x3F),
      ]
    }
  }

  private func codeUnit(_ at: Int) -> UInt32 {
    bytes[at..<(at + 4)].reduce(0) { $0 << 4 | UInt32(hexDigit($1) ?? 0) }
  }
}

@inline(__always)
private func isSpace(_ byte: UInt8) -> Bool {
  byte <= 0x20 && (byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09)
}

/// The value of a hexadecimal digit in either case.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
