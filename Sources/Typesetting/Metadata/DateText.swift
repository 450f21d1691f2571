/// Dates as texts write them, in the languages of the lexicons.
enum DateText {
  /// The first date in the text that is exact to the month at least: `YYYY-MM-DD` or `YYYY-MM`.
  static func first(in text: String) -> String? {
    let tokens = Tokens.of(text)
    for index in tokens.indices where !isPartOfNumber(index, tokens) {
      if let found = Tokens.date(tokens[index...]) { return found }
    }
    return nil
  }

  /// Whether a point stands before the number, as in the version 9.1.
  private static func isPartOfNumber(_ index: Int, _ tokens: [Token]) -> Bool {
    guard index > 1, tokens[index - 1] == .mark("."), case .number = tokens[index - 2] else {
      return false
    }
    return true
  }

  /// The year, where the text is nothing else.
  static func year(_ text: String) -> String? {
    guard case .number(let year, digits: 4)? = Tokens.of(text).first, Tokens.of(text).count == 1,
      (1400...2199).contains(year)
    else { return nil }
    return String(year)
  }
}

/// Numbers and words of a text, without the marks between them.
private enum Token: Equatable {
  case number(Int, digits: Int)
  case word(String)
  case mark(Unicode.Scalar)
}

private enum Tokens {
  static func of(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = text.lowercased().unicodeScalars.prefix(400)[...]
    while let scalar = rest.first {
      if isDigit(scalar) {
        let digits = rest.prefix(while: isDigit)
        tokens.append(.number(Int(String(digits)) ?? 0, digits: digits.count))
        rest = rest.dropFirst(digits.count)
      } else if scalar.properties.isAlphabetic, !Ideographs.isWide(scalar.value) {
        let word = rest.prefix {
          $0.properties.isAlphabetic && !Ideographs.isWide($0.value) || $0 == "\u{301}"
        }
        tokens.append(.word(String(word)))
        rest = rest.dropFirst(word.count)
      } else {
        let gap = rest.prefix { " \t\u{A0}".unicodeScalars.contains($0) }
        if gap.count != 1 || scalar == "\t" { tokens.append(.mark(gap.isEmpty ? scalar : "\t")) }
        rest = rest.dropFirst(max(1, gap.count))
      }
    }
    return tokens
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// The date that begins with the first token.
  static func date(_ tokens: ArraySlice<Token>) -> String? {
    numeric(tokens) ?? ideographic(tokens) ?? dayFirst(tokens) ?? monthFirst(tokens)
  }

  /// 2019-05-06, 2019/5/6, 06.05.2019, 06/05/2019, 2022-09.
  private static func numeric(_ tokens: ArraySlice<Token>) -> String? {
    let part = Array(tokens.prefix(5))
    guard part.count >= 3, case .number(let first, let digits) = part[0],
      case .mark(let mark) = part[1],
      "-/.".unicodeScalars.contains(mark), case .number(let second, let secondDigits) = part[2]
    else { return nil }
    guard part.count == 5, part[3] == part[1], case .number(let third, let thirdDigits) = part[4]
    else {
      return digits == 4 && secondDigits == 2 && mark == "-" ? found(first, second, nil) : nil
    }
    if digits == 4 { return found(first, second, third) }
    guard thirdDigits == 4, digits <= 2, secondDigits <= 2 else { return nil }
    return second > 12 ? found(third, first, second) : found(third, second, first)
  }

  /// 2019年5月6日.
  private static func ideographic(_ tokens: ArraySlice<Token>) -> String? {
    let part = Array(tokens.prefix(6))
    guard part.count >= 4, case .number(let year, digits: 4) = part[0], part[1] == .mark("年"),
      case .number(let month, _) = part[2], part[3] == .mark("月")
    else { return nil }
    guard part.count == 6, case .number(let day, _) = part[4], part[5] == .mark("日") else {
      return found(year, month, nil)
    }
    return found(year, month, day)
  }

  /// 6 May 2019, 6. Mai 2019, 6 de mayo de 2019, 6th of May, 2019, 21-MAY-1983, 1er mai 2019.
  private static func dayFirst(_ tokens: ArraySlice<Token>) -> String? {
    guard case .number(let day, let digits)? = tokens.first, digits <= 2 else { return nil }
    let rest = skip(
      tokens.dropFirst(), words: ["st", "nd", "rd", "th", "er", "de", "of", "º", "ª"])
    guard let month = month(rest.first) else { return nil }
    let end = skip(rest.dropFirst(), words: ["de", "del", "of"])
    guard case .number(let year, digits: 4)? = end.first else { return nil }
    return found(year, month, day)
  }

  /// May 6, 2019; September 2022; Mon May  6 10:12:13 2019.
  private static func monthFirst(_ tokens: ArraySlice<Token>) -> String? {
    guard let month = month(tokens.first) else { return nil }
    let rest = skip(tokens.dropFirst(), words: ["de", "del", "of"])
    guard case .number(let number, let digits)? = rest.first else { return nil }
    if digits == 4 { return found(number, month, nil) }
    guard digits <= 2 else { return nil }
    let end = skip(withoutTime(rest.dropFirst()), words: ["st", "nd", "rd", "th"])
    guard case .number(let year, digits: 4)? = end.first else { return nil }
    return found(year, month, number)
  }

  /// Drops a time of day and a zone: `10:12:13 UTC`.
  private static func withoutTime(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    var rest = tokens
    while case .number(_, digits: 2)? = rest.first {
      rest = skip(rest.dropFirst(), words: [], marks: ":")
    }
    if rest.count < tokens.count, case .word? = rest.first { rest = rest.dropFirst() }
    return rest
  }

  private static func skip(
    _ tokens: ArraySlice<Token>, words: Set<String>, marks: String = ".,-/"
  ) -> ArraySlice<Token> {
    tokens.drop {
      switch $0 {
      case .mark(let mark): marks.unicodeScalars.contains(mark)
      case .word(let word): words.contains(word)
      case .number: false
      }
    }
  }

  private static func month(_ token: Token?) -> Int? {
    guard case .word(let word)? = token else { return nil }
    return Phrasebook.shared.months[word]
  }

  private static func found(_ year: Int, _ month: Int, _ day: Int?) -> String? {
    guard (1400...2199).contains(year), (1...12).contains(month) else { return nil }
    let text = pad(year, 4) + "-" + pad(month, 2)
    guard let day else { return text }
    guard (1...31).contains(day) else { return nil }
    return text + "-" + pad(day, 2)
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
