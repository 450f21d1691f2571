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
}
