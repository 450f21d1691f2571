import Screen
import Articles
import ReaderCore
import Testing

@Suite struct MovingPageTests {
  /// All lines of the text.
  private static let whole = {
    var reader = page()
    reader.resize(80, 600)
    return Array(reader.rows.dropLast().dropFirst())
  }()

  /// An open article of 6 sections on a page of 22 rows.
  private static func page() -> TestReader {
    var reader = TestReader([("a.txt", Samples.sections("Alpha"))])
    reader.press("Enter")
    return reader
  }

  /// The lines of the page, from its first row on.
  private func lines(_ reader: TestReader) -> ArraySlice<String> {
    reader.rows.dropLast().dropFirst()
  }

  /// By how many lines the page has moved from the start of the text.
  private func place(_ reader: TestReader) -> Int? {
    let shown = lines(reader)
    return Self.whole.indices.first { Self.whole[$0...].starts(with: shown) }
  }

  @Test(arguments: [
    (["j"], 1), (["Down"], 1), (["5j"], 5), (["5j", "k"], 4), (["5j", "2", "Up"], 3),
    (["5j", "9k"], 0), (["f"], 20), (["PgDn"], 20), (["Ctrl-F"], 20), (["2f"], 40),
    (["2f", "b"], 20), (["2f", "PgUp"], 20), (["2f", "Ctrl-B"], 20), (["3f", "2b"], 20),
    (["d"], 11), (["Ctrl-D"], 11), (["2d"], 22), (["f", "u"], 9), (["f", "Ctrl-U"], 9),
    (["3f", "2u"], 38), (["9f", "gg"], 0), (["9f", "Home"], 0), (["5G"], 4), (["5gg"], 4),
    (["9f", "7G"], 6),
  ])
  func keysMoveThePage(keys: [String], lines: Int) {
    var reader = Self.page()
    for key in keys { reader.press(key) }
    #expect(place(reader) == lines)
  }

  @Test(arguments: ["G", "End", "999j", "99f", "999d", "100%", "999}", "99]]", "9999G"])
  func keysGoToTheEndAndNoFurther(key: String) {
    var reader = Self.page()
    reader.press(key)
    #expect(reader.rows[22].hasSuffix("still."))
    #expect(reader.statusLine.hasSuffix("100 %"))
  }

  @Test(arguments: [
    (["]]"], "Section 1"), (["3]]"], "Section 3"), (["3]]", "[["], "Section 2"),
    (["5]]", "2[["], "Section 3"), (["]]", "[["], "Alpha"),
    (["]]", "}"], "Part 1 of section 1"), (["]]", "2}"], "Part 2 of section 1"),
    (["3]]", "3}", "2{"], "Part 1 of section 3"),
  ])
  func keysGoByTheStructureOfTheText(keys: [String], line: String) {
    var reader = Self.page()
    for key in keys { reader.press(key) }
    #expect(reader.topLine.hasPrefix(line))
  }

  @Test(arguments: [25, 50, 75]) func perCentGoToAPlaceInTheText(percent: Int) throws {
    var reader = Self.page()
    reader.press("\(percent)%", "Q")
    reader.send(.ending)
    let offset = try #require(reader.position("a.txt")?.offset)
    let total = Samples.sections("Alpha").utf8.count
    #expect(abs(offset - total * percent / 100) < 80)
  }

  @Test func perCentWorkInAShortText() {
    var reader = TestReader([("a.txt", "T\n\na\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng\n\nh\n")], rows: 5)
    reader.press("Enter", "50%")
    #expect(["c", "d", "e"].contains(reader.topLine))
  }

  @Test func theBottomLineSaysHowFarThePageHasCome() {
    var reader = Self.page()
    let start = reader.statusLine
    reader.press("f")
    #expect(start != reader.statusLine && reader.statusLine.hasSuffix(" %"))
  }

  @Test func aPageKeepsTwoLinesOfTheOneBefore() {
    var reader = Self.page()
    let before = lines(reader).suffix(2)
    reader.press("f")
    #expect(lines(reader).prefix(2) == before)
  }
}
