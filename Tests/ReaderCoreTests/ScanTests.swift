import Articles
import ReaderCore
import Testing

/// Looking at the folder again.
@Suite struct ScanTests {
  @Test func rTellsWhatChanged() {
    var reader = TestReader(Samples.six)
    reader.press("2j", "r")
    #expect(reader.effects == [.scan])
    reader.texts.append(("aa.txt", Samples.short("Aardvark")))
    reader.remove("foxtrot.txt")
    reader.scan()
    #expect(reader.message == "1 new in the folder, 1 gone.")
    #expect(reader.cursorRow.contains("Charlie"))
    #expect(reader.screen.contains("6 articles, 6 unread"))
    reader.press("r")
    reader.scan()
    #expect(reader.message == "Nothing new in the folder.")
  }

  @Test func aSecondWalkIsNotBegunBeforeTheFirstEnds() {
    var reader = TestReader(Samples.six)
    reader.press("r", "r")
    reader.send(.continued)
    #expect(reader.effects.filter { $0 == .scan }.count == 1)
  }

  @Test func aChangeDuringAWalkIsFollowedByAnother() {
    var reader = TestReader(Samples.six)
    reader.send(.folderChanged)
    #expect(reader.effects == [.scan])
    reader.send(.folderChanged)
    #expect(reader.effects == [.scan])
    reader.scan()
    #expect(reader.effects.filter { $0 == .scan }.count == 2)
    #expect(reader.message.isEmpty || !reader.message.contains("folder"), "nobody asked")
    reader.scan()
    #expect(reader.effects.filter { $0 == .scan }.count == 2)
  }

  @Test func whatComesAndGoesByItselfMovesNothingElse() {
    var reader = TestReader(Samples.six)
    reader.press("2j")
    reader.texts.append(("aa.txt", Samples.short("Aardvark")))
    reader.find(["aa.txt"])
    #expect(reader.screen.contains("7 articles, 7 unread"))
    #expect(reader.cursorRow.contains("Charlie"))
    reader.remove("bravo.txt")
    reader.send(.vanished([ArticlePath("bravo.txt"), ArticlePath("never.txt")]))
    #expect(reader.screen.contains("6 articles, 6 unread") && !reader.screen.contains("Bravo"))
    #expect(reader.cursorRow.contains("Charlie"))
    reader.press("Enter")
    reader.remove("charlie.txt")
    reader.send(.vanished([ArticlePath("charlie.txt")]))
    #expect(reader.message.hasPrefix("This article is no longer in the folder."))
    #expect(reader.topLine == "Charlie")
  }

  @Test func aFolderThatCannotBeListedLosesNothing() {
    var reader = TestReader(Samples.six)
    reader.send(.folderChanged)
    let error = LibraryError(.list, path: Array("/lib".utf8), reason: .system(2))
    reader.send(.scanFailed(error))
    reader.send(.noticed(.folderGone))
    #expect(reader.screen.contains("6 articles, 6 unread"))
    #expect(reader.message.hasPrefix("The folder was moved away."))
  }

  /// A folder that is walked again and again by itself does not repeat itself.
  @Test func whatCannotBeListedIsSaidOnce() {
    var reader = TestReader(Samples.six)
    let shut = LibraryError(.list, path: Array("shut".utf8), reason: .system(13))
    let gone = LibraryError(.list, path: Array("/lib".utf8), reason: .system(116))
    for (event, isSaid) in [
      (Event.scanned([shut]), true), (.scanned([shut]), false), (.scanFailed(gone), true),
      (.scanFailed(gone), false), (.scanned([]), false), (.scanFailed(gone), true),
    ] {
      reader.press("Ctrl-L")
      reader.send(.folderChanged)
      reader.send(event)
      #expect(reader.message.hasPrefix("Cannot list") == isSaid, "\(event): \(reader.message)")
    }
    reader.press("r")
    reader.send(.scanFailed(gone))
    #expect(reader.message.hasPrefix("Cannot list"))
  }

  @Test func whatIsGoneLeavesTheListAndItsMarksStay() {
    var reader = TestReader(Samples.six)
    reader.press("m", "r")
    let alpha = reader.texts[0]
    reader.remove("alpha.txt")
    reader.scan()
    #expect(!reader.screen.contains("Alpha"))
    #expect(reader.screen.contains("5 articles, 5 unread"))
    reader.texts.append(alpha)
    reader.press("r")
    reader.scan()
    #expect(reader.screen.contains("6 articles, 5 unread"))
  }

  @Test func theArticleBeingReadStaysUntilItIsLeft() {
    var reader = TestReader(Samples.six)
    reader.press("j", "Enter", "f")
    let page = reader.rows.dropLast()
    reader.press("r")
    reader.remove("bravo.txt")
    reader.scan()
    #expect(reader.rows.dropLast() == page)
    #expect(reader.message.hasPrefix("This article is no longer in the folder."))
    reader.press("J")
    #expect(reader.topLine == "Charlie")
  }

  @Test func aTextThatChangedIsReadAgainAtItsPlace() {
    var reader = TestReader(Samples.six)
    reader.press("Enter", "5}", "r")
    let top = reader.topLine
    reader.texts[0].text = "Alpha\n\nAn insertion.\n\n" + (Samples.six[0].text ?? "").dropFirst(7)
    reader.find(["alpha.txt"], modified: 1_600_000_000_000)
    #expect(reader.topLine == top)
    reader.press("gg")
    #expect(reader.screen.contains("An insertion."))
  }

  @Test func whatCouldNotBeReadIsTriedAgain() {
    var reader = TestReader([("a.txt", nil)])
    #expect(reader.cursorRow.contains("unreadable"))
    reader.press("Enter")
    #expect(reader.screen.contains("Cannot open a.txt: no permission."))
    reader.texts = [("a.txt", Samples.short("Again"))]
    reader.press("r")
    reader.scan()
    #expect(reader.topLine == "Again")
    reader.press("h")
    #expect(!reader.cursorRow.contains("unreadable"))
  }

  @Test func aFolderThatCannotBeListedKeepsItsArticles() {
    var reader = TestReader([
      ("x/a.txt", Samples.short("Alpha")), ("b.txt", Samples.short("Bravo")),
    ])
    reader.press("r")
    reader.find(["b.txt"])
    reader.send(.scanned([LibraryError(.list, path: Array("x".utf8), reason: .system(5))]))
    #expect(reader.screen.contains("Alpha"))
    #expect(reader.statusLine.contains("Cannot list x"))
  }

  @Test func titlesOnTheScreenAreAskedForFirst() {
    var reader = TestReader(bare: Samples.letters(100))
    reader.send(.marksLoaded([:], []))
    reader.find(Samples.letters(100).map(\.path))
    #expect(reader.describing.last?.first == ArticlePath("001.txt"))
    #expect(reader.describing.last?.count == 21)
    reader.press("G")
    #expect(reader.describing.last?.last == ArticlePath("100.txt"))
  }
}
