import Articles
import ReaderCore
import Screen
import Testing

/// `/` in the list also looks into the texts.
@Suite struct LibrarySearchTests {
  private static let texts: [(path: String, text: String?)] = [
    ("a.txt", "Alpha\n\nHere the needle lies.\n"), ("b.txt", "Bravo\n\nNothing to see.\n"),
    ("c.txt", "The Needle\n\nAnother one.\n"),
    ("d.txt", Samples.long("Delta") + "\nA needle at last.\n"),
    ("e.txt", "Echo\n\nA sewing kit: thread and needles.\n"),
  ]

  /// The titles of the rows, in order.
  private func titles(_ reader: TestReader) -> [String] {
    let known = ["Alpha", "Bravo", "The Needle", "Delta", "Echo"]
    return reader.rows.dropFirst().compactMap { row in known.first { row.contains($0) } }
  }

  private func type(_ text: String, in reader: inout TestReader) {
    for letter in text { reader.press(letter == " " ? "Space" : String(letter)) }
  }

  @Test func titlesComeBeforeTexts() {
    var reader = TestReader(Self.texts)
    reader.press("/")
    type("needle", in: &reader)
    #expect(titles(reader) == ["The Needle", "Alpha", "Delta", "Echo"])
    #expect(reader.statusLine.hasSuffix("4 articles"))
    #expect(reader.text(.reverse, row: 2).contains("The Needle"), "the best is selected")
    type(" lies", in: &reader)
    #expect(titles(reader) == ["Alpha"])
    reader.press("Esc")
    #expect(titles(reader).count == 5)
  }

  @Test func phrasesAreFound() {
    var reader = TestReader(Self.texts)
    reader.press("/")
    type("\"the needle", in: &reader)
    #expect(titles(reader) == ["The Needle", "Alpha"])
    type("\" lies", in: &reader)
    #expect(titles(reader) == ["Alpha"])
  }

  @Test func whatWasFoundStaysUntilTheNextAnswer() {
    var reader = TestReader(Self.texts)
    reader.press("/")
    type("needl", in: &reader)
    reader.answersSearches = false
    let before = titles(reader)
    type("e", in: &reader)
    #expect(titles(reader) == before && reader.state.awaitsHits)
    type("s", in: &reader)
    reader.send(reader.search("needle"))
    #expect(reader.state.awaitsHits, "an old answer is none")
    reader.send(reader.search("needles"))
    #expect(titles(reader) == ["Echo"] && !reader.state.awaitsHits)
    reader.press("Ctrl-U")
    #expect(titles(reader).count == 5 && !reader.state.awaitsHits)
  }

  /// What fills the screen is answered first, and no more.
  @Test func whatFillsTheScreenIsAskedForFirst() {
    var reader = TestReader((0..<30).map { ("\($0).txt", "The Needle\n\nAnother one.\n") })
    reader.press("/")
    type("needl", in: &reader)
    for rows in [40, 24, 10, 4] {
      reader.send(.resized(Size(columns: 80, rows: rows)))
      type("e", in: &reader)
      let shown = reader.rows.filter { $0.contains("The Needle") }.count
      #expect(reader.firstPages.last == shown, "\(rows) rows")
      reader.press("Backspace")
    }
  }

  @Test func theSelectionStaysWhereTheUserPutIt() {
    var reader = TestReader(Self.texts)
    reader.press("/")
    type("needl", in: &reader)
    reader.answersSearches = false
    type("e", in: &reader)
    reader.press("Down", "Down")
    reader.send(reader.search("needle"))
    #expect(reader.text(.reverse, row: 6).contains("Delta"))
  }

  @Test func aHitIsOpenedWhereItIs() {
    var reader = TestReader(Self.texts)
    reader.press("/")
    type("needle", in: &reader)
    reader.press("Down", "Down", "Enter", "Enter")
    #expect(reader.screen.contains("A needle at last."))
    #expect(reader.statusLine.hasSuffix("1 of 1"))
    reader.press("h")
    #expect(titles(reader) == ["The Needle", "Alpha", "Delta", "Echo"], "the list goes on")
  }

  @Test func aHitOnASlowDiskIsOpenedWhereItIs() {
    var reader = TestReader(Self.texts)
    reader.press("/")
    type("last", in: &reader)
    reader.isSlow = true
    reader.press("Enter", "Enter")
    reader.deliver()
    #expect(reader.screen.contains("A needle at last."))
  }

  @Test func withoutAnIndexTitlesAreFound() {
    var reader = TestReader(Self.texts)
    reader.answersSearches = false
    reader.press("/")
    type("needle", in: &reader)
    let error = LibraryError(.open, path: [], reason: .system(2))
    reader.send(.foundInTexts("needle", .failure(error)))
    #expect(titles(reader) == ["The Needle"])
    #expect(reader.statusLine.hasSuffix("1 article, titles only"))
  }

  /// What is hidden does not take the places of what can be shown.
  @Test func onlyWhatTheViewShowsIsLookedThrough() {
    var reader = TestReader(Self.texts)
    reader.hitLimit = 2
    reader.press("m", "zh", "/")
    type("needle", in: &reader)
    #expect(titles(reader) == ["The Needle", "Delta"])
  }

  @Test func titlesStayFirstWhenRowsComeAndGo() {
    var reader = TestReader(Self.texts)
    reader.press("/")
    type("needle", in: &reader)
    reader.press("Enter", "zh")
    #expect(titles(reader) == ["The Needle", "Alpha", "Delta", "Echo"])
    reader.press("m", "zh")
    #expect(titles(reader) == ["The Needle", "Alpha", "Delta", "Echo"])
  }

  @Test func whatIsReadStaysHidden() {
    var reader = TestReader(Self.texts)
    reader.press("m", "zh", "/")
    type("needle", in: &reader)
    #expect(titles(reader) == ["The Needle", "Delta", "Echo"])
  }

  @Test func nothingIsLookedForWithoutLetters() {
    var reader = TestReader(Self.texts)
    reader.press("/")
    type("-- \"", in: &reader)
    #expect(reader.searches.isEmpty && !reader.state.awaitsHits)
  }
}
