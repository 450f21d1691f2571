import Articles
import ReaderCore
import Testing

/// The reader begins as it was left: the order, what is hidden, the article.
@Suite struct SessionTests {
  private func names(_ reader: TestReader) -> [String] {
    reader.rows.dropFirst(2).compactMap { row in
      ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot"].first { row.contains($0) }
    }
  }

  private func again(_ reader: TestReader, _ change: (inout Session) -> Void = { _ in })
    -> TestReader
  {
    var session = reader.state.session
    change(&session)
    return TestReader(reader.texts, marks: reader.marks, session: session)
  }

  @Test func orderAndSelectionAreThereAgain() {
    var reader = TestReader(Samples.six)
    reader.press("gsn", "gsr", "gg", "j", "j")
    let before = reader.rows.dropLast()
    #expect(reader.cursorRow.contains("Delta"))
    let after = again(reader)
    #expect(Array(after.rows.dropLast()) == Array(before))
    #expect(after.cursorRow.contains("Delta"))
  }

  @Test(arguments: ["gst", "gsd", "gsl", "gsp"]) func everyOrderIsRestored(keys: String) {
    var reader = TestReader(
      Samples.six, marks: [ArticlePath("echo.txt"): Samples.reading(progress: 0.5)])
    reader.press(keys, "gsr", "G")
    let after = again(reader)
    #expect(names(after) == names(reader))
    #expect(after.cursorRow == reader.cursorRow)
    #expect(after.state.session.sort == reader.state.session.sort)
  }

  @Test func whatWasHiddenStaysHidden() {
    var reader = TestReader(Samples.six, marks: [ArticlePath("bravo.txt"): Samples.read()])
    reader.press("zh", "j")
    #expect(reader.cursorRow.contains("Charlie"))
    var after = again(reader)
    #expect(names(after) == ["Alpha", "Charlie", "Delta", "Echo", "Foxtrot"])
    #expect(after.cursorRow.contains("Charlie"))
    after.press("zh")
    #expect(names(after).count == 6)
  }

  /// The order and what is hidden are known before the marks are.
  @Test func marksThatComeLateHideWhatIsRead() {
    var reader = TestReader(bare: Samples.six, session: Session(hidesRead: true))
    reader.scan()
    reader.send(.marksLoaded([ArticlePath("bravo.txt"): Samples.read()], []))
    #expect(names(reader) == ["Alpha", "Charlie", "Delta", "Echo", "Foxtrot"])
  }

  @Test func anArticleThatWasOpenedElsewhereSinceComesFirst() {
    var reader = TestReader(Samples.six)
    reader.press("j")
    reader.now += 1_000
    reader.send(.ending)
    let left = reader.state.session
    #expect(left.at == reader.now && left.selected == ArticlePath("bravo.txt"))
    for (time, name) in [(left.at, "Bravo"), (left.at + 1, "Echo")] {
      let marks = [ArticlePath("echo.txt"): Samples.reading(progress: 0.1, at: time)]
      let after = TestReader(Samples.six, marks: marks, session: left)
      #expect(after.cursorRow.contains(name))
    }
  }

  @Test func anArticleThatIsGoneOrHiddenIsNoPlaceToBegin() {
    let marks = [
      ArticlePath("charlie.txt"): Samples.reading(progress: 0.1, at: 3),
      ArticlePath("delta.txt"): Samples.read(),
    ]
    for selected in ["gone.txt", "delta.txt"] {
      let session = Session(hidesRead: true, selected: ArticlePath(selected), at: 9)
      let reader = TestReader(Samples.six, marks: marks, session: session)
      #expect(reader.cursorRow.contains("Charlie"), "\(selected)")
    }
    let reader = TestReader(Samples.six, session: Session(selected: ArticlePath("gone.txt")))
    #expect(reader.cursorRow.contains("Alpha"))
  }

  /// One that ends before it has begun does not forget where the user was.
  @Test func aShortStartKeepsThePlace() {
    let session = Session(sort: Sort(key: .date), selected: ArticlePath("delta.txt"), at: 9)
    let reader = TestReader(bare: Samples.six, session: session)
    #expect(reader.state.session.selected == session.selected)
    #expect(reader.state.session.sort == session.sort)
  }
}
