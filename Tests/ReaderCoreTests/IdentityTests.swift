import Articles
import ReaderCore
import Screen
import Testing

/// Marks belong to texts: they follow a renamed file, and tell when a text has become another one.
@Suite struct IdentityTests {
  private let alpha = ArticlePath("alpha.txt")

  private func marked(_ marks: Marks, by text: String) -> Marks {
    var marks = marks
    marks.fingerprint = TestReader.fingerprint(text)
    return marks
  }

  @Test func marksFollowARenamedFile() throws {
    let text = Samples.long("Alpha")
    var marks = marked(Samples.reading(offset: 900, progress: 0.25, at: 5), by: text)
    marks.starred = Register(true, at: 6)
    marks.tags = ["x": Register(true, at: 7)]
    let texts: [(path: String, text: String?)] = [
      ("new/name.txt", text), ("other.txt", Samples.short("Other")),
    ]
    let reader = TestReader(texts, marks: [alpha: marks])
    #expect(reader.message == "1 article has a new name: its marks came along.")
    let followed = try #require(reader.marks[ArticlePath("new/name.txt")])
    #expect(followed.state == .reading && followed.isStarred && followed.tags["x"]?.value == true)
    #expect(followed.position == marks.position && followed.fingerprint == marks.fingerprint)
    #expect(reader.marks[alpha] == marks, "until they are pruned")
    #expect(reader.marks[ArticlePath("other.txt")] == nil)
    #expect(reader.screen.contains("2 articles, 1 unread"))
  }

  @Test func aCopyOfAnArticleThatIsThereGetsNothing() {
    let text = Samples.long("Alpha")
    let reader = TestReader(
      [("alpha.txt", text), ("copy.txt", text)], marks: [alpha: marked(Samples.read(), by: text)])
    #expect(reader.readState("copy.txt") == .unread)
    #expect(reader.saved.filter { $0.path == ArticlePath("copy.txt") }.isEmpty)
  }

  @Test func anArticleWithMarksOfItsOwnKeepsThem() {
    let text = Samples.long("Alpha")
    let new = ArticlePath("new.txt")
    var own = Marks()
    own.starred = Register(true, at: 3)
    let reader = TestReader(
      [("new.txt", text)], marks: [alpha: marked(Samples.read(), by: text), new: own])
    #expect(reader.readState("new.txt") == .unread && reader.isStarred("new.txt"))
  }

  @Test func aTextThatIsAnotherOneThanWhenItWasReadSaysSo() {
    let read = marked(Samples.read(), by: "another text")
    let texts: [(path: String, text: String?)] = [
      ("alpha.txt", Samples.long("Alpha")), ("bravo.txt", Samples.long("Bravo")),
    ]
    let bravo = marked(Samples.read(), by: Samples.long("Bravo"))
    for columns in [40, 80] {
      let reader = TestReader(
        texts, columns: columns, marks: [alpha: read, ArticlePath("bravo.txt"): bravo])
      let rows = reader.screen.split(separator: "\n")
      #expect(rows.contains { $0.contains("Alpha") && $0.contains("changed") })
      #expect(rows.contains { $0.contains("Bravo") && !$0.contains("changed") })
    }
  }

  @Test func whatIsNewHasABarAndIsFound() {
    var reader = TestReader([("alpha.txt", Samples.long("Alpha"))], columns: 60, rows: 20)
    reader.press("Enter", "]c")
    #expect(reader.message == "How this text was when it was read is not remembered.")
    reader.changes = ["alpha.txt": []]
    reader.find(["alpha.txt"], modified: 1_500_000_000_000)
    reader.press("]c")
    #expect(reader.message == "Nothing is new since this text was read.")
    let text = Array(Samples.long("Alpha").utf8)
    func range(_ number: Int) -> Range<Int> {
      let start = text.firstRange(of: Array("Alpha paragraph \(number) ".utf8))?.lowerBound ?? 0
      return start..<start + 200
    }
    reader.changes = ["alpha.txt": [range(20), range(30)]]
    reader.find(["alpha.txt"], modified: 1_600_000_000_000)
    #expect(!reader.screen.contains("▎"))
    reader.press("]c")
    #expect(
      reader.screen.contains("▎Alpha paragraph 20")
        || reader.screen.contains("▎ Alpha paragraph 20"))
    reader.press("]c")
    #expect(reader.screen.contains("paragraph 30"))
    reader.press("]c")
    #expect(reader.message == "No other change that way.")
    reader.press("[c")
    #expect(reader.screen.contains("paragraph 20"))
    reader.press("gg", "2]c")
    #expect(reader.screen.contains("paragraph 30"))
  }

  @Test func theTextThatWasReadIsRemembered() {
    var reader = TestReader(Samples.six)
    reader.press("m")
    #expect(reader.traced == ["alpha.txt"])
    reader.press("j", "A")
    #expect(reader.traced == ["alpha.txt"], "many at once were not read")
    reader.press("m")
    #expect(reader.traced == ["alpha.txt"], "marked unread")
  }

  @Test func aTextThatIsMarkedBeforeItIsShownIsRememberedToo() {
    var reader = TestReader(bare: Samples.six)
    reader.isSlow = true
    reader.send(.marksLoaded([:], []))
    reader.scan()
    reader.press("m")
    #expect(reader.traced == ["alpha.txt"])
  }
}
