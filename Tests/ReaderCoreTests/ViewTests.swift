import Articles
import ReaderCore
import Screen
import Testing

@Suite struct ViewTests {
  let texts: [(path: String, text: String?)] = [
    ("a.txt", "Title: Zulu\nDate: 2001-01-01\n\n" + Samples.long("Zulu", paragraphs: 3)),
    ("b.txt", "Title: Mike\nDate: 2020-05-05\n\n" + Samples.long("Mike", paragraphs: 9)),
    ("c.txt", "Title: alpha\nDate: 1999-09-09\n\n" + Samples.short("alpha")),
    ("d.txt", "Title: Echo\nDate: 2010-10-10\n\n" + Samples.long("Echo", paragraphs: 5)),
  ]

  /// The first letters of the rows, marker aside.
  private func order(_ reader: TestReader) -> String {
    reader.rows.dropLast().dropFirst(2).compactMap { $0.dropFirst(3).first.map(String.init) }
      .joined()
  }

  // MARK: Sort

  @Test(arguments: [
    ("gsn", "ZMaE", "path"), ("gst", "aEMZ", "title"), ("gsd", "MEZa", "date"),
    ("gsl", "aZEM", "length"), ("gsp", "EMZa", "progress"), ("gsa", "ZMaE", "added"),
  ])
  func keysSort(keys: String, wanted: String, name: String) {
    let marks = [
      ArticlePath("b.txt"): Samples.reading(progress: 0.4),
      ArticlePath("d.txt"): Samples.reading(progress: 0.8),
      ArticlePath("a.txt"): Samples.reading(progress: 0.2),
    ]
    var reader = TestReader(texts, marks: marks)
    reader.press("gst", keys)
    #expect(order(reader) == wanted)
    #expect(reader.message == "Sorted by \(name).")
    reader.press("gsr")
    #expect(order(reader).first == (name == "added" ? wanted.first : wanted.last), "reversed")
    #expect(reader.message == "Sorted by \(name), reversed.")
    reader.press("gsr")
    #expect(order(reader) == wanted)
  }

  @Test func reversingKeepsEqualOnesInTheOrderOfTheirPaths() {
    var reader = TestReader(texts)
    reader.press("gsp", "gsr")
    #expect(order(reader) == "ZMaE")
    reader.press("gsn", "gsr")
    #expect(order(reader) == "EaMZ", "but paths themselves are reversed")
  }

  @Test func theSelectionStaysOnItsArticleAndItsRowOfTheScreen() {
    var reader = TestReader(Samples.letters(60))
    reader.press("30G", "zh", "gsn")
    let row = reader.state.frame.cursor?.row
    reader.press("gsr")
    #expect(reader.cursorRow.contains("Letter 30 "))
    #expect(reader.state.frame.cursor?.row == row)
  }

  @Test func sortingInTheReadingPaneKeepsThePage() {
    var reader = TestReader(texts)
    reader.press("j", "Enter", "5j")
    let page = reader.rows.dropLast()
    reader.press("gst")
    #expect(reader.rows.dropLast() == page)
    reader.press("J")
    #expect(reader.screen.contains("Zulu"), "and the new order counts")
  }

  @Test func titlesThatBecomeKnownAreSortedWhenAllAre() {
    var reader = TestReader(bare: texts)
    reader.send(.marksLoaded([:], []))
    reader.find(texts.map(\.path))
    reader.send(.scanned([]))
    reader.press("gst")
    reader.describe(["a.txt", "b.txt"])
    reader.describe(["c.txt", "d.txt"])
    #expect(order(reader) == "aEMZ")
  }

  // MARK: Hiding what is read

  @Test func zhHidesAndShowsWhatIsRead() {
    var reader = TestReader(texts, marks: [ArticlePath("b.txt"): Samples.read()])
    reader.press("zh")
    #expect(order(reader) == "ZaE")
    #expect(reader.message == "Articles that are read are hidden.")
    #expect(reader.rows[0].contains("4 articles"), "the counts are those of the library")
    reader.press("zh")
    #expect(order(reader) == "ZMaE")
    #expect(reader.message == "All articles are shown.")
  }

  @Test func aRowThatBecomesReadStaysUntilTheViewIsAppliedAgain() {
    for again in [["zh", "zh"], ["r"], ["/", "Esc"]] {
      var reader = TestReader(texts)
      reader.press("zh", "j", "m")
      #expect(order(reader) == "ZMaE")
      #expect(reader.cursorRow.hasPrefix("   Mike"))
      reader.press("j", "gst", "gsn")
      #expect(order(reader) == "ZMaE", "sorting is not filtering")
      for key in again { reader.press(key) }
      #expect(order(reader) == "ZaE", "\(again)")
      #expect(reader.cursorRow.contains("alpha"))
    }
  }

  @Test func whatTakesThePlaceOfTheSelectionIsTheNextRow() {
    var reader = TestReader(texts)
    reader.press("j", "m", "zh")
    #expect(reader.cursorRow.contains("alpha"))
    reader.press("G", "m", "zh", "zh")
    #expect(reader.cursorRow.contains("alpha"), "after the last row, the one before")
  }

  @Test func theSelectionComesBackAfterAnEmptyView() {
    var reader = TestReader(Samples.six)
    reader.press("3j", "A", "zh", "zh")
    #expect(reader.cursorRow.contains("Delta"))
  }

  @Test func theArticleInTheReadingPaneIsNeverTakenAway() {
    var reader = TestReader(texts)
    reader.press("j", "Enter", "m")
    let page = reader.rows.dropLast()
    reader.press("zh")
    #expect(reader.rows.dropLast() == page)
    reader.press("r")
    #expect(reader.rows.dropLast() == page)
    reader.press("J")
    #expect(reader.screen.contains("alpha"))
  }

  @Test func whenAllIsHiddenTheListSaysWhatToDo() {
    var reader = TestReader(texts)
    reader.press("A", "zh")
    #expect(reader.screen.contains("Everything is read."))
    #expect(reader.screen.contains("zh shows what is read."))
    reader.press("j")
    #expect(reader.statusLine.hasPrefix(" zh show what is read"))
    reader.press("zh")
    #expect(order(reader) == "ZMaE")
  }

  @Test func newUnreadArticlesAppearInAHidingViewAndReadOnesDoNot() {
    let marks = [ArticlePath("b.txt"): Samples.read()]
    var reader = TestReader(Array(texts.prefix(1)), marks: marks)
    reader.press("zh")
    reader.texts = texts
    reader.press("r")
    reader.scan()
    #expect(order(reader) == "ZaE")
  }
}
