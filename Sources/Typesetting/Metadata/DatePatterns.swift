/// The forms in which dates are written.
enum DatePatterns {
  /// The date that begins with the first token.
  static func date(_ tokens: ArraySlice<DateToken>) -> String? {
    numeric(tokens) ?? ideographic(tokens) ?? dayFirst(tokens) ?? monthFirst(tokens)
  }

  /// 2019-05-06, 2019/5/6, 06.05.2019, 06/05/2019, 2022-09.
  private static func numeric(_ tokens: ArraySlice<DateToken>) -> String? {
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

  /// 2019年5月6日, 令和元年五月.
  private static func ideographic(_ tokens: ArraySlice<DateToken>) -> String? {
    let (first, rest) = era(tokens)
    guard case .number(let number, let digits)? = rest.first, digits == 4 || first > 0,
      rest.dropFirst().first == .mark("年")
    else { return nil }
    let part = Array(rest.dropFirst(2).prefix(4))
    guard part.count >= 2, case .number(let month, _) = part[0], part[1] == .mark("月") else {
      return nil
    }
    guard part.count == 4, case .number(let day, _) = part[2], part[3] == .mark("日") else {
      return found(first + number, month, nil)
    }
    return found(first + number, month, day)
  }

  private static let eras: [(name: String, before: Int)] = [
    ("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867),
  ]

  /// The year before the first one of the Japanese era that begins here, and what follows its name.
  private static func era(_ tokens: ArraySlice<DateToken>) -> (Int, ArraySlice<DateToken>) {
    guard case .mark(let mark)? = tokens.first, Ideographs.isWide(mark.value) else {
      return (0, tokens)
    }
    for era in eras where tokens.starts(with: era.name.unicodeScalars.map { .mark($0) }) {
      let rest = tokens.dropFirst(2)
      guard rest.first == .mark("元") else { return (era.before, rest) }
      return (era.before, [.number(1, digits: 1)] + rest.dropFirst())
    }
    return (0, tokens)
  }

  /// 6 May 2019, 6. Mai 2019, 6 de mayo de 2019, 6th of May, 2019, 21-MAY-1983, 1er mai 2019.
  private static func dayFirst(_ tokens: ArraySlice<DateToken>) -> String? {
    guard case .number(let day, let digits)? = tokens.first, digits <= 2 else { return nil }
    let rest = skip(
      tokens.dropFirst(), words: ["st", "nd", "rd", "th", "er", "de", "of", "º", "ª"])
    guard let month = month(rest.first) else { return nil }
    let end = skip(rest.dropFirst(), words: ["de", "del", "of"])
    guard case .number(let year, digits: 4)? = end.first else { return nil }
    return found(year, month, day)
  }

  /// May 6, 2019; September 2022; Mon May  6 10:12:13 2019.
  private static func monthFirst(_ tokens: ArraySlice<DateToken>) -> String? {
    guard let month = month(tokens.first) else { return nil }
    let rest = skip(tokens.dropFirst(), words: ["de", "del", "of"], marks: ".,-/\t")
    guard case .number(let number, let digits)? = rest.first else { return nil }
    if digits == 4 { return found(number, month, nil) }
    guard digits <= 2 else { return nil }
    let end = skip(withoutTime(rest.dropFirst()), words: ["st", "nd", "rd", "th"])
    guard case .number(let year, digits: 4)? = end.first else { return nil }
    return found(year, month, number)
  }

  /// Drops a time of day and a zone: `10:12:13 UTC`.
  private static func withoutTime(_ tokens: ArraySlice<DateToken>) -> ArraySlice<DateToken> {
    var rest = tokens
    while case .number(_, digits: 2)? = rest.first {
      rest = skip(rest.dropFirst(), words: [], marks: ":")
    }
    if rest.count < tokens.count, case .word? = rest.first { rest = rest.dropFirst() }
    return rest
  }

  private static func skip(
    _ tokens: ArraySlice<DateToken>, words: Set<String>, marks: String = ".,-/"
  ) -> ArraySlice<DateToken> {
    tokens.drop {
      switch $0 {
      case .mark(let mark): marks.unicodeScalars.contains(mark)
      case .word(let word): words.contains(word)
      case .number: false
      }
    }
  }

  private static func month(_ token: DateToken?) -> Int? {
    guard case .word(let word)? = token else { return nil }
    return Phrasebook.shared.months[word]
  }

  private static func found(_ year: Int, _ month: Int, _ day: Int?) -> String? {
    guard DateText.years.contains(year), (1...12).contains(month) else { return nil }
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
