/// A number, a word or a mark of a text that may hold a date.
enum DateToken: Equatable {
  case number(Int, digits: Int)
  case word(String)
  /// A mark, an ideograph, or a tab for a gap of more than one space.
  case mark(Unicode.Scalar)
}

/// Cuts the beginning of a text into the tokens of dates.
enum DateTokens {
  /// Scalars looked at.
  private static let reach = 400

  static func of(_ text: String) -> [DateToken] {
    var tokens: [DateToken] = []
    var rest = text.prefix(reach).lowercased().unicodeScalars[...]
    while let scalar = rest.first {
      let length: Int
      if let digit = digit(scalar) {
        let digits = rest.prefix { Self.digit($0) != nil }
        tokens.append(number(digits))
        length = digit < 0 ? 1 : digits.count
      } else if isLetter(scalar) {
        let word = rest.prefix { isLetter($0) || $0 == "\u{301}" }
        tokens.append(.word(String(word)))
        length = word.count
      } else {
        length = max(1, rest.prefix(while: isSpace).count)
        if length > 1 || !isSpace(scalar) || scalar == "\t" {
          tokens.append(.mark(isSpace(scalar) ? "\t" : scalar))
        }
      }
      rest = rest.dropFirst(length)
    }
    return tokens
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && !Ideographs.isWide(scalar.value)
  }

  private static let numerals = Array("〇一二三四五六七八九".unicodeScalars)

  /// The value of a digit: ASCII, full width, or an ideograph; ten is 10.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    case 0x5341: 10
    case 0x3007...0x9FFF: numerals.firstIndex(of: scalar)
    default: nil
    }
  }

  /// Digits one after the other, or with a ten between them: 二〇〇三, 二十三.
  private static func number(_ digits: Substring.UnicodeScalarView.SubSequence) -> DateToken {
    let values = digits.prefix(9).compactMap(digit)
    guard let ten = values.firstIndex(of: 10) else {
      return .number(values.reduce(0) { $0 * 10 + $1 }, digits: digits.count)
    }
    let tens = ten == 0 ? 1 : values[ten - 1]
    let ones = ten + 1 < values.count ? values[ten + 1] : 0
    return .number(tens * 10 + ones, digits: 2)
  }
}
