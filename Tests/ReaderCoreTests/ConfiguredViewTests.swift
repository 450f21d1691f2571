import Articles
import ReaderCore
import Screen
import Testing

/// Views that the user has configured.
@Suite struct ConfiguredViewTests {
  private static let texts: [(path: String, text: String?)] = [
    ("a.txt", Samples.short("Alpha")), ("b.txt", Samples.long("Bravo", paragraphs: 200)),
    ("c.txt", Samples.short("Charlie")), ("d.txt", "Delta\n\nWhales are seen here.\n"),
  ]
  private static let views = [
    NamedView(name: "By title", query: "", sort: Sort(key: .title, isReversed: true)),
    NamedView(name: "Left", query: "unread"),
    NamedView(name: "Whales", query: "whales unread"), NamedView(name: "Word", query: "whale"),
  ]
  private static let marks: [ArticlePath: Marks] = {
    var marks = Samples.read()
    marks.apply(MarkChange(path: ArticlePath("c.txt"), mark: .tag("later", true), at: 1))
    return [ArticlePath("c.txt"): marks]
  }()

  private func opened(
    _ views: [NamedView] = views, session: Session? = nil
  ) -> TestReader {
    TestReader(Self.texts, marks: Self.marks, views: views, session: session)
  }

  private func order(_ reader: TestReader) -> String {
    reader.rows.dropLast().dropFirst(2).compactMap { $0.dropFirst(3).first.map(String.init) }
      .joined()
  }

  /// Numbers and names, below those of every library.
  private func listed(_ reader: TestReader) -> [String] {
    reader.rows.dropFirst(2 + 8).prefix { !$0.isEmpty }.map { row in
      String(row.drop { $0 == " " }.prefix(12)).trimmingSuffix
    }
  }

  /// Shows the configured view of that number.
  private func show(_ number: Int, in reader: inout TestReader) {
    reader.press("gv", "gg")
    for _ in 0..<(8 + number) { reader.press("j") }
    reader.press("Enter")
  }

  @Test func theyStandBetweenTheOthersAndTheTags() {
    var reader = opened()
    reader.press("gv")
    #expect(reader.rows[9].contains("Long reads"))
    #expect(listed(reader) == ["4  By title", "3  Left", "1  Whales", "0  Word", "1  Tag later"])
    #expect(reader.rows[12].contains("whales unread"))
    var without = opened([])
    without.press("gv")
    #expect(listed(without) == ["1  Tag later"])
  }

  @Test(arguments: [
    (0, "DCBA", "articles · By title "), (1, "ABD", "articles · Left "),
    (2, "D", "articles · Whales "), (3, "", "articles · Word "),
  ])
  func enterShowsOneAndItIsSelectedThen(number: Int, rows: String, name: String) {
    var reader = opened()
    show(number, in: &reader)
    #expect(reader.rows[0].hasPrefix(" " + name))
    if !rows.isEmpty { #expect(order(reader) == rows) }
    #expect(reader.rows[0].contains(rows.isEmpty ? "no articles" : "\(rows.count) article"))
    reader.press("gv")
    #expect(reader.cursorRow.contains(Self.views[number].name))
    #expect(reader.screen.contains("Views"))
  }

  // MARK: Words

  @Test func numbersWaitForTheIndex() throws {
    var reader = opened()
    reader.answersSearches = false
    reader.press("gv", "gg", "j")
    #expect(listed(reader) == ["4  By title", "3  Left", "Whales", "Word", "1  Tag later"])
    #expect(reader.state.awaitsHits)
    let query = Query(
      condition: .all(try ["whales unread", "whale"].map { try Query($0).condition }))
    reader.send(reader.lookUpViews(try Query("other")))
    #expect(reader.state.awaitsHits, "an old answer is none")
    reader.send(reader.lookUpViews(query))
    #expect(listed(reader) == ["4  By title", "3  Left", "1  Whales", "0  Word", "1  Tag later"])
    #expect(!reader.state.awaitsHits && reader.cursorRow.contains("Unread"))
    reader.press("q")
    let before = reader.screen
    reader.send(reader.lookUpViews(query))
    #expect(reader.screen == before)
  }

  @Test func withoutAnAnswerTitlesAreCounted() throws {
    var reader = opened([NamedView(name: "D", query: "delta"), NamedView(name: "W", query: "seen")])
    reader.answersSearches = false
    reader.press("gv")
    let query = Query(condition: .all(try ["delta", "seen"].map { try Query($0).condition }))
    let error = LibraryError(.read, path: [], reason: .system(5))
    reader.send(.foundViewWords(query, .failure(error)))
    #expect(listed(reader) == ["1  D", "0  W", "1  Tag later"])
  }

  // MARK: Sessions

  @Test(arguments: [(0, "DCBA"), (1, "ABD"), (2, "D")])
  func theViewIsThereAgain(number: Int, rows: String) {
    var reader = opened()
    show(number, in: &reader)
    var after = opened(session: reader.state.session)
    #expect(order(after) == rows)
    #expect(after.rows[0].hasPrefix(" articles · \(Self.views[number].name) "))
    after.press("gv")
    #expect(after.cursorRow.contains(Self.views[number].name))
  }

  /// A view is no query that is being typed: its last word is whole.
  @Test func theLastWordStaysAWord() {
    var reader = opened()
    show(3, in: &reader)
    #expect(opened(session: reader.state.session).rows[0].contains("no articles"))
  }

  @Test func aQueryThatHasChangedSinceIsTheNewOne() {
    let session = Session(query: "unread", view: "Mine")
    let after = opened([NamedView(name: "Mine", query: "read")], session: session)
    #expect(order(after) == "C" && after.rows[0].hasPrefix(" articles · Mine "))
  }

  @Test func aViewThatIsGoneLeavesItsQuery() {
    let session = Session(query: "unread title:delta", view: "Mine")
    let after = opened(session: session)
    #expect(order(after) == "D" && after.rows[0].hasPrefix(" & unread title:delta "))
  }

  @Test func ownNamesDoNotHideThoseOfEveryLibrary() {
    let views = [NamedView(name: "Unread", query: "read"), NamedView(name: "Tag x", query: "read")]
    let usual = opened(views, session: Session(query: "unread", view: "Unread"))
    #expect(order(usual) == "ABD" && usual.rows[0].hasPrefix(" articles · Unread "))
    let own = opened(views, session: Session(query: "read", view: "Unread"))
    #expect(order(own) == "C" && own.rows[0].hasPrefix(" articles · Unread "))
    let tag = opened(views, session: Session(query: "tag:later", view: "Tag later"))
    #expect(order(tag) == "C" && tag.rows[0].hasPrefix(" articles · Tag later "))
  }
}

extension String {
  /// Without the spaces at its end, and what stands behind two of them.
  fileprivate var trimmingSuffix: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
