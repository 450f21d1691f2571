import Articles
import ReaderCore
import Screen
import Testing

/// The rows of the list and its top line.
@Suite struct ListRowTests {
  private func row(_ columns: Int, title: String = "A Title of Some Length for the Row") -> String {
    let marks = [ArticlePath("a.txt"): Samples.read()]
    var reader = TestReader(
      [("a.txt", "Title: \(title)\nDate: 2019-04-23\n\n" + Samples.long("X"))], columns: columns,
      marks: marks)
    reader.press("s")
    return reader.cursorRow
  }

  @Test func everyColumnIsThereWhereThereIsRoom() {
    let full = row(79)
    for part in ["   A Title of Some Length for the Row ", "★", "8 min", "2019-04-23"] {
      #expect(full.contains(part), "\(part)")
    }
  }

  @Test func columnsGiveWayOneAfterTheOther() {
    let shown = (1...80).map { columns -> String in
      let row = row(columns)
      return (row.contains("★") ? "s" : "") + (row.contains(" min") ? "m" : "")
        + (row.contains("2019") ? "d" : "")
    }
    var steps: [String] = []
    for step in shown where step != steps.last { steps.append(step) }
    #expect(steps == ["", "s", "sm", "smd"], "the date goes first, then minutes, then the star")
  }

  @Test func aLongTitleIsCutBeforeTheOtherColumns() {
    let row = row(60, title: String(repeating: "long ", count: 40))
    #expect(row.contains("…") && row.hasSuffix("2019-04-23"))
  }

  @Test func minutesLeftAreToldWhileReading() {
    let marks = [ArticlePath("a.txt"): Samples.reading(progress: 0.5)]
    let texts: [(path: String, text: String?)] = [("a.txt", Samples.long("Alpha"))]
    #expect(TestReader(texts, marks: marks).cursorRow.contains("4 min left"))
    #expect(TestReader(texts, columns: 40, marks: marks).cursorRow.contains("4 left"))
    #expect(TestReader(texts).cursorRow.contains("8 min "))
  }

  @Test func anUnreadableArticleSaysSoOnItsRow() {
    let reader = TestReader([("locked.txt", nil)])
    #expect(reader.cursorRow.hasPrefix(" ● locked ") && reader.cursorRow.contains("unreadable"))
    let narrow = TestReader([("locked.txt", nil)], columns: 40)
    #expect(narrow.cursorRow.contains("error"), "and never only \"unread\"")
  }

  @Test func anArticleWithoutATitleIsCalledByItsFile() {
    var reader = TestReader(bare: [])
    reader.find(["dir/plain.txt", "b.md.gz", "c.TXT"])
    for (row, name) in [(2, "b"), (3, "c"), (4, "plain")] {
      #expect(reader.rows[row].hasPrefix(" ● \(name) "))
    }
  }

  /// Milliseconds since 1970, and the day that a row shows.
  @Test(
    arguments: [
      (0, "1970-01-01"), (951_782_400_000, "2000-02-29"), (1_766_793_600_000, "2025-12-27"),
      (253_402_214_400_000, "9999-12-31"), (253_402_300_800_000, "10000-01-…"),
      (-30_610_224_000_000, "1000-01-01"), (-30_610_310_400_000, "999-12-31"),
    ] as [(Timestamp, String)]) func aRowShowsTheDayOfItsFile(time: Timestamp, day: String)
  {
    var reader = TestReader(bare: [("a.txt", "Text.\n")])
    reader.find(["a.txt"], modified: time + 3_600_000)
    #expect(reader.rows[2].hasSuffix(" " + day))
  }

  @Test func todayIsCalledToday() {
    var reader = TestReader(bare: [("a.txt", "Text.\n")])
    reader.find(["a.txt"], modified: reader.now - 1_000)
    #expect(reader.rows[2].hasSuffix("today"))
    var yesterday = TestReader(bare: [("a.txt", "Text.\n")])
    yesterday.find(["a.txt"], modified: yesterday.now - 86_400_000)
    #expect(yesterday.rows[2].hasSuffix("2025-11-23"))
  }

  @Test(arguments: [
    (80, "3 articles, 1 unread, 1 reading"), (40, "3 articles, 1 unread"), (30, "1 unread"),
    (15, "1"),
  ])
  func theTopLineTellsAsMuchAsFits(columns: Int, counts: String) {
    let marks = [
      ArticlePath("alpha.txt"): Samples.read(),
      ArticlePath("bravo.txt"): Samples.reading(progress: 0),
    ]
    let reader = TestReader(Array(Samples.six.prefix(3)), columns: columns, marks: marks)
    #expect(reader.rows[0].hasPrefix(" articles ") && reader.rows[0].hasSuffix(" " + counts))
  }
}
