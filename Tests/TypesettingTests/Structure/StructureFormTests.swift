import Testing

@testable import Typesetting

/// Forms of lines: what a text is made of, whatever it is about.
@Suite struct StructureFormTests {
  private static let prose = """
    The lamp had been lit since four, because the days were short and the
    keeper did not like to be hurried. He read the paper from the day before
    yesterday, and then, since it had not changed, he read it again.
    """

  @Test func wrappedLinesAreOneParagraph() {
    let reading = Reading("The keeper\n\n\(Self.prose)\n\n\(Self.prose)\n")
    #expect(reading.kinds == [.title, .paragraph, .paragraph])
    #expect(
      reading.text(reading.document.blocks[1]).hasPrefix(
        "The lamp had been lit since four, because the days were short and the keeper"))
  }

  @Test func linesSetInAtTheFirstLineBeginParagraphs() {
    let reading = Reading(
      """
      The keeper

         The lamp had been lit since four, because the days were short and
      the keeper did not like to be hurried. He read the paper twice.
         Nobody came. Nobody had come for nine days, and on the tenth day the
      boat came without the mail.
      """)
    #expect(reading.kinds == [.title, .paragraph, .paragraph])
  }

  @Test func longLinesAreParagraphsOfTheirOwn() {
    let line = String(repeating: "Some words of a long line. ", count: 9)
    let reading = Reading("A title\n\n\(line)\n\(line)\n\n\(line)\n")
    #expect(reading.kinds == [.title, .paragraph, .paragraph, .paragraph])
  }

  @Test func listsNestAndHang() {
    let reading = Reading(
      """
      Packing

      \(Self.prose)

      * Bread, enough for three days, and a knife to cut it that somebody
        has sharpened.
        - rye
        - wheat
      * Water.

        Boil it.

      1. First go.
      2. Then come back.
      """)
    #expect(
      reading.outline.suffix(7) == [
        "list: Bread, enough for three days, and a knife to cut it that somebody has sharpened.",
        "list 1: rye", "list 1: wheat", "list: Water.", "list: Boil it.", "list: First go.",
        "list: Then come back.",
      ])
    let marker = reading.document.blocks.last?.marker.map { reading.document.source.bytes[$0] }
    #expect(marker.map { Array($0) } == Array("2.".utf8))
  }

  @Test(arguments: ["•", "-", "*", "1)", "(a)", "[4]", "▪", "–"])
  func markersBeginItems(marker: String) {
    let reading = Reading("Things\n\n\(Self.prose)\n\n\(marker) one thing\n\n\(Self.prose)\n")
    #expect(reading.outline.contains("list: one thing"))
  }

  @Test func numbersAtWrappedLinesBeginNoItems() {
    let reading = Reading(
      """
      Years

      The great storm, as everybody on the coast still calls it, came in the night of March
      9. It was followed by a smaller one. The lamp went out twice, and both times it was lit
      again by a girl of eleven who had been told to sleep, and who never slept again in all
      her life.
      """)
    #expect(reading.kinds == [.title, .paragraph])
  }

  @Test func termsAndWhatTheyMean() {
    let reading = Reading(
      """
      Words of the trade

      \(Self.prose)

      lamp
          What burns, and is looked at from a distance by people who would
          rather be elsewhere.
      wick
          What makes it burn.
      """)
    #expect(
      reading.outline.suffix(4).map { String($0.prefix(12)) } == [
        "list: lamp", "list: What b", "list: wick", "list: What m",
      ])
  }

  @Test func quotesHaveLevels() {
    let reading = Reading("A title\n\nHe wrote:\n> I said\n> that.\n>> No.\n\n\(Self.prose)\n")
    #expect(
      reading.outline.dropFirst().prefix(3) == [
        "paragraph: He wrote:", "quote 1: I said that.", "quote 2: No.",
      ])
  }

  @Test func proseSetInIsQuoted() {
    let inset = Self.prose.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
    let reading = Reading("A title\n\n\(Self.prose)\n\n\(inset)\n\n\(Self.prose)\n")
    #expect(reading.kinds == [.title, .paragraph, .quote, .paragraph])
  }

  @Test(arguments: [
    "name      size   date\nlamp        12   1888\nwick         3   1901",
    "+-----+-----+\n| a   | b   |\n+-----+-----+",
    "---o---o---A\n        /\n   ---B", "    $ make install\n    $ lamp --light",
    "for (i = 0; i < n; i++) {\n  light(lamp[i]);\n}", ">>> light(lamp)\nTrue",
    "<VirtualHost *:80>\n  ServerName x\n</VirtualHost>", "┌──┐\n│ab│\n└──┘",
  ]) func tablesDrawingsAndCodeAreKept(lines: String) {
    let reading = Reading("A title\n\n\(Self.prose)\n\n\(lines)\n\n\(Self.prose)\n")
    #expect(reading.kinds == [.title, .paragraph, .preformatted, .paragraph])
    #expect(reading.text(reading.document.blocks[2]) == lines)
  }

  @Test func verseIsKeptInsideProse() {
    let song = """
          Old Pell, old Pell, he drives to hell,
            With a barrel of salt behind him;
          And when the devil comes out to sell,
            He hasn't the heart to mind him.
      """
    let reading = Reading("A title\n\n\(Self.prose)\n\n\(song)\n\n\(Self.prose)\n")
    #expect(reading.kinds == [.title, .paragraph, .preformatted, .paragraph])
  }

  @Test func verseThatIsSetInByTurnsIsKept() {
    let stanza = """
        Once at evening, when the harbour lay in darkness and in silence,
          ’Twas the keeper of the lantern who came slowly down the stair!
        “Who is there,” he called, “and wherefore do you knock upon my doorway—
          Nobody has come in winter, nobody will come by morning there.”
      """
    let reading = Reading("The lantern\n\nby Ann Keeper\n1845\n\n\(stanza)\n\n\(stanza)\n")
    #expect(reading.kinds == [.title, .byline, .byline, .preformatted, .preformatted])
    #expect(reading.document.metadata.date == "1845")
  }

  @Test func versesThatAreSentencesInAnotherScriptAreParagraphs() {
    let stanza = """
      דברי קהלת בן־דוד מלך בירושלם׃
      הבל הבלים אמר קהלת הבל הבלים הכל הבל׃
      וזרח השמש ובא השמש ואל־מקומו שואף זורח הוא שם׃
      דור הלך ודור בא והארץ לעולם עמדת׃
      """
    let reading = Reading("קהלת\n\n\(stanza)\n")
    #expect(reading.kinds == [.title] + Array(repeating: .paragraph, count: 4))
  }

  /// Short lines that end early, in a text of nothing else, mean to end there.
  @Test(arguments: [
    "a glove\nhalf a door\nthe blue of a bottle ground soft\ni put them on the sill",
    "you said keep the door\nso i kept the door\nand it stands now against the wall\nlike one waiting",
  ])
  func shortLinesAreKept(stanza: String) {
    let text =
      "What the Tide Left\n\n\(stanza)\n\nall night the ferry\ngoes over\nand comes back\nalone\n"
    let reading = Reading(text)
    #expect(reading.document.blocks.map(\.kind) == [.title, .preformatted, .preformatted])
    #expect(reading.text(reading.document.blocks[1]) == stanza)
  }

  @Test func narrowProseIsJoined() {
    let words = "all night the ferry goes over and comes back with no one but the lamp on it".split(
      separator: " ")
    var lines = [""]
    for word in words + words + words {
      if lines[lines.count - 1].count + word.count > 30 { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    let paragraph = lines.joined(separator: "\n")
    let reading = Reading("A Title\n\n\(paragraph).\n\n\(paragraph).\n")
    #expect(reading.document.blocks.map(\.kind) == [.title, .paragraph, .paragraph])
  }

  @Test func verseWithoutCapitalsIsKept() {
    let stanza =
      "lamp,\nyou have burned all night\nfor nobody,\nand now that it is morning\nyou are\nas tired as the sea that you were told to watch\nand as awake.\n\n"
    let reading = Reading("Lamp\n\n" + String(repeating: stanza, count: 4))
    #expect(reading.kinds == [.title] + Array(repeating: .preformatted, count: 4))
  }

  @Test func justifiedProseIsNoTable() {
    let reading = Reading(
      """
      A title

      The  lamp  had  been  lit since four, because the days were short and
      the  keeper did not like to be  hurried. He read the paper  from the
      day  before  yesterday,  and then, since it had not changed, he read
      it again.
      """)
    #expect(reading.kinds == [.title, .paragraph])
  }

  @Test func headingsByTheirForm() {
    let reading = Reading(
      """
      The Book of Lamps
      =================

      Oil
      ---

      \(Self.prose)

      2.1. Whale oil

      \(Self.prose)

      WICKS

      \(Self.prose)

      Chapter IV

      \(Self.prose)

      What burns best?

      \(Self.prose)
      """)
    #expect(
      reading.outline.filter { !$0.hasPrefix("paragraph") } == [
        "title: The Book of Lamps", "heading 1: Oil", "heading 2: 2.1. Whale oil",
        "heading 2: WICKS", "heading 3: Chapter IV", "heading 4: What burns best?",
      ])
  }

  @Test(arguments: [
    "He said nothing.", "and then", "Figure 2. A lamp", "See http://lamps.example/",
    "“No,”", "Photo: Bo Lund/Courier",
  ]) func otherShortLinesAreNoHeadings(line: String) {
    let reading = Reading("A title\n\n\(Self.prose)\n\n\(line)\n\n\(Self.prose)\n")
    #expect(reading.document.blocks[2].kind != .heading)
    #expect(reading.document.blocks[2].kind != .furniture)
  }

  @Test func japaneseIsJoinedWithoutSpaces() {
    let line = "灯台守は新聞を読んでいた。日は短く、急がされるのを好まなかったからである。昨日の新聞を"
    let reading = Reading("灯台\n\n\(line)\n\(line)\nもう一度読んだ。\n\n\(line)\n\(line)\n終わり。\n")
    #expect(reading.kinds == [.title, .paragraph, .paragraph])
    #expect(reading.text(reading.document.blocks[1]) == line + line + "もう一度読んだ。")
  }

  @Test func textAndSourceMapOntoEachOther() {
    let source = Array("  one two\n  three\n".utf8)
    let slices = [Slice(line: 1, source: 2..<9), Slice(line: 2, source: 12..<17)]
    let text = BlockText(
      Block(.paragraph, lines: 1...2, slices: slices, reason: .prose), in: source)
    #expect(text.bytes == Array("one two three".utf8))
    #expect(text.sourceOffset(of: 8) == 12)
    #expect(text.offset(ofSource: 12) == 8)
    #expect(text.sourceOffset(of: 7) == 9)
    #expect(text.offset(ofSource: 0) == 0)
    for offset in 0..<text.bytes.count where offset != 7 {
      #expect(text.offset(ofSource: text.sourceOffset(of: offset)) == offset)
    }
    let lines = BlockText(
      Block(.preformatted, lines: 1...2, slices: slices, reason: .code), in: source)
    #expect(lines.bytes == Array("one two\nthree".utf8))
  }
}
