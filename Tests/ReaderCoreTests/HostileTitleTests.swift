import Articles
import ReaderCore
import Screen
import Testing

@Suite struct HostileTitleTests {
  private func reader(_ title: String, columns: Int) -> TestReader {
    TestReader([("a.txt", "Title: \(title)\n\nText.\n")], columns: columns)
  }

  /// The columns at which the rule between the panes stands.
  private func ruleColumns(_ reader: TestReader) -> Set<Int> {
    Set(
      reader.state.frame.lines.dropLast().map { line in
        line.spans.prefix { $0.text.string != "│" }.reduce(0) { $0 + $1.text.columns }
      })
  }

  @Test(arguments: Hostile.titles, [100, 118, 160]) func bordersStayStraight(
    title: String, columns: Int
  ) {
    var reader = reader(title, columns: columns)
    #expect(ruleColumns(reader).count == 1)
    reader.press("Enter")
    #expect(ruleColumns(reader).count == 1)
    reader.press("i")
    #expect(ScreenPropertyTests.fault(reader.state.frame, size: reader.state.size) == nil)
  }

  @Test(arguments: Hostile.titles) func nothingOfThemIsAControl(title: String) {
    for columns in [20, 40, 120] {
      let scalars = reader(title, columns: columns).screen.unicodeScalars
      let hostile = scalars.filter { scalar in
        if scalar == "\n" { return false }
        let category = scalar.properties.generalCategory
        return category == .control || category == .format || category == .lineSeparator
          || scalar == "\u{202e}"
      }
      #expect(hostile.isEmpty, "\(hostile.map(\.value))")
    }
  }

  @Test func namesOfFilesAreSafeTooAndInMessages() {
    let path = "x\u{1b}]0;y\u{7}\u{202e}.txt"
    var reader = TestReader([(path, nil)], columns: 120)
    #expect(reader.screen.contains("Cannot open x"))
    reader.press("Enter", "i")
    #expect(
      !reader.screen.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0 == "\u{202e}" })
  }

  @Test func theNameOfTheLibraryIsSafe() {
    let settings = State.Settings(
      libraryName: "lib\u{1b}[2J", libraryPath: "/tmp/\u{202e}x\ny")
    var state = State(size: Size(columns: 60, rows: 20), settings: settings)
    for event in [Event.marksLoaded([:], []), .scanned([])] { _ = state.update(event, at: 0) }
    let text = state.frame.lines.map(\.text.string).joined()
    #expect(text.contains("No articles here yet."))
    #expect(!text.unicodeScalars.contains { $0.value < 32 || $0 == "\u{202e}" })
  }

  @Test(arguments: ["\u{200b}", "\u{3164}\u{2800}"])
  func aTitleOfNothingVisibleIsTheNameOfTheFile(title: String) {
    let reader = TestReader([("name.txt", "Title: \(title)\n\nText of it.\n")], columns: 120)
    #expect(reader.cursorRow.hasPrefix(" ● name"))
    #expect(reader.rows[1].hasSuffix("name"))
  }

  @Test func aFileWithoutTextSaysSo() {
    let zeros = String(repeating: "\0", count: 500)
    var reader = TestReader([("zeros.txt", zeros)])
    reader.press("Enter")
    #expect(reader.screen.contains("This file does not hold text · 500 bytes · zeros.txt"))
  }
}
