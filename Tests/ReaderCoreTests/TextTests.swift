import Articles
import ReaderCore
import Screen
import Testing

/// How the text is set.
@Suite struct TextTests {
  private func page(_ text: String = Samples.long("Alpha"), columns: Int = 120) -> TestReader {
    var reader = TestReader([("a.txt", text)], columns: columns, rows: 30)
    reader.press("zf")
    return reader
  }

  /// The widest line of the page.
  private func width(_ reader: TestReader) -> Int {
    let lines = reader.rows.dropLast().filter { !$0.isEmpty }
    let margin = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return (lines.map(\.count).max() ?? 0) - margin
  }

  @Test func theMeasureIsSeventyTwoAndThePageIsCentred() {
    let reader = page()
    #expect((60...72).contains(width(reader)))
    #expect(reader.rows[1] == String(repeating: " ", count: 24) + "Alpha")
  }

  @Test func keysChangeTheMeasure() {
    var reader = page()
    reader.press("+")
    #expect(reader.message == "Lines of 76 columns.")
    reader.press("5+")
    #expect(reader.message == "Lines of 96 columns.")
    #expect(width(reader) > 76)
    reader.press("3", "-")
    #expect(reader.message == "Lines of 84 columns.")
    reader.press("=")
    #expect(reader.message == "Lines of 72 columns.")
    reader.press("99-")
    #expect(reader.message == "Lines of 20 columns.")
    #expect(width(reader) <= 20)
    reader.press("99+")
    #expect(reader.message == "Lines of 200 columns.")
    #expect(width(reader) <= 118, "never wider than the screen")
  }

  @Test(arguments: ["+", "-", "5-", "zr", "z|"]) func changingTheTextKeepsThePlace(key: String) {
    var reader = page()
    reader.press("3f")
    let words = reader.topLine.split(separator: " ").prefix(3).joined(separator: " ")
    reader.press(key)
    let shown = reader.rows[...4].joined(separator: " ")
    #expect(shown.contains(words), "\(words)")
    for undo in ["+": ["-"], "-": ["+"], "5-": ["5+"], "zr": ["zr"], "z|": ["z|", "z|"]][key] ?? []
    {
      reader.press(undo)
    }
    #expect(reader.topLine.hasPrefix(words), "there and back again")
  }

  @Test func zrShowsTheOriginalAndBack() {
    let lines = [
      "This is a paragraph whose lines were", "broken by hand, as in mail, and which",
      "the reader sets anew in one piece.",
    ]
    var reader = page("Title Here\n\n" + lines.joined(separator: "\n") + "\n")
    #expect(reader.screen.contains("lines were broken by hand"))
    reader.press("zr")
    #expect(reader.message == "The original text, line by line.")
    #expect(lines.allSatisfy { line in reader.rows.contains { $0.hasSuffix(line) } })
    reader.press("zr")
    #expect(reader.message == "The typeset text.")
    #expect(reader.screen.contains("lines were broken by hand"))
  }

  @Test func zpShowsAndFoldsFurniture() {
    let seed =
      "web analytics\nHome » News » The Real Title\n\n"
      + Samples.long("The Real Title", paragraphs: 3)
    var reader = page(
      seed + "\nShare this on Facebook\n\nCopyright 2019 Someone. All rights reserved.\n")
    let folded = reader.screen
    reader.press("zp")
    #expect(reader.message == "Page furniture is shown.")
    #expect(!folded.contains("web analytics") && reader.screen.contains("web analytics"))
    reader.press("zp")
    #expect(reader.message == "Page furniture is folded.")
    #expect(
      reader.rows.dropLast()
        == folded.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        .dropLast())
  }

  @Test func keysOfTheTextWorkFromTheListToo() {
    var reader = TestReader([("a.txt", Samples.long("Alpha"))], columns: 160)
    let before = reader.screen
    reader.press("-", "-", "-", "-")
    #expect(reader.screen != before)
    #expect(reader.cursorRow.contains("● Alpha"))
  }

  // MARK: Info

  @Test func iTellsWhatIsKnownOfTheText() {
    var reader = TestReader([
      ("dir/a.txt", "Title: A Title\nAuthor: Ann Author\nDate: 2019-04-23\n\nSome words here.\n")
    ])
    reader.press("Enter", "i")
    for line in [
      "About this text", "Path        dir/a.txt", "Title       A Title", "Author      Ann Author",
      "Date        2019-04-23", "Encoding    UTF-8 (100 % sure)", "State       reading",
      "Progress    100 %",
    ] { #expect(reader.screen.contains(line), "\(line)") }
    reader.press("q")
    #expect(!reader.screen.contains("About this text"))
    reader.press("h", "i")
    #expect(reader.screen.contains("Path        dir/a.txt"), "from the list, of the selected one")
  }

  @Test func iSaysWhyAnArticleCannotBeRead() {
    var reader = TestReader([("a.txt", nil)])
    reader.press("i")
    #expect(reader.screen.contains("Error       Cannot open a.txt: no permission."))
  }

  @Test func longValuesAreToldWhole() {
    let path = (1...30).map { "folder\($0)" }.joined(separator: "/") + "/a.txt"
    for columns in [20, 60] {
      var reader = TestReader([(path, "Title\n\nText.\n")], columns: columns, rows: 40)
      reader.press("i")
      let told = reader.rows.map { $0.filter { $0 != " " } }.joined()
      #expect(told.contains(path), "\(columns)")
    }
  }

  @Test func infoScrollsWithinItsLines() {
    var reader = TestReader([("a.txt", "Title\n\nText.\n")], rows: 7)
    reader.press("i", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j")
    #expect(reader.rows[5].contains("Progress"))
    reader.press("k", "PgUp")
    #expect(reader.rows[2].contains("Path"))
    reader.press("Esc")
    #expect(!reader.screen.contains("About this text"))
  }
}
