/// What a scalar of plain text is to line breaking.
enum PlainClass: UInt8 {
  case start, space, letter, digit
  /// Straight quotes; quotes that open; quotes that close, among them the apostrophe.
  case quote, openQuote, closeQuote
  case opening, closing
  /// Full stop, comma, colon, semicolon; the same after a digit.
  case separator, numberSeparator
  case exclamation
  /// A hyphen after a letter; a hyphen elsewhere.
  case hyphen, looseHyphen
  /// A symbol of ASCII about which ICU is asked, but never what comes after a space behind it.
  case symbol
  case other

  /// Whether a line may end between two neighbours.
  enum Verdict { case together, apart, unsure }

  /// Between this and what follows it immediately.
  func before(_ next: PlainClass) -> Verdict {
    switch next {
    case .letter:
      switch self {
      case .hyphen: .apart
      case .exclamation, .symbol, .other, .looseHyphen, .space: .unsure
      default: .together
      }
    case .digit:
      switch self {
      case .start, .letter, .digit, .quote, .openQuote, .closeQuote, .opening, .closing,
        .numberSeparator:
        .together
      default: .unsure
      }
    case .quote, .closing, .separator, .exclamation, .hyphen, .closeQuote:
      switch self {
      case .letter, .digit, .quote, .closeQuote, .closing, .separator, .numberSeparator,
        .exclamation, .hyphen:
        .together
      case .opening: next == .hyphen ? .unsure : .together
      case .start: next == .quote ? .together : .unsure
      default: .unsure
      }
    case .opening:
      switch self {
      case .start, .letter, .digit, .quote, .opening: .together
      default: .unsure
      }
    case .openQuote: self == .start || self == .opening ? .together : .unsure
    default: .unsure
    }
  }

  /// Between this with spaces after it and what follows them.
  func afterSpace(_ next: PlainClass) -> Verdict {
    switch next {
    case .letter, .digit, .quote, .openQuote:
      switch self {
      case .opening, .openQuote, .other, .start, .space: .unsure
      default: .apart
      }
    case .opening:
      switch self {
      case .letter, .digit, .closing, .separator, .numberSeparator, .exclamation: .apart
      default: .unsure
      }
    default: .unsure
    }
  }

  /// What this is behind another one.
  func after(_ last: PlainClass) -> PlainClass {
    switch self {
    case .separator: last == .digit ? .numberSeparator : .separator
    case .hyphen:
      switch last {
      case .letter, .digit, .closing, .closeQuote, .hyphen: .hyphen
      default: .looseHyphen
      }
    default: self
    }
  }

  /// What this is behind a space.
  var afterSpace: PlainClass { self == .hyphen ? .looseHyphen : self }
}

// MARK: - Classes of scalars

extension PlainClass {
  /// The class of what begins at an offset, and its length; of anything unknown one byte.
  /// - Parameter ascii: the classes of ASCII.
  static func of(
    _ text: UnsafeBufferPointer<UInt8>, at offset: Int, _ ascii: UnsafeBufferPointer<PlainClass>
  ) -> (PlainClass, Int) {
    let byte = text[offset]
    return byte < 0x80 ? (ascii[Int(byte)], 1) : beyondASCII(text, at: offset)
  }

  private static func beyondASCII(
    _ text: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (PlainClass, Int) {
    guard offset + 1 < text.count, text[offset + 1] & 0xC0 == 0x80 else { return (.other, 1) }
    let second = text[offset + 1]
    switch text[offset] {
    // Latin, but for the signs × and ÷; Greek; Cyrillic.
    case 0xC3: return second == 0x97 || second == 0xB7 ? (.other, 1) : (.letter, 2)
    case 0xC4...0xC9, 0xCF...0xD1: return (.letter, 2)
    case 0xCE: return second < 0x88 ? (.other, 1) : (.letter, 2)
    case 0xE2 where second == 0x80 && offset + 2 < text.count:
      switch text[offset + 2] {
      case 0x98, 0x9C: return (.openQuote, 3)
      case 0x99, 0x9D: return (.closeQuote, 3)
      default: return (.other, 1)
      }
    default: return (.other, 1)
    }
  }

  static let ascii: [PlainClass] = (0..<0x80).map(ofASCII)

  private static func ofASCII(_ byte: UInt8) -> PlainClass {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: " "): .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"): .separator
    case UInt8(ascii: "\""), UInt8(ascii: "'"): .quote
    case UInt8(ascii: "("), UInt8(ascii: "["): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .closing
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .exclamation
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "<"),
      UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "^"),
      UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"):
      .letter
    case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: "\\"), UInt8(ascii: "|"):
      .symbol
    default: .other
    }
  }
}
