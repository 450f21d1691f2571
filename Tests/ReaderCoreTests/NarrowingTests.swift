import Articles
import ReaderCore
import Screen
import Testing

/// `&`: the list is narrowed by a query.
@Suite struct NarrowingTests {
  private static let texts: [(path: String, text: String?)] = [
    ("a.txt", "Alpha\n\nHere the needle lies.\n"), ("b.txt", "Bravo\n\nNothing to see.\n"),
    ("sub/c.txt", "Needle\n\nAnother one.\n"), ("sub/d.txt", Samples.long("Delta")),
    ("sub/e.txt", "Echo\n\nThread and needles.\n"),
  ]

  private func reader(
    _ marks: [ArticlePath: Marks] = [ArticlePath("b.txt"): Samples.read()], columns: Int = 80
  ) -> TestReader {
    TestReader(Self.texts, columns: columns, marks: marks)
  }

  /// The first letters of the rows.
  private func order(_ reader: TestReader) -> String {
    reader.listedRows.compactMap { $0.dropFirst(3).first.map(String.init) }
      .joined()
  }

  private func type(_ text: String, in reader: inout TestReader) {
    for letter in text { reader.press(letter == " " ? "Space" : String(letter)) }
  }

  @Test(arguments: [
    ("unread", "ANDE"), ("read", "B"), ("-unread", "B"), ("in:sub", "NDE"), ("needle", "ANE"),
    ("needle unread", "AN"),
    ("needles", "E"), ("needl", "ANE"), ("unread or read", "ABNDE"), ("-needle", "BD"),
    ("\"the needle\"", "A"), ("in:sub (needle or thread)", "NE"), ("words:>100", "D"),
    ("title:needle", "N"), ("sort:title -unread", "B"), ("unread sort:length", "NEAD"),
  ])
  func aQueryNarrows(query: String, rows: String) {
    for keys in ["&", "\\"] {
      var reader = reader()
      reader.press(keys)
      type(query, in: &reader)
      reader.press("Enter")
      #expect(order(reader) == rows)
      #expect(reader.rows[0].hasPrefix(" & " + query))
    }
  }

  @Test func theTopLineCountsWhatTheViewShows() {
    var reader = reader()
    reader.press("&", "in:sub", "Enter")
    #expect(reader.rows[0].hasSuffix(" 3 articles, 3 unread"))
    reader.press("m")
    #expect(reader.rows[0].hasSuffix(" 3 articles, 2 unread"), "it stays, and is counted as read")
    reader.press("U", "j", "Enter", "h")
    #expect(reader.rows[0].hasSuffix(" 3 articles, 2 unread, 1 reading"))
  }

  @Test func rowsFollowWhatIsTyped() {
    var reader = reader()
    reader.press("&")
    #expect(order(reader) == "ABNDE" && reader.message == "&")
    type("unrea", in: &reader)
    #expect(order(reader) == "ABNDE", "the name of a filter is not finished")
    type("d", in: &reader)
    #expect(order(reader) == "ANDE" && reader.statusLine.hasSuffix("4 articles"))
    type(" needle", in: &reader)
    #expect(order(reader) == "ANE", "a word may be the beginning of a longer one")
    reader.press("Space")
    #expect(order(reader) == "AN" && reader.statusLine.hasSuffix("2 articles"))
    reader.press("Ctrl-W")
    #expect(order(reader) == "ANDE")
  }

  @Test func aWrongQuerySaysWhereAndWhyAndChangesNothing() {
    var reader = reader(columns: 100)
    reader.press("z", "|", "z", "|", "&", "unread", "Space", "time:<x")
    #expect(order(reader) == "ANDE")
    #expect(reader.statusLine.contains("at “<x” (character 13): expected a time: <10m, >1h"))
    reader.press("Enter")
    #expect(reader.statusLine.contains("expected a time"), "it stays to be mended")
    reader.press("Backspace", "9m", "Enter")
    #expect(order(reader) == "ANDE" && reader.rows[0].hasPrefix(" & unread time:<9m"))
  }

  @Test func escRestoresTheViewAndThePlace() {
    var reader = reader()
    reader.press("&", "in:sub", "Enter", "j")
    let before = reader.rows.dropLast()
    reader.press("&", "read", "Enter", "Esc")
    #expect(order(reader) == "B", "Esc does not undo what was kept")
    reader.press("&", "in:sub", "Enter", "j", "&", "read")
    #expect(order(reader) == "B")
    reader.press("Esc")
    #expect(reader.rows.dropLast() == before)
  }

  @Test(arguments: ["Esc", "Ctrl-C", "Backspace"]) func keysGiveUpAnEmptyQuery(key: String) {
    var reader = reader()
    reader.press("&", "in:sub", "Enter", "&")
    #expect(order(reader) == "NDE", "nothing changes before something is typed")
    reader.press(key)
    #expect(order(reader) == "NDE")
  }

  @Test func anEmptyQueryRemovesIt() {
    var reader = reader()
    reader.press("&")
    type("in:sub sort:path", in: &reader)
    reader.press("Enter", "&", "Enter")
    #expect(order(reader) == "ABNDE")
    #expect(reader.rows[0].hasPrefix(" articles"))
    reader.press("&", "Up")
    #expect(reader.message == "& in:sub sort:path", "the last query comes back")
  }

  @Test func theSelectionStaysWithItsArticle() {
    var reader = reader()
    reader.press("4j", "&", "in:sub", "Enter")
    #expect(reader.cursorRow.contains("Echo"))
    reader.press("&", "read", "Ctrl-U", "unread", "Enter")
    #expect(reader.cursorRow.contains("Echo"), "though on the way it was not there")
  }

  @Test func aRowThatMatchesNoLongerStaysUntilTheViewIsAppliedAgain() {
    for again in [["r"], ["zh", "zh"], ["&", "unread", "Enter"]] {
      var reader = reader()
      reader.press("&", "unread", "Enter", "m")
      #expect(order(reader) == "ANDE")
      for key in again { reader.press(key) }
      #expect(order(reader) == "NDE", "\(again)")
    }
  }

  // MARK: What acts on the view

  @Test func markingAllMarksExactlyWhatIsShown() {
    var reader = reader([:])
    reader.press("&", "needle", "Space", "Enter", "A")
    #expect(reader.message == "Marked 2 articles read. U undoes it.")
    #expect(reader.readState("a.txt") == .read && reader.readState("sub/c.txt") == .read)
    #expect(reader.readState("b.txt") == .unread && reader.readState("sub/d.txt") == .unread)
  }

  @Test(arguments: ["n", "]u"]) func nextUnreadStaysInTheView(key: String) {
    var reader = reader([ArticlePath("sub/d.txt"): Samples.read()])
    reader.press("&", "in:sub", "Enter", key)
    #expect(reader.cursorRow.contains("Echo"))
    reader.press(key)
    #expect(reader.cursorRow.contains("Needle"))
  }

  @Test func aSearchLooksAmongWhatIsShown() {
    var reader = reader()
    reader.press("&", "in:sub", "Enter", "/", "needle")
    #expect(order(reader) == "NE", "but for Alpha, which has the word, too")
    reader.press("Esc")
    #expect(order(reader) == "NDE" && reader.rows[0].hasPrefix(" & in:sub"))
  }

  @Test func newArticlesAppearIfTheyMatch() {
    var reader = reader()
    reader.press("&", "in:sub", "Enter")
    reader.texts += [("f.txt", "Foxtrot\n\nText.\n"), ("sub/g.txt", "Golf\n\nText.\n")]
    reader.press("r")
    reader.scan()
    #expect(order(reader) == "NDEG")
    reader.press("&", "Enter")
    #expect(order(reader) == "ABFNDEG")
    reader.press("&", "title:h", "Backspace", "hotel", "Enter")
    reader.texts.append(("h.txt", "Hotel\n\nText.\n"))
    reader.find(["h.txt"])
    #expect(reader.screen.contains("No article matches."), "its title is not known yet")
    reader.describe(["h.txt"])
    #expect(order(reader) == "H")
    reader.send(.vanished([ArticlePath("b.txt"), ArticlePath("h.txt")]))
    reader.press("&", "Enter")
    #expect(order(reader) == "AFNDEG")
  }

  // MARK: Words

  @Test func titlesAreFoundUntilTheAnswerComes() {
    var reader = reader()
    reader.answersSearches = false
    reader.press("&", "needle")
    #expect(order(reader) == "N" && reader.state.awaitsHits)
    reader.send(reader.lookUps.last.map { reader.lookUp($0) } ?? .deadlinePassed)
    #expect(order(reader) == "ANE" && !reader.state.awaitsHits)
    #expect(reader.cursorRow.hasPrefix(" & needle"))
  }

  @Test func anAnswerThatIsOutdatedIsNone() {
    var reader = reader()
    reader.answersSearches = false
    reader.press("&", "needles")
    let late = reader.lookUps.last.map { reader.lookUp($0) }
    reader.press("Ctrl-U", "read", "Enter")
    late.map { reader.send($0) }
    #expect(order(reader) == "B")
  }

  @Test func withoutAnIndexTitlesAreFound() throws {
    var reader = reader()
    reader.answersSearches = false
    reader.press("&", "needle")
    let error = LibraryError(.open, path: [], reason: .system(2))
    reader.send(.foundWords(try #require(reader.lookUps.last), .failure(error)))
    #expect(order(reader) == "N" && reader.statusLine.hasSuffix("1 article, titles only"))
  }

  @Test func whatIsKnownIsNotAskedForAgain() {
    var reader = reader()
    reader.press("&", "needle", "Space")
    let count = reader.lookUps.count
    reader.press("unread", "Enter")
    #expect(count > 0 && reader.lookUps.count == count)
  }

  @Test func aViewWithoutRowsSaysWhatToDo() {
    var reader = reader()
    reader.press("&", "starred", "Enter")
    #expect(reader.screen.contains("No article matches."))
    #expect(reader.screen.contains("& Enter shows all articles."))
  }

  // MARK: Rank

  @Test func wordsGiveARank() {
    var reader = reader()
    reader.press("gsk")
    #expect(reader.message == "Only what is found by words has a rank.")
    reader.press("&", "needle", "Enter", "gsk")
    #expect(order(reader) == "ENA" && reader.message == "Sorted by rank.")
    reader.press("&", "needl", "Space", "or", "Space", "nothing", "Enter")
    #expect(order(reader) == "B", "another query has other ranks")
    reader.press("&", "needle", "Space", "or", "Space", "nothing", "Enter")
    #expect(order(reader) == "NBA")
    reader.press("gsr")
    #expect(order(reader) == "ABN")
    reader.press("&", "Enter")
    #expect(order(reader) == "ABNDE", "without words, paths count")
  }

  @Test func whatASearchFindsHasAnOrderOfItsOwn() {
    var reader = reader()
    reader.press("gst", "/", "needle", "Enter")
    #expect(order(reader) == "NAE", "titles first")
    reader.press("gsn")
    #expect(order(reader) == "ANE")
    reader.press("gsr")
    #expect(order(reader) == "ENA")
    reader.press("gsk")
    #expect(order(reader) == "NAE")
    reader.press("gsr")
    #expect(order(reader) == "EAN")
    reader.press("gsl", "Esc")
    #expect(order(reader) == "ABDEN", "the order of the view comes back")
  }

  // MARK: Completion

  @Test func tabCompletesFiltersAndTheirValues() {
    var later = Marks()
    later.apply(MarkChange(path: ArticlePath("a.txt"), mark: .tag("later", true), at: 1))
    var reader = reader([ArticlePath("a.txt"): later])
    reader.press("&", "ti", "Tab")
    #expect(reader.message == "& title:")
    reader.press("Tab")
    #expect(reader.message == "& time:")
    reader.press("Shift-Tab")
    #expect(reader.message == "& title:" && reader.statusLine.contains("  title:  time:"))
    reader.press("Ctrl-U", "-ta", "Tab", "Tab", "la", "Tab")
    #expect(reader.message == "& -tag:later" && order(reader) == "BNDE")
    reader.press("Ctrl-U", "in:", "Tab")
    #expect(reader.message == "& in:sub/" && order(reader) == "NDE")
  }
}
