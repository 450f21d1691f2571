import Articles
import Testing

/// What the user types, and what it means.
@Suite struct QueryTests {
  @Test(
    arguments: [
      ("", "all()"), ("  ", "all()"), ("night", "night"), ("night train", "all(night, train)"),
      ("\"night train\"", "night train"), ("-night", "not(night)"),
      ("a b or c", "any(all(a, b), c)"), ("a OR b or c", "any(a, b, c)"),
      ("a (b or c)", "all(a, any(b, c))"), ("-(a b)", "not(all(a, b))"), ("(a)b", "all(a, b)"),
      ("orbit", "orbit"), ("\"or\"", "or"), ("f(x)", "f(x)"), ("e-mail", "e-mail"),
      ("a) b", "all(a), b)"), ("http://x.org", "http://x.org"), ("5\"", "5\""),
      ("unread", "state(unread)"), ("\"unread\"", "unread"), ("starred", "starred"),
      ("-read", "not(state(read))"), ("tag:x", "tag(x)"), ("TAG:x", "tag(x)"),
      ("tag:\"to read\"", "tag(to read)"), ("in:rfc", "folder(rfc/)"), ("in:a/b/", "folder(a/b/)"),
      ("title:x author:y", "all(title(x), author(y))"), ("after:2019-06", "after(2019-06)"),
      ("before:2020-01-31", "before(2020-01-31)"), ("added:<7d", "added(< 604800000)"),
      ("added:>=2w", "added(>= 1209600000)"), ("words:500", "words(= 500)"),
      ("words:<=500", "words(<= 500)"), ("time:<2h", "minutes(< 120)"),
      ("time:>10", "minutes(> 10)"),
      ("sort:date", "all()"), ("a sort:title b", "all(a, b)"), ("-5", "not(5)"),
    ])
  func queriesMeanWhatTheySay(text: String, meaning: String) throws {
    #expect(try Query(text).condition.meaning == meaning)
  }

  @Test func theOrderIsAskedFor() throws {
    #expect(try Query("a sort:date").sort == .date)
    #expect(try Query("sort:title sort:LENGTH").sort == .length)
    #expect(try Query("a").sort == nil)
  }

  @Test(
    arguments: [
      ("(a", 2, QueryError.Expected.closingParenthesis), ("a or", 4, .term), ("or a", 0, .term),
      ("a or or b", 5, .term), ("()", 1, .term), ("a ( or b)", 4, .term), ("\"a", 2, .closingQuote),
      ("--", 0, .lettersOrDigits), ("a ++", 2, .lettersOrDigits), ("\"\"", 0, .lettersOrDigits),
      ("- a", 0, .lettersOrDigits), ("a )", 2, .lettersOrDigits), ("tag:", 4, .value(of: "tag")),
      ("tag: x", 4, .value(of: "tag")), ("after:june", 6, .date), ("after:2019-13", 6, .date),
      ("after:2019-00", 6, .date), ("after:0000", 6, .date),
      ("before:20", 7, .date),
      ("after:2019-06-01-02", 6, .date), ("added:<7", 6, .age),
      ("added:d", 6, .age), ("words:many", 6, .number), ("words:<99999999999999999999", 6, .number),
      ("added:<9999999999999y", 6, .age), ("time:<10d", 5, .minutes), ("sort:size", 5, .sortKey),
      ("(a sort:date)", 3, .sortOutside), ("-sort:date", 1, .sortOutside),
      ("title:-", 6, .lettersOrDigits),
    ])
  func mistakesAreNamedWhereTheyAre(
    text: String, position: Int, expected: QueryError.Expected
  ) throws {
    let error = try #require(throws: QueryError.self) { try Query(text) }
    #expect(error.position == position && error.expected == expected, "\(error)")
  }

  @Test func deepAndLongQueriesAreRefused() {
    let deep = String(repeating: "(", count: 100_000)
    #expect(throws: QueryError.self) { try Query(deep + "a") }
    #expect(throws: QueryError.self) { try Query(String(repeating: "a ", count: 10_000)) }
  }

  @Test func termsKnowWhereTheyStand() throws {
    let terms = try Query("ab -(\"c d\" or tag:x)").condition.terms
    #expect(terms.map(\.range) == [0..<2, 5..<10, 14..<19])
    #expect(try Query("a -b (c or d)").condition.wantedTerms.map(\.range.lowerBound) == [0, 6, 11])
  }

  @Test func onlyTheWordAtTheEndMayBeABeginning() throws {
    func beginnings(_ text: String) throws -> [String] {
      try Query(text, completes: true).condition.terms.compactMap { term in
        guard case .text(let phrase) = term.test, phrase.isPrefix else { return nil }
        return phrase.text
      }
    }
    #expect(try beginnings("night tra") == ["tra"])
    #expect(try beginnings("night tra ") == [])
    #expect(try beginnings("\"night tra\"") == [])
    #expect(try beginnings("night tag:tra") == [])
  }
}

extension Condition {
  /// The tree as a line.
  fileprivate var meaning: String {
    func list(_ parts: [Condition]) -> String { parts.map(\.meaning).joined(separator: ", ") }
    switch self {
    case .all(let parts): return "all(\(list(parts)))"
    case .any(let parts): return "any(\(list(parts)))"
    case .not(let part): return "not(\(part.meaning))"
    case .term(let term):
      switch term.test {
      case .text(let phrase): return phrase.text
      case .filter(let filter): return filter.meaning
      }
    }
  }
}

extension Filter {
  fileprivate var meaning: String {
    switch self {
    case .state(let state): "state(\(state))"
    case .starred: "starred"
    case .tag(let name): "tag(\(name))"
    case .folder(let bytes): "folder(\(String(decoding: bytes, as: UTF8.self)))"
    case .title(let words): "title(\(words))"
    case .author(let words): "author(\(words))"
    case .after(let date): "after(\(date))"
    case .before(let date): "before(\(date))"
    case .added(let sign, let age): "added(\(sign.rawValue) \(age))"
    case .words(let sign, let count): "words(\(sign.rawValue) \(count))"
    case .minutes(let sign, let count): "minutes(\(sign.rawValue) \(count))"
    }
  }
}
