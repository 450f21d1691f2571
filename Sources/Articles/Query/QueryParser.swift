extension Query {
  /// Understands what the user typed.
  ///
  ///     query    = sequence { "or" sequence }
  ///     sequence = factor { factor }
  ///     factor   = [ "-" ] ( "(" query ")" | phrase | filter | word )
  ///
  /// - Parameter completes: whether a word at the very end may be the beginning of a longer one.
  /// - Throws: `QueryError`.
  package init(_ text: String, completes: Bool = false) throws(QueryError) {
    var parser = QueryParser(Array(text), completes: completes)
    let condition = try parser.parse()
    self.init(condition: condition, sort: parser.sort)
  }
}

/// Reads a query from left to right.
struct QueryParser {
  private static let deepest = 32
  private static let mostTerms = 128

  private let text: [Character]
  private let completes: Bool
  private var position = 0
  private var depth = 0
  private var terms = 0
  /// Whether a minus sign stands before what is being read.
  private var isExcluded = false
  private(set) var sort: Sort.Key?

  init(_ text: [Character], completes: Bool) {
    self.text = text
    self.completes = completes
  }

  mutating func parse() throws(QueryError) -> Condition {
    skipSpace()
    guard position < text.count else { return .all([]) }
    return try alternatives()
  }

  // MARK: The grammar

  private mutating func alternatives() throws(QueryError) -> Condition {
    var sequences = [try sequence()]
    while takeOr() { sequences.append(try sequence()) }
    return sequences.count == 1 ? sequences[0] : .any(sequences)
  }

  private mutating func sequence() throws(QueryError) -> Condition {
    var factors: [Condition] = []
    let start = position
    while position < text.count, !isAtClosing, !isAtOr {
      if let factor = try factor() { factors.append(factor) }
      skipSpace()
    }
    guard position > start else { throw QueryError(.term, at: position) }
    return factors.count == 1 ? factors[0] : .all(factors)
  }

  /// Nil for `sort:`, which is no condition.
  private mutating func factor() throws(QueryError) -> Condition? {
    guard text[position] == "-", position + 1 < text.count, !text[position + 1].isWhitespace,
      text[position + 1] != "-"
    else { return try operand() }
    position += 1
    let wasExcluded = isExcluded
    isExcluded = true
    defer { isExcluded = wasExcluded }
    return try operand().map { .not($0) }
  }

  private mutating func operand() throws(QueryError) -> Condition? {
    guard text[position] == "(" else { return try term() }
    let start = position
    position += 1
    depth += 1
    guard depth <= QueryParser.deepest else { throw QueryError(.lessOfIt, at: start) }
    skipSpace()
    let condition = try alternatives()
    guard isAtClosing else { throw QueryError(.closingParenthesis, at: text.count) }
    position += 1
    depth -= 1
    return condition
  }

  private mutating func term() throws(QueryError) -> Condition? {
    terms += 1
    guard terms <= QueryParser.mostTerms else { throw QueryError(.lessOfIt, at: position) }
    let start = position
    if text[position] == "\"" {
      let phrase = try quoted()
      return .term(Term(.text(Phrase(phrase)), range: start..<position))
    }
    guard let name = takeFilterName() else { return try word() }
    let valueStart = position
    let value = position < text.count && text[position] == "\"" ? try quoted() : takeWord()
    guard !value.isEmpty else { throw QueryError(.value(of: name.rawValue), at: valueStart) }
    guard name != .sort else {
      try takeSort(value, at: valueStart, from: start)
      return nil
    }
    guard let filter = try FilterValue(value, at: valueStart).filter(name) else { return nil }
    return .term(Term(.filter(filter), range: start..<position))
  }

  private mutating func word() throws(QueryError) -> Condition {
    let start = position
    let word = takeWord()
    let range = start..<position
    if let filter = Filter(word: word) { return .term(Term(.filter(filter), range: range)) }
    guard word.hasLetterOrDigit else { throw QueryError(.lettersOrDigits, at: start) }
    let isLast = completes && position == text.count
    return .term(Term(.text(Phrase(word, isPrefix: isLast)), range: range))
  }

  private mutating func takeSort(
    _ value: String, at valueStart: Int, from start: Int
  ) throws(QueryError) {
    guard depth == 0, !isExcluded else { throw QueryError(.sortOutside, at: start) }
    guard let key = Sort.Key(rawValue: value.lowercased()) else {
      throw QueryError(.sortKey, at: valueStart)
    }
    sort = key
  }

  // MARK: Characters

  private var isAtClosing: Bool { depth > 0 && position < text.count && text[position] == ")" }

  private var isAtOr: Bool {
    let end = position + 2
    guard end <= text.count, String(text[position..<end]).lowercased() == "or" else { return false }
    return end == text.count || text[end].isWhitespace || text[end] == "("
      || (depth > 0 && text[end] == ")")
  }

  private mutating func takeOr() -> Bool {
    guard isAtOr else { return false }
    position += 2
    skipSpace()
    return true
  }

  private mutating func skipSpace() {
    while position < text.count, text[position].isWhitespace { position += 1 }
  }

  /// To the next space, or to the parenthesis that closes a group.
  private mutating func takeWord() -> String {
    let start = position
    while position < text.count, !text[position].isWhitespace, !isAtClosing { position += 1 }
    return String(text[start..<position])
  }

  private mutating func quoted() throws(QueryError) -> String {
    let start = position
    guard let end = text[(start + 1)...].firstIndex(of: "\"") else {
      throw QueryError(.closingQuote, at: text.count)
    }
    position = end + 1
    let phrase = String(text[(start + 1)..<end])
    guard phrase.hasLetterOrDigit else { throw QueryError(.lettersOrDigits, at: start) }
    return phrase
  }

  /// The name of a filter and the colon behind it.
  private mutating func takeFilterName() -> FilterName? {
    for name in FilterName.allCases {
      let end = position + name.rawValue.count
      guard end < text.count, text[end] == ":",
        String(text[position..<end]).lowercased() == name.rawValue
      else { continue }
      position = end + 1
      return name
    }
    return nil
  }
}

extension Filter {
  /// The words that are filters by themselves.
  fileprivate init?(word: String) {
    if word == "starred" {
      self = .starred
    } else if let state = ReadState(rawValue: word) {
      self = .state(state)
    } else {
      return nil
    }
  }
}

extension String {
  var hasLetterOrDigit: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        true
      default: false
      }
    }
  }
}
