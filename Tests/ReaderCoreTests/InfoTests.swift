import Articles
import ReaderCore
import Testing
import Typesetting

/// What `i` tells of a text.
@Suite struct InfoTests {
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

  @Test func iTellsWhereTheSameTextIs() {
    let texts = [("a.txt", "One"), ("b.txt", "Two"), ("x/c.txt", "One"), ("x/d.txt", "One")]
    var reader = TestReader(texts.map { ($0, Samples.long($1, paragraphs: 2)) })
    reader.press("i")
    let told = reader.rows.filter { $0.hasPrefix(" Same text") }
    #expect(told.count == 2 && told[0].hasSuffix(" x/c.txt") && told[1].hasSuffix(" x/d.txt"))
    reader.press("q", "j", "i")
    #expect(!reader.screen.contains("Same text"))
    reader.send(.vanished([ArticlePath("a.txt"), ArticlePath("x/c.txt")]))
    reader.press("q", "G", "i")
    #expect(!reader.screen.contains("Same text"), "what is gone is no place of it")
  }

  @Test func aTextThatHasChangedIsTheSameAsNoOther() {
    let one = Samples.long("One", paragraphs: 2)
    var reader = TestReader([("a.txt", one), ("b.txt", one), ("c.txt", Samples.long("Two"))])
    reader.find(["a.txt"], modified: 1_600_000_000_000)
    reader.press("i")
    #expect(!reader.screen.contains("Same text"), "what it is now has not been read")
    reader.describe(["a.txt"])
    #expect(reader.screen.contains("Same text   b.txt"))
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
    reader.press("i")
    for _ in 1...20 { reader.press("j") }
    #expect(reader.rows[5].contains("Progress"))
    reader.press("k", "PgUp", "PgUp", "PgUp")
    #expect(reader.rows[2].contains("Path"))
    reader.press("Esc")
    #expect(!reader.screen.contains("About this text"))
  }

  private func info(_ text: String, _ name: String = "a.txt", keys: String...) -> TestReader {
    var reader = TestReader([(name, text)], columns: 100, rows: 40)
    reader.press("Enter")
    for key in keys { reader.press(key) }
    reader.press("i")
    return reader
  }

  private static let mail =
    "From: Ann Author <ann@example.org>\nSubject: On Width\nDate: Mon, 5 May 2003 10:00:00 +0000\n"
    + "Message-ID: <1@example.org>\n\nSome words of the message stand here, and they are plain.\n"

  @Test func iTellsWhereFactsComeFrom() {
    let reader = info(Self.mail)
    for line in [
      "Title       On Width (the subject of a message)",
      "Author      Ann Author (a field of the header)",
      "Date        2003-05-05 (a field of the header)",
      "Format      message of mail or news, header",
      "1 min", "Language    unsure", "Furniture   1 line, folded (zp shows them)",
      "At the top  title, line 2: the subject of a message",
    ] { #expect(reader.screen.contains(line), "\(line)\n\(reader.screen)") }
  }

  @Test func furnitureThatIsShownIsToldSo() {
    #expect(info(Self.mail, keys: "zp").screen.contains("Furniture   1 line, shown"))
  }

  @Test(arguments: [
    ("# Title\n\n## Part\n\nWords.\n", "a.md", "light markup such as Markdown"),
    ("---\ntitle: A\n---\n\nWords of a text.\n", "a.md", "front matter"),
    ("Title\n\nSome plain words of a text that goes on.\n", "a.txt", "plain text"),
  ])
  func theFormatIsTold(text: String, name: String, format: String) {
    #expect(info(text, name).screen.contains("Format      " + format))
  }

  @Test func aTextWithoutTitleIsCalledByItsFile() {
    let text = "Some words without any title, which go on and on until the line is full.\n"
    #expect(info(text, "some-name.txt").screen.contains("some-name (the name of the file)"))
  }

  @Test func theBlockOfTheMatchIsTold() {
    let text = "# Title\n\n## Part\n\nWords.\n\n- An item with a needle\n- Another item\n"
    let reader = info(text, "a.md", keys: "/", "needle", "Enter")
    #expect(reader.screen.contains("The match   list, line 7: begins with a bullet or a number"))
    #expect(!reader.screen.contains("At the top"))
  }

  @Test func theLanguageIsTold() {
    let words = "The reader of the book was in the garden, and it was late for him. "
    let text = "A title\n\n" + String(repeating: words, count: 4) + "\n"
    #expect(info(text).screen.contains("Language    English"))
    #expect(info(text, keys: "zj").screen.contains("no hyphenation dictionary is installed"))
  }

  @Test func ofABinaryFileItTellsThat() {
    let reader = info(String(repeating: "\0\u{1}", count: 200))
    #expect(reader.screen.contains("Encoding    none: it does not hold text"))
  }
}
