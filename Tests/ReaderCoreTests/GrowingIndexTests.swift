import Articles
import ReaderCore
import Screen
import Testing

/// A search while the index is still being made.
@Suite struct GrowingIndexTests {
  private func texts(_ numbers: ClosedRange<Int>) -> [(path: String, text: String?)] {
    numbers.map { ("\($0).txt", "Title \($0)\n\nHere the needle lies.\n") }
  }

  /// Nine texts with the word, of which the search finds two at first.
  private func searching(
    columns: Int = 80, rows: Int = 24, known: Set<String> = ["4.txt", "6.txt"]
  ) -> TestReader {
    var reader = TestReader(texts(1...9), columns: columns, rows: rows)
    reader.indexed = known
    reader.send(.indexed(done: 2, total: 9))
    reader.press("/", "needle")
    return reader
  }

  private func learn(_ paths: Set<String>, in reader: inout TestReader) {
    reader.indexed?.formUnion(paths)
    reader.send(.indexed(done: reader.indexed?.count ?? 0, total: 9))
  }

  private func numbers(_ reader: TestReader) -> String {
    reader.rows.compactMap { row in
      row.firstRange(of: "Title ").map { String(row[$0.upperBound...].prefix(1)) }
    }.joined()
  }

  @Test func whatIsIndexedLaterIsFound() {
    var reader = searching()
    #expect(numbers(reader) == "46")
    #expect(reader.statusLine.hasSuffix("2 articles, 22 % indexed"))
    learn(["1.txt", "5.txt", "9.txt"], in: &reader)
    #expect(numbers(reader) == "41569", "the row of the cursor stays, the others are ranked")
    #expect(reader.statusLine.hasSuffix("5 articles, 55 % indexed"))
    reader.press("Down", "Down", "Enter")
    let (row, cursor) = (reader.cursorRow, reader.state.frame.cursor)
    learn(["2.txt", "3.txt", "7.txt", "8.txt"], in: &reader)
    #expect(numbers(reader) == "415236789")
    #expect(reader.cursorRow == row && reader.state.frame.cursor == cursor)
    #expect(reader.rows[0].hasSuffix(" 9 articles"), "all is indexed")
  }

  @Test func whatIsNotIndexedIsFoundInFiles() {
    var reader = searching()
    reader.press("Esc")
    reader.readsFiles = true
    reader.press("/", "needle")
    #expect(numbers(reader) == "461235789", "below what the index has found")
    let asked = reader.fileSearches
    learn(["1.txt", "5.txt"], in: &reader)
    #expect(numbers(reader) == "461235789", "no row moves")
    #expect(reader.fileSearches == asked, "a search looks through the files once")
    reader.press("Esc")
    learn(["2.txt", "3.txt", "7.txt", "8.txt", "9.txt"], in: &reader)
    reader.press("/", "needle")
    #expect(reader.fileSearches == asked, "the index knows all")
  }

  @Test func filesAreLookedThroughWhenTheIndexFallsBehind() {
    var reader = TestReader([("1.txt", "Title 1\n\nHere the needle lies.\n")])
    reader.indexed = []
    reader.readsFiles = true
    reader.press("/", "needle")
    #expect(numbers(reader).isEmpty)
    reader.send(.indexed(done: 0, total: 1))
    #expect(numbers(reader) == "1")
  }

  /// Who searches while the folder is still walked finds what is found later too.
  @Test func filesThatAreFoundLaterAreLookedThrough() {
    var reader = TestReader(bare: texts(1...3))
    reader.indexed = []
    reader.readsFiles = true
    reader.send(.marksLoaded([:], []))
    reader.find(["1.txt"])
    reader.send(.indexed(done: 0, total: 1))
    reader.describe(["1.txt"])
    reader.texts = texts(1...1)
    reader.press("/", "needle")
    #expect(numbers(reader) == "1")
    reader.texts = texts(1...3)
    reader.find(["2.txt", "3.txt"])
    reader.send(.scanned([]))
    reader.describe(["2.txt", "3.txt"])
    #expect(numbers(reader) == "123")
    let asked = reader.fileSearches
    reader.send(.folderChanged)
    reader.find(["1.txt", "2.txt", "3.txt"])
    reader.send(.scanned([]))
    #expect(reader.fileSearches == asked, "there are no other files")
  }

  /// Files are not looked through twice: the answer that is awaited is followed by that anyway.
  @Test func filesAreLookedThroughAfterTheAnswer() {
    var reader = TestReader(texts(1...3))
    reader.answersSearches = false
    reader.press("/", "needle")
    reader.send(.indexed(done: 1, total: 3))
    #expect(reader.fileSearches.isEmpty)
    reader.send(reader.search("needle"))
    #expect(reader.fileSearches == ["needle"])
  }

  @Test func whatWasFoundForOtherWordsIsNotShown() {
    var reader = searching()
    reader.send(.foundInFiles("other", [ArticlePath("1.txt")]))
    #expect(numbers(reader) == "46")
  }

  @Test func theTopLineTellsHowFarTheIndexIs() {
    var reader = searching()
    reader.press("Enter")
    #expect(reader.rows[0].hasSuffix(" 2 articles, 22 % indexed"))
    reader.press("Esc")
    #expect(!reader.screen.contains("indexed"))
    var narrow = searching(columns: 30)
    narrow.press("Enter")
    #expect(narrow.rows[0].hasSuffix(" 2 articles"), "the share gives way")
  }

  @Test func rowsAreSortedOnceAllTitlesAreThereAndOnceAllAreRead() {
    var reader = TestReader([])
    reader.find((1...4).map { "\($0).txt" })
    reader.send(.scanned([]))
    reader.press("gst")
    describe(["1": "D", "2": "C", "3": "B"], in: &reader)
    reader.send(.indexed(done: 0, total: 4))
    #expect(titles(reader) == "DCB4", "one has only the name of its file")
    describe(["4": "A"], in: &reader)
    #expect(titles(reader) == "ABCD")
    describe(["1": "@"], in: &reader)
    #expect(titles(reader) == "ABC@", "what is read whole moves no row yet")
    reader.send(.indexed(done: 4, total: 4))
    #expect(titles(reader) == "@ABC")
    describe(["2": "9"], in: &reader)
    #expect(titles(reader) == "9@AB", "the index is complete")
  }

  private func describe(_ titles: [String: String], in reader: inout TestReader) {
    let descriptions = titles.map { name, title in
      Description(
        path: ArticlePath(name + ".txt"),
        outcome: .success(Summary(title: title, words: 100, minutes: 1)))
    }
    reader.send(.described(descriptions))
  }

  private func titles(_ reader: TestReader) -> String {
    reader.rows.dropFirst().compactMap { row in
      row.firstRange(of: "● ").map { String(row[$0.upperBound...].prefix(1)) }
    }.joined()
  }

  @Test func nothingChangesBeforeTheAnswer() {
    var reader = searching()
    reader.answersSearches = false
    let rows = reader.rows.dropFirst().dropLast()
    learn(["1.txt"], in: &reader)
    #expect(reader.rows.dropFirst().dropLast() == rows)
    reader.send(.foundInTexts("needle", .failure(LibraryError(.read, path: [], reason: .damaged))))
    #expect(reader.rows.dropFirst().dropLast() == rows, "nor by an answer that is none")
    learn(["2.txt"], in: &reader)
    reader.send(reader.search("needle"))
    #expect(numbers(reader) == "4126")
  }

  @Test func oneQuestionIsAskedAtATime() {
    var reader = searching()
    reader.answersSearches = false
    let before = reader.searches.count
    for number in [1, 2, 3] { learn(["\(number).txt"], in: &reader) }
    #expect(reader.searches.count == before + 1)
    reader.send(reader.search("needle"))
    #expect(reader.searches.count == before + 2, "the index knew more before the answer")
    reader.send(reader.search("needle"))
    #expect(reader.searches.count == before + 2)
  }

  @Test func aNewSearchIsRankedAsAWhole() {
    var reader = searching()
    reader.press("Down")
    learn(["1.txt"], in: &reader)
    #expect(numbers(reader) == "461")
    reader.press("Ctrl-W", "lies")
    #expect(numbers(reader) == "146")
  }

  @Test func whatTheAnswerHasNoRoomForStays() {
    var reader = searching()
    reader.answersSearches = false
    learn([], in: &reader)
    reader.send(.foundInTexts("needle", .success([ArticlePath("1.txt")])))
    #expect(numbers(reader) == "416")
    reader.press("Enter", "Enter")
    #expect(reader.statusLine.hasSuffix("1 of 1"), "and is opened where the word stands")
  }

  @Test func whatIsFoundFirstIsShownAtOnceAndTheRestBelow() {
    var reader = searching()
    reader.answersSearches = false
    reader.press("s")
    reader.press("Backspace")
    #expect(reader.state.awaitsHits)
    let first = ["9.txt", "3.txt"].map { ArticlePath($0) }
    reader.send(.foundFirst("needle", first))
    #expect(numbers(reader) == "93")
    #expect(!reader.state.awaitsHits, "the screen waits no longer")
    reader.send(.foundFirst("needle", first.reversed()))
    #expect(numbers(reader) == "93", "there is one first answer")
    let all = ["9.txt", "3.txt", "1.txt", "8.txt"].map { ArticlePath($0) }
    reader.send(.foundInTexts("needle", .success(all)))
    #expect(numbers(reader) == "9318")
    reader.send(.foundFirst("needle", first.reversed()))
    #expect(numbers(reader) == "9318", "what is answered is not asked any more")
  }

  @Test func whatIsFoundFirstForAnOlderSearchIsNotShown() {
    var reader = searching()
    reader.answersSearches = false
    reader.press("s")
    reader.send(.foundFirst("needle", [ArticlePath("9.txt")]))
    #expect(reader.state.awaitsHits && numbers(reader) == "46")
  }

  @Test func snippetsAreAskedForWhenItIsKnownOfWhichRows() {
    var reader = searching()
    reader.answersSearches = false
    let asked = reader.excerpts.count
    reader.press("Backspace")
    #expect(reader.excerpts.count == asked, "the rows are those of another search")
    #expect(reader.state.awaitsContext)
    reader.send(reader.search("needl"))
    #expect(reader.excerpts.count == asked + 1)
    #expect(!reader.state.awaitsContext)
  }

  @Test func withoutASearchNothingIsAsked() {
    var reader = TestReader(Samples.six)
    for keys in [[], ["/"], ["Esc", "&", "needle", "Enter"]] {
      for key in keys { reader.press(key) }
      reader.send(.indexed(done: 1, total: 6))
    }
    #expect(reader.searches.isEmpty)
  }
}
