import Articles
import ReaderCore
import Screen
import Testing

/// Articles with the same text take one row.
@Suite struct CopiesTests {
  /// The words of a text are the same in capitals, so that its title tells which copy is shown.
  private static func text(_ title: String) -> String { Samples.long(title, paragraphs: 2) }

  private static let texts: [(path: String, text: String?)] = [
    ("a.txt", text("Alpha")), ("b.txt", text("Bravo")), ("x/c.txt", text("ALPHA")),
    ("x/d.txt", text("alPHA")), ("z.txt", text("Zulu")),
  ]

  private static let names = ["Alpha", "ALPHA", "alPHA", "Bravo", "BRAVO", "Zulu", "ZULU"]

  /// The titles of the rows.
  private func titles(_ reader: TestReader) -> [String] {
    reader.listedRows.compactMap { row in Self.names.first { row.contains(" \($0) ") } }
  }

  private func marks(_ paths: String...) -> [ArticlePath: Marks] {
    Dictionary(uniqueKeysWithValues: paths.map { (ArticlePath($0), Samples.read()) })
  }

  @Test func aTextIsShownOnceAndSaysSo() {
    let reader = TestReader(Self.texts)
    #expect(titles(reader) == ["Alpha", "Bravo", "Zulu"])
    #expect(reader.rows[0].hasSuffix("3 articles, 3 unread"))
    #expect(reader.rows[2].contains("Alpha ") && reader.rows[2].contains(" +2 "))
    #expect(!reader.rows[3].contains("+"))
  }

  @Test(arguments: [20, 30, 44, 80, 130]) func theSignIsThereInEveryWidth(columns: Int) {
    let long = String(repeating: "Alpha ", count: 30)
    let texts = [("a.txt", Self.text(long)), ("b.txt", Self.text(long)), ("c.txt", "C\n")]
    let reader = TestReader(texts.map { ($0, $1) }, columns: columns)
    #expect(reader.cursorRow.contains("… +1"), "\(reader.screen)")
  }

  @Test func theMarkedCopyStandsForTheOthers() {
    var reader = TestReader(Self.texts, marks: marks("x/d.txt"))
    #expect(titles(reader) == ["Alpha", "Bravo", "Zulu"], "but for the one under the cursor")
    reader.press("j", "r")
    #expect(titles(reader) == ["Bravo", "alPHA", "Zulu"])
    #expect(reader.rows[0].hasSuffix("3 articles, 2 unread"))
  }

  @Test func onlyTheCopyThatIsShownIsMarked() {
    var reader = TestReader(Self.texts)
    reader.press("A")
    #expect(reader.message.hasPrefix("Marked 3 articles read"))
    #expect(Set(reader.saved.map(\.path.displayString)) == ["a.txt", "b.txt", "z.txt"])
    #expect(reader.rows[0].hasSuffix("3 articles, 0 unread"))
    reader.press("n")
    #expect(reader.message == "Nothing unread is left.")
  }

  @Test func aTextThatIsReadIsNowhereUnread() {
    var reader = TestReader(Self.texts)
    reader.press("m", "zh")
    #expect(titles(reader) == ["Bravo", "Zulu"])
    #expect(reader.rows[0].hasSuffix("3 articles, 2 unread"))
    reader.press("zh", "&", "unread", "Enter")
    #expect(titles(reader) == ["Bravo", "Zulu"])
    reader.press("&", "in:x", "Enter")
    #expect(titles(reader) == ["ALPHA"], "a folder shows what is in it")
    reader.press("&", "in:x -read", "Enter")
    #expect(titles(reader).isEmpty)
    reader.press("gv")
    #expect(reader.screen.contains("2  Unread") && reader.screen.contains("3  All articles"))
  }

  @Test func aViewShowsTheCopyThatItChooses() {
    var reader = TestReader(Self.texts)
    reader.press("&", "in:x", "Enter")
    #expect(titles(reader) == ["ALPHA"])
    #expect(reader.rows[0].hasSuffix("1 article, 1 unread"))
    reader.press("Esc", "&", "Enter", "/", "alpha")
    #expect(titles(reader) == ["Alpha"] || titles(reader) == ["ALPHA"])
    #expect(reader.statusLine.hasSuffix("1 article"))
  }

  @Test func aCopyWithAnotherTitleIsFoundByIt() {
    var reader = TestReader([
      ("a.txt", Self.text("Alpha")), ("b.txt", Self.text("Bravo")), ("x/c.txt", Self.text("ALPHA")),
    ])
    reader.answersSearches = false
    reader.press("/", "A")
    #expect(titles(reader) == ["Alpha"])
    reader.press("L")
    #expect(titles(reader) == ["ALPHA"])
  }

  // MARK: What comes and goes

  /// Copies are known from the second description on.
  private func streaming(columns: Int = 80, rows: Int = 24, at keys: String) -> TestReader {
    var reader = TestReader(bare: Self.texts, columns: columns, rows: rows)
    reader.send(.marksLoaded([:], []))
    reader.find(Self.texts.map(\.path))
    reader.send(.scanned([]))
    reader.describe(["a.txt", "b.txt"])
    reader.press(keys)
    return reader
  }

  @Test func copiesBelowTheCursorGoAsTheyBecomeKnown() {
    var reader = streaming(at: "j")
    reader.describe(["x/c.txt", "x/d.txt", "z.txt"])
    #expect(titles(reader) == ["Alpha", "Bravo", "Zulu"])
    #expect(reader.cursorRow.contains("Bravo"))
    #expect(reader.rows[0].hasSuffix("3 articles, 3 unread"))
  }

  @Test func theArticleUnderTheCursorStays() {
    var reader = streaming(at: "3G")
    let row = reader.state.frame.cursor?.row
    reader.describe(["x/c.txt", "x/d.txt", "z.txt"])
    #expect(reader.cursorRow.contains("ALPHA") && reader.state.frame.cursor?.row == row)
    #expect(titles(reader) == ["Alpha", "Bravo", "ALPHA", "Zulu"], "what moved it would stay")
    #expect(reader.rows[0].hasSuffix("4 articles, 4 unread"))
    reader.press("r")
    #expect(titles(reader) == ["Bravo", "ALPHA", "Zulu"])
    reader.press("j", "r")
    #expect(titles(reader) == ["Alpha", "Bravo", "Zulu"])
  }

  @Test func theArticleThatIsOpenStays() {
    var reader = streaming(columns: 120, at: "3G")
    reader.press("Enter")
    let page = reader.rows.dropLast().map { $0.drop { $0 != "│" } }
    reader.describe(["x/c.txt", "x/d.txt", "z.txt"])
    reader.press("zh")
    #expect(reader.rows.dropLast().map { $0.drop { $0 != "│" } } == page)
    reader.press("h", "i")
    #expect(reader.screen.contains("Path        x/c.txt"))
  }

  @Test func selectedRowsAreNotTakenAway() {
    var reader = streaming(at: "4G")
    reader.press("v", "3k")
    reader.describe(["x/c.txt", "x/d.txt", "z.txt"])
    reader.press("m")
    #expect(reader.message.hasPrefix("Marked 4 articles read"))
  }

  /// Each text is counted once though another article has it now.
  @Test func articlesSwapTheirTexts() {
    var reader = TestReader([("a.txt", Self.text("Alpha")), ("b.txt", Self.text("Bravo"))])
    reader.texts = [("a.txt", Self.text("Bravo")), ("b.txt", Self.text("Alpha"))]
    reader.describe(["a.txt", "b.txt"])
    #expect(titles(reader) == ["Bravo", "Alpha"])
    #expect(reader.rows[0].hasSuffix("2 articles, 2 unread"))
    reader.press("A", "n")
    #expect(reader.message == "Nothing unread is left.")
  }

  /// 40 articles on a screen with 10 rows; each text is there twice, side by side or far off.
  @Test(arguments: [["gg"], ["G"], ["12G"], ["20G", "5k"], ["39G"], ["G", "k"]], [1, 20])
  func theCursorKeepsItsPlaceOnTheScreen(keys: [String], distance: Int) {
    let numbers = (0..<40).map { $0 % (2 * distance) < distance ? $0 : $0 - distance }
    let texts = numbers.enumerated().map { index, number in
      (path: "\(100 + index).txt", text: Optional(Samples.long("Text \(number)", paragraphs: 1)))
    }
    var reader = TestReader(bare: texts, rows: 13)
    reader.send(.marksLoaded([:], []))
    reader.find(texts.map(\.path))
    reader.send(.scanned([]))
    for key in keys { reader.press(key) }
    reader.press("i")
    let path = reader.rows.first { $0.contains("Path") }
    reader.press("q")
    let row = reader.state.frame.cursor?.row
    for part in [texts[..<13], texts[13..<29], texts[29...]] { reader.describe(part.map(\.path)) }
    #expect(reader.state.frame.cursor?.row == row, "\(reader.screen)")
    reader.press("i")
    #expect(reader.rows.first { $0.contains("Path") } == path)
    reader.press("q", "r")
    #expect(reader.rows[0].contains("20 articles, 20 unread"))
  }

  @Test func anotherCopyAppearsWhenTheShownOneGoes() {
    var reader = TestReader(Self.texts)
    reader.press("G")
    for (path, expected) in [
      ("a.txt", ["Bravo", "ALPHA", "Zulu"]), ("x/c.txt", ["Bravo", "alPHA", "Zulu"]),
      ("x/d.txt", ["Bravo", "Zulu"]),
    ] {
      reader.remove(path)
      reader.send(.vanished([ArticlePath(path)]))
      #expect(titles(reader) == expected)
      #expect(reader.cursorRow.contains("Zulu"))
    }
    #expect(reader.rows[0].hasSuffix("2 articles, 2 unread"))
  }

  @Test func anotherCopyAppearsWhenTheShownOneHasAnotherText() {
    var reader = TestReader(Self.texts)
    reader.texts[0].text = Self.text("BRAVO")
    reader.find(["a.txt"], modified: 1_600_000_000_000)
    reader.press("G")
    reader.describe(["a.txt"])
    #expect(
      titles(reader) == ["BRAVO", "Bravo", "ALPHA", "Zulu"], "nothing moves the cursor's row")
    reader.press("r")
    #expect(titles(reader) == ["BRAVO", "ALPHA", "Zulu"])
    reader.texts[3].text = Self.text("ZULU")
    reader.find(["x/d.txt"], modified: 1_600_000_000_000)
    reader.describe(["x/d.txt"])
    #expect(titles(reader) == ["BRAVO", "ALPHA", "Zulu"])
    reader.texts[3].text = Self.text("Alpha")
    reader.find(["x/d.txt"], modified: 1_700_000_000_000)
    reader.describe(["x/d.txt"])
    #expect(titles(reader) == ["BRAVO", "ALPHA", "Zulu"])
  }

  @Test func aCopyThatComesLaterIsNotShown() {
    var reader = TestReader(Array(Self.texts.dropFirst()))
    #expect(titles(reader) == ["Bravo", "ALPHA", "Zulu"])
    reader.texts = Self.texts
    reader.press("G")
    reader.find(["a.txt"])
    reader.describe(["a.txt"])
    #expect(reader.cursorRow.contains("Zulu"))
    reader.press("r")
    #expect(titles(reader) == ["Alpha", "Bravo", "Zulu"])
  }

  @Test func theLastPlaceIsFoundInItsCopy() {
    var reader = TestReader(Self.texts)
    reader.press("&", "in:x", "Enter", "Enter", "h", "&", "Enter", "''")
    #expect(reader.message.isEmpty || !reader.message.contains("not in this view"))
    #expect(reader.screen.lowercased().contains("alpha paragraph 1"))
  }
}
