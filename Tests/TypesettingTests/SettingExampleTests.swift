import Screen
import Testing
import Typesetting

/// Pages as they should look.
@Suite struct SettingExampleTests {
  private func page(_ text: String, _ measure: Int, isOriginal: Bool = false) -> [String] {
    Galley(Sample.paragraph(text), options: .init(measure: measure, isOriginal: isOriginal)).page
  }

  @Test func theParagraphAsAWholeIsBroken() {
    // First fit would leave "aaa" alone on a line of its own.
    #expect(page("aaa bb cc ddddd", 6) == ["aaa", "bb cc", "ddddd"])
  }

  @Test func spacesAreSqueezedAndStripped() {
    #expect(page("  one  two \t three.   Four ", 20) == ["one two three. Four"])
  }

  @Test func noClosingBracketBeginsALine() {
    #expect(
      page("名前はまだ無い。「何でも薄暗い」じめじめ", 22) == ["名前はまだ無い。「何で", "も薄暗い」じめじめ"])
    for line in page("あ」い」う」え」お」か」き」", 6) { #expect(!line.hasPrefix("」")) }
  }

  @Test func thaiIsBrokenBetweenWords() {
    #expect(page("ภาษาไทยเป็นภาษา", 10) == ["ภาษาไทยเป็น", "ภาษา"])
  }

  @Test func textFromRightToLeftEndsAtTheMeasure() {
    #expect(page("שלום לכולם", 7) == ["   שלום", "  לכולם"])
  }

  @Test func softHyphensAreDrawnWhereTheyAreUsed() {
    let word = "Donau\u{AD}dampf\u{AD}schiff"
    #expect(page(word, 30) == ["Donaudampfschiff"])
    #expect(page(word, 11) == ["Donaudampf-", "schiff"])
    #expect(page("a long\u{200B}word", 7) == ["a long", "word"])
  }

  @Test func addressesAreBrokenOnlyIfTheyFitOnNoLine() {
    let text = "see https://example.com/some/page now"
    #expect(page(text, 30) == ["see", "https://example.com/some/page", "now"])
    #expect(page(text, 22) == ["see", "https://example.com/", "some/page now"])
    #expect(page("入x/https://a.b/c。次の行", 17) == ["入", "x/https://a.b/c。", "次の行"])
  }

  @Test func signsThatBelongTogetherStayTogether() {
    #expect(page("in C++ and x||y", 8) == ["in C++", "and x||y"])
    #expect(page("use --option -v", 9) == ["use", "--option", "-v"])
  }

  @Test func aWordTooLongIsCutBetweenCharacters() {
    #expect(page("so abcdefghij k", 4) == ["so", "abcd", "efgh", "ij k"])
    #expect(page("e\u{301}e\u{301}e\u{301}", 2) == ["e\u{301}e\u{301}", "e\u{301}"])
    #expect(page("漢字", 1) == ["漢", "字"])
  }

  @Test func codesAreStyledApart() {
    var galley = Galley(Sample.paragraph("a\u{1B}b"), options: .init(measure: 9))
    let spans = galley.lines(from: galley.start, count: 1)[0].spans
    #expect(spans.map(\.text.string) == ["a", "^[", "b"])
    #expect(spans.map(\.style.attributes) == [[], [.dim, .underline], []])
  }

  @Test func theOriginalIsWrappedHard() {
    #expect(
      page("\ttab  kept and more", 12, isOriginal: true) == ["        tab ", " kept and mo", "re"])
  }

  @Test func theOriginalKeepsLinesAndBlanks() {
    var sample = Sample()
    sample.add(.paragraph, ["  one", "two"])
    sample.add(.furniture, ["menu"])
    let options = Galley.Options(
      measure: 20, isOriginal: true, header: .init(title: "T", details: "d"))
    #expect(
      Galley(sample.document, options: options).page
        == ["T", "", "d", "", "  one", "two", "", "menu"])
  }

  @Test func aNarrowMeasureDropsIndentations() {
    var sample = Sample()
    sample.add(.list, level: 3, ["   12. |item"])
    sample.add(.quote, level: 3, ["> |words"])
    #expect(
      Galley(sample.document, options: .init(measure: 5)).page == [
        "12.", "item", "", "│ wor", "│ ds",
      ])
  }

  @Test func nestedQuotesStandCloseToTheirReplies() {
    var sample = Sample()
    sample.add(.paragraph, ["She wrote:"])
    sample.add(.quote, level: 2, isClose: true, ["> > |old"])
    sample.add(.quote, level: 1, isClose: true, ["> |new"])
    #expect(
      Galley(sample.document, options: .init(measure: 20)).page
        == ["She wrote:", "│ │ old", "│ new"])
  }

  @Test func furnitureIsFoldedOrShownDim() {
    var sample = Sample()
    sample.add(.furniture, ["Home", "News"])
    sample.add(.paragraph, ["Text."])
    sample.add(.furniture, ["Share"])
    #expect(
      Galley(sample.document, options: .init()).page == [
        "┄ 2 lines of page furniture (zp shows them)", "", "Text.", "",
        "┄ 1 line of page furniture (zp shows it)",
      ])
    var shown = Galley(sample.document, options: .init(showsFurniture: true))
    let lines = shown.lines(from: shown.start, count: .max)
    #expect(lines.map(\.string) == ["Home", "News", "", "Text.", "", "Share"])
    #expect(lines.map(\.kind) == [.furniture, .furniture, nil, .paragraph, nil, .furniture])
    #expect(lines[0].spans.allSatisfy { $0.style == .dim })
  }

  @Test func aHyphenedWordIsNotCutAfterOneLetter() {
    #expect(page("a 3-day visit", 5) == ["a", "3-day", "visit"])
    #expect(page("a 3-day", 4) == ["a 3-", "day"])
    #expect(page("a well-known", 7) == ["a well-", "known"])
  }

  @Test func justifiedLinesEndAtTheMeasure() {
    let text = "one two three four five six seven eight nine ten"
    let galley = Galley(Sample.paragraph(text), options: .init(measure: 18, isJustified: true))
    #expect(galley.page == ["one two three four", "five   six   seven", "eight nine ten"])
  }
}
