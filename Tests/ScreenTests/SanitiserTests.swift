import Screen
import Testing

/// The policy, row by row.
@Suite struct SanitiserTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let input: String
    let body: String
    let line: String
    var hidden = 0

    var testDescription: String { input.debugDescription }

    init(_ input: String, _ body: String, line: String? = nil, hidden: Int = 0) {
      self.input = input
      self.body = body
      self.line = line ?? body
      self.hidden = hidden
    }
  }

  private func check(_ row: Row) {
    let body = Sanitiser.sanitise(row.input.utf8, surface: .body)
    let line = Sanitiser.sanitise(row.input.utf8, surface: .line)
    // By bytes: strings compare by canonical equivalence.
    #expect(Array(body.text.string.utf8) == Array(row.body.utf8), "\(body.text.string)")
    #expect(Array(line.text.string.utf8) == Array(row.line.utf8), "\(line.text.string)")
    #expect(body.hidden == row.hidden)
    #expect(line.hidden == row.hidden)
    #expect(Oracle.objection(to: body.text, marks: 4) == nil)
    #expect(Oracle.objection(to: line.text, marks: 2) == nil)
  }

  @Test(arguments: [
    Row("plain text", "plain text"), Row("", ""), Row("Ünï 吾輩 🎈", "Ünï 吾輩 🎈"),
    // Sequences lose their introducer, whatever comes after it.
    Row("\u{1B}[2J\u{1B}[1;1H$ ", "^[[2J^[[1;1H$ "),
    Row("\u{1B}]0;title\u{7}", "^[]0;title^G"), Row("\u{1B}]52;c;Zm9v\u{1B}\\", "^[]52;c;Zm9v^[\\"),
    Row("\u{1B}P+q544e\u{1B}\\", "^[P+q544e^[\\"), Row("\u{1B}c\u{E}\u{F}\u{5}", "^[c^N^O^E"),
    Row("a\u{9B}31m\u{90}\u{9D}\u{85}", "a<9B>31m<90><9D><85>"),
    // Controls that move the cursor.
    Row("secret\u{8}\u{8}PUBLIC", "secret^H^HPUBLIC"), Row("_\u{8}a", "_^Ha"),
    Row("a\nb\rc\r\nd\u{B}e\u{C}f", "a␊b␍c␍␊d^Ke␌f"), Row("\u{0}\u{7F}", "^@^?"),
    Row("a\u{2028}b\u{2029}c", "a<2028>b<2029>c"),
    // An author's own brackets stay his.
    Row("<202E> and ^[", "<202E> and ^["), Row("%n%s%x", "%n%s%x"),
  ]) func controlsAreShown(_ row: Row) { check(row) }

  @Test(arguments: [
    Row("\u{202E}txt.exe\u{202C}", "<RLO>txt.exe<PDF>"),
    Row("\u{202A}\u{202B}\u{202D}", "<LRE><RLE><LRO>"),
    Row("\u{2066}a\u{2067}b\u{2068}c\u{2069}", "abc", hidden: 4),
    Row("\u{200E}\u{200F}\u{61C}", "", hidden: 3), Row("שלום عربى", "שלום عربى"),
    Row("a\u{200B}b\u{AD}c\u{200C}d\u{200D}e", "abcde"),
    Row("\u{FEFF}a\u{2060}b\u{34F}c\u{180E}", "abc", hidden: 4),
    Row("\u{2061}\u{2064}\u{206A}\u{FFF9}\u{1D173}", "<2061><2064><206A><FFF9><1D173>"),
    Row("\u{115F}\u{1160}\u{3164}\u{FFA0}\u{2800}", "<115F><1160><3164><FFA0>\u{2800}"),
    Row("\u{E0B0}\u{F0000}\u{10FFFD}", "<E0B0><F0000><10FFFD>"),
    Row("\u{378}", "<0378>"),
    Row("hi\u{E0048}\u{E0049}", "hi<TAG×2>"),
    Row("\u{E0001}\u{E0020}a\u{E0041}", "<TAG×2>a<TAG×1>"),
    Row(
      "a" + String(String.UnicodeScalarView((0xE0100...0xE01EF).compactMap(Unicode.Scalar.init))),
      "a", hidden: 240),
  ]) func nothingInvisibleIsLeft(_ row: Row) { check(row) }

  @Test(arguments: [
    Row("👩\u{200D}👧 ❤\u{FE0F} 1\u{FE0F}\u{20E3}", "👩👧 ❤ 1\u{20E3}"), Row("👍🏽 🇬🇧", "👍🏽 🇬🇧"),
    Row("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴<TAG×3>"), Row("a\u{FE00}", "a", hidden: 1),
    Row("한글 \u{1112}\u{1161}\u{11AB}", "한글 \u{1112}\u{1161}\u{11AB}"),
    Row("नमस्ते กำ", "नमस्ते กำ"),
  ]) func sequencesAreSplitIntoCells(_ row: Row) { check(row) }

  @Test(arguments: [
    Row("e\u{301}\u{302}", "e\u{301}\u{302}"),
    Row("e" + marks(4), "e" + marks(4), line: "e" + marks(2) + "+2"),
    Row("e" + marks(7) + "x", "e" + marks(4) + "+3x", line: "e" + marks(2) + "+5x"),
    Row("\u{301}", "◌\u{301}"), Row("a \u{301}", "a ◌\u{301}"), Row("\u{1B}\u{301}", "^[◌\u{301}"),
    Row("\u{301}\u{301}\u{301}", "◌" + marks(3), line: "◌" + marks(2) + "+1"),
    // What is dropped between marks does not give them a fresh start.
    Row("e\u{301}\u{200D}" + marks(4), "e" + marks(4) + "+1", line: "e" + marks(2) + "+3"),
    Row(
      "e" + marks(5) + "\u{2060}" + marks(5) + "\u{2060}x", "e" + marks(4) + "+6x",
      line: "e" + marks(2) + "+8x", hidden: 2),
  ]) func marksAreFewAndHaveABase(_ row: Row) { check(row) }

  @Test(
    arguments: [
      ([0xC0, 0x80, 0xC0, 0x9B], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xE0, 0x80, 0x9B], "\u{FFFD}\u{FFFD}\u{FFFD}"), ([0x9B, 0x41], "\u{FFFD}A"),
      ([0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80], String(repeating: "\u{FFFD}", count: 6)),
      ([0x41, 0xF0, 0x9F, 0x8E], "A\u{FFFD}"), ([0xF0, 0x9F, 0x8E, 0x41], "\u{FFFD}A"),
      (Array(repeating: 0x80, count: 8), String(repeating: "\u{FFFD}", count: 8)),
      (Array(repeating: 0x80, count: 9), "<9 bad bytes>"),
      (Array(repeating: 0x80, count: 23), "<23 bad bytes>"),
      ([0x80, 0xCC, 0x81], "\u{FFFD}◌\u{301}"), ([0xEF, 0xBF, 0xBD], "\u{FFFD}"),
    ] as [([UInt8], String)]) func badBytesAreShown(_ bytes: [UInt8], _ expected: String)
  {
    #expect(SafeText(bytes: bytes).string == expected)
    #expect(Sanitiser.sanitise(bytes, surface: .body).text.string == expected)
  }

  @Test func tabsGoToTheNextStop() {
    func body(_ text: String, from column: Int = 0) -> String {
      Sanitiser.sanitise(text.utf8, surface: .body, startColumn: column).text.string
    }
    #expect(body("\tx") == "        x")
    #expect(body("abc\tx\ty") == "abc     x       y")
    #expect(body("吾輩は\tx") == "吾輩は  x")
    #expect(body("e\u{301}\tx") == "e\u{301}       x")
    #expect(body("12345678\t") == "12345678        ")
    #expect(body("a\tx", from: 5) == "a  x")
    #expect(body("\tx", from: -3) == "        x")
    #expect(SafeText("a\t\tx").string == "a  x")
    #expect(body("\t\u{301}") == "        ◌\u{301}")
  }

  /// Printable ASCII is read in words of eight bytes; any other byte in one ends the run.
  @Test func oneOddByteIsFoundWhereverItStands() {
    for byte in UInt8.min...UInt8.max {
      let alone = SafeText(bytes: [byte]).string
      for place in 0..<20 {
        var bytes = Array(repeating: UInt8(ascii: "x"), count: 20)
        bytes[place] = byte
        let before = String(repeating: "x", count: place)
        let after = String(repeating: "x", count: 19 - place)
        #expect(SafeText(bytes: bytes).string == before + alone + after)
      }
    }
  }

  /// Codes that touch are one range; an author's letters and an orphan's base are none.
  @Test(
    arguments: [
      ("\u{1B}[", [0..<2]), ("a\u{1B}\u{1B}\u{202E}b\u{7}", [1..<10, 11..<13]), ("^[ <RLO> +1", []),
      ("\u{301}\t\u{2060}", []), ("e" + marks(5), [9..<11]),
    ] as [(String, [Range<Int>])]) func codesAreMarked(_ text: String, _ markers: [Range<Int>])
  {
    #expect(Sanitiser.sanitise(text.utf8, surface: .body).markers == markers)
  }

  @Test(arguments: [
    "", "  ", "\u{200B}\u{2060}", "\u{3164}\u{115F}", "\u{2800}\u{2800}", "\u{A0}\t\n",
  ])
  func blankTextIsBlank(_ text: String) { #expect(Sanitiser.isBlank(text)) }

  @Test(arguments: ["a", " .", "\u{1B}", "\u{E000}", "\u{301}", "\u{202E}\u{5D0}"])
  func textWithSomethingToSeeIsNotBlank(_ text: String) { #expect(!Sanitiser.isBlank(text)) }
}

private func marks(_ count: Int) -> String { String(repeating: "\u{301}", count: count) }
