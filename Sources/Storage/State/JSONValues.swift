extension JSONCursor {
  /// How deep values that are not understood may be nested; with the levels above them, 16.
  static let deepest = 12

  /// Steps over a value of any kind, checking it. Returns where it stands.
  mutating func value() throws(Malformed) -> Range<Int> {
    skipSpace()
    let start = at
    // The brackets that are to come, innermost last.
    var closing: [UInt8] = []
    while true {
      skipSpace()
      if let bracket = try openingBracket(depth: closing.count) {
        if !take(bracket) {
          closing.append(bracket)
          try memberName(in: bracket)
          continue
        }
      } else {
        try scalar()
      }
      while let bracket = closing.last, !take(UInt8(ascii: ",")) {
        try expect(bracket)
        closing.removeLast()
      }
      guard let bracket = closing.last else { return start..<at }
      try memberName(in: bracket)
    }
  }

  /// Steps over `{` or `[`. Returns the bracket that closes it.
  private mutating func openingBracket(depth: Int) throws(Malformed) -> UInt8? {
    guard next == UInt8(ascii: "{") || next == UInt8(ascii: "[") else { return nil }
    guard depth < JSONCursor.deepest else { throw Malformed() }
    defer { at += 1 }
    return next + 2
  }

  private mutating func memberName(in bracket: UInt8) throws(Malformed) {
    guard bracket == UInt8(ascii: "}") else { return }
    _ = try string()
    try expect(UInt8(ascii: ":"))
  }

  /// A value without parts.
  private mutating func scalar() throws(Malformed) {
    switch next {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    default: _ = try number()
    }
  }

  private mutating func literal(_ word: StaticString) throws(Malformed) {
    guard takeExactly(word) else { throw Malformed() }
  }

  mutating func boolean() throws(Malformed) -> Bool {
    let isTrue = next == UInt8(ascii: "t")
    try literal(isTrue ? "true" : "false")
    return isTrue
  }

  /// Steps over a number. Returns where it stands.
  mutating func number() throws(Malformed) -> Range<Int> {
    let start = at
    if next == UInt8(ascii: "-") { at += 1 }
    let whole = at
    try digits()
    guard bytes[whole] != UInt8(ascii: "0") || at == whole + 1 else { throw Malformed() }
    if next == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      at += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    return start..<at
  }

  private mutating func digits() throws(Malformed) {
    let start = at
    at = bytes.withUnsafeBytes { bytes in
      var at = start
      while at < end, isDigit(bytes[at]) { at += 1 }
      return at
    }
    guard at > start else { throw Malformed() }
  }

  /// A whole number that is not negative; nil for other numbers, or too large a one.
  mutating func wholeNumber() throws(Malformed) -> Int64? {
    let digits = try number()
    guard digits.count <= 18 else { return nil }
    return bytes.withUnsafeBytes { bytes in
      var number: Int64 = 0
      for place in digits {
        guard isDigit(bytes[place]) else { return nil }
        number = number * 10 + Int64(bytes[place] - UInt8(ascii: "0"))
      }
      return number
    }
  }

  /// A number as a fraction; one too large is infinite.
  mutating func fraction() throws(Malformed) -> Double {
    let spelling = bytes[try number()]
    return Double(String(decoding: spelling, as: UTF8.self)) ?? 0
  }
}

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
