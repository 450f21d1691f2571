import Articles
import ReaderCore
import Testing

/// A list that was narrowed is so again at the next start, as soon as what it takes is known.
@Suite struct SessionQueryTests {
  private static let texts: [(path: String, text: String?)] = [
    ("a.txt", "Alpha\n\nHere the needle lies.\n"), ("b.txt", "Bravo\n\nNothing to see.\n"),
    ("sub/c.txt", "Needle\n\nAnother one.\n"), ("sub/d.txt", Samples.long("Delta")),
    ("sub/e.txt", "Echo\n\nThread and needles.\n"),
  ]

  /// The first letters of the rows: small ones of names, as long as titles are not known.
  private func order(_ reader: TestReader) -> String {
    guard !reader.rows.contains(where: { $0.contains("No article matches.") }) else { return "" }
    return reader.rows.dropLast().dropFirst(2).compactMap { $0.dropFirst(3).first.map(String.init) }
      .joined()
  }

  private func again(_ reader: TestReader) -> TestReader {
    TestReader(reader.texts, marks: reader.marks, session: reader.state.session)
  }

  /// A reader that knows the marks and that there are such files, and nothing else.
  private func early(_ query: String, selected: String? = nil) -> TestReader {
    let session = Session(query: query, selected: selected.map { ArticlePath($0) }, at: 9)
    var reader = TestReader(bare: Self.texts, session: session)
    reader.answersSearches = false
    reader.send(.marksLoaded([:], []))
    reader.find(Self.texts.map(\.path))
    reader.send(.scanned([]))
    return reader
  }

  private func answer(_ reader: inout TestReader) throws {
    reader.send(reader.lookUp(try #require(reader.lookUps.last)))
  }

  @Test(arguments: [
    ("in:sub", "NDE"), ("needle", "ANE"), ("needle unread", "AN"), ("-needle", "BD"),
    ("words:>100", "D"), ("sort:title in:sub", "DEN"), ("sort:rank needl", "NEA"),
  ])
  func aQueryIsThereAgain(query: String, rows: String) {
    var reader = TestReader(Self.texts)
    reader.press("&")
    for letter in query { reader.press(letter == " " ? "Space" : String(letter)) }
    reader.press("Enter")
    let before = reader.rows.dropLast()
    var after = again(reader)
    #expect(order(reader) == order(after) && Set(order(after)) == Set(rows))
    #expect(Array(after.rows.dropLast()) == Array(before))
    #expect(after.state.session.query == query)
    after.press("&", "Enter")
    #expect(order(after) == "ABNDE" || query.contains("sort"), "an empty query shows all again")
    #expect(after.state.session.query == nil && again(after).rows[0].hasPrefix(" articles"))
  }

  @Test func aNamedViewIsThereAgain() {
    var reader = TestReader(Self.texts, marks: [ArticlePath("a.txt"): Samples.read()])
    reader.press("gv", "j", "Enter")
    #expect(reader.rows[0].hasPrefix(" articles · Unread"))
    let after = again(reader)
    #expect(after.rows[0].hasPrefix(" articles · Unread") && order(after) == "BNDE")
    reader.press("gv", "g", "g", "Enter")
    #expect(again(reader).rows[0].hasPrefix(" articles ") && order(again(reader)) == "ABNDE")
  }

  @Test func whatIsBeingTypedIsNotKept() {
    var reader = TestReader(Self.texts)
    reader.press("&", "in:sub", "Enter", "&", "read", "Space", "sort:title")
    #expect(reader.state.session.query == "in:sub" && reader.state.session.sort == Sort())
  }

  @Test(arguments: ["time:<x", "(", "\"", "sort:colour", "-"]) func whatIsNoQueryShowsAll(
    query: String
  ) {
    let session = Session(
      sort: Sort(key: .rank), query: query, view: "Odd", selected: ArticlePath("b.txt"), at: 9)
    let reader = TestReader(Self.texts, columns: 100, session: session)
    #expect(reader.rows[0].hasPrefix(" articles "))
    #expect(reader.message.contains("the last query is not understood"))
    #expect(reader.cursorRow.contains("Bravo"))
    #expect(reader.state.session.query == nil && reader.state.session.sort == Sort())
  }

  // MARK: As it becomes known

  @Test func marksThatComeLateNarrow() {
    var reader = TestReader(bare: Self.texts, session: Session(query: "unread"))
    reader.scan()
    reader.send(.marksLoaded([ArticlePath("b.txt"): Samples.read()], []))
    #expect(order(reader) == "ANDE")
  }

  @Test(arguments: [("title:needle", "N"), ("words:>100", "D")])
  func titlesAndNumbersBringRows(query: String, rows: String) {
    var reader = early(query)
    #expect(order(reader) == "")
    reader.describe(["a.txt", "b.txt"])
    #expect(order(reader) == "")
    reader.describe(["sub/c.txt", "sub/d.txt", "sub/e.txt"])
    #expect(order(reader) == rows)
  }

  @Test func theAnswerBringsRows() throws {
    var reader = early("needle", selected: "sub/e.txt")
    #expect(reader.lookUps.count == 1 && order(reader) == "")
    reader.describe(Self.texts.map(\.path))
    #expect(order(reader) == "N")
    try answer(&reader)
    #expect(order(reader) == "ANE")
    #expect(reader.cursorRow.contains("Echo"), "the choice has waited")
  }

  @Test func theArticleToBeginWithMayBeDescribedLast() {
    var reader = early("words:<1000", selected: "sub/e.txt")
    reader.describe(["a.txt", "b.txt"])
    #expect(order(reader) == "AB")
    reader.describe(["sub/c.txt", "sub/d.txt", "sub/e.txt"])
    #expect(reader.cursorRow.contains("Echo"))
  }

  @Test func theChoiceDoesNotWaitForEver() {
    var reader = early("needle", selected: "sub/e.txt")
    reader.describe(["sub/c.txt"])
    reader.wait(1_000)
    reader.press("m")
    #expect(reader.readState("sub/c.txt") == .read)
  }

  @Test func rowsGoThatOnlySeemedToMatch() throws {
    var reader = early("-needle", selected: "b.txt")
    #expect(order(reader) == "abcde")
    reader.describe(Self.texts.map(\.path))
    #expect(order(reader) == "ABDE")
    try answer(&reader)
    #expect(order(reader) == "BD" && reader.cursorRow.contains("Bravo"))
  }

  /// The index is still being made, or follows a change.
  @Test func aLaterAnswerMovesNothingElse() throws {
    var reader = early("needle unread")
    reader.describe(Self.texts.map(\.path))
    let query = try #require(reader.lookUps.last)
    let phrases = query.condition.phrases
    func found(_ paths: String...) -> Event {
      let articles = paths.map { ArticlePath($0) }
      let all = Dictionary(uniqueKeysWithValues: phrases.map { ($0, articles) })
      return .foundWords(query, .success(WordsFound(articles: all, ranked: [])))
    }
    reader.send(found("a.txt", "b.txt"))
    #expect(order(reader) == "AB")
    reader.press("m", "j")
    reader.send(.indexed(done: 1, total: 1))
    #expect(reader.lookUps.count == 2)
    reader.send(found("a.txt", "sub/c.txt", "sub/e.txt"))
    #expect(order(reader) == "ABNE", "what was marked stays, and what is selected")
    reader.press("k")
    reader.send(.indexed(done: 1, total: 1))
    reader.send(found("a.txt", "sub/e.txt"))
    #expect(order(reader) == "ABE")
  }

  @Test func withoutAnIndexTitlesAreLookedAt() throws {
    var reader = early("needle", selected: "a.txt")
    reader.describe(Self.texts.map(\.path))
    let error = LibraryError(.open, path: [], reason: .system(2))
    reader.send(.foundWords(try #require(reader.lookUps.last), .failure(error)))
    #expect(order(reader) == "N" && reader.cursorRow.contains("Needle"))
    #expect(reader.state.session.selected == ArticlePath("sub/c.txt"), "nothing is waited for")
  }

  // MARK: The article

  /// Opening an unread article makes it one that is not: it is there again all the same.
  @Test func whatIsBeingReadStaysInItsView() {
    var reader = TestReader(Self.texts)
    reader.press("gv", "j", "Enter", "j", "j", "j", "Enter", "h")
    #expect(reader.readState("sub/d.txt") == .reading)
    var after = again(reader)
    #expect(order(after) == "ABNDE" && after.cursorRow.contains("Delta"))
    after.press("j", "r")
    #expect(order(after) == "ABNE", "until the view is applied again")
    reader.press("m")
    #expect(order(again(reader)) == "ABNE", "what is read is no place to begin")
  }
}
