import Screen
import Testing

@Suite struct SafeTextTests {
  private static let seed: UInt64 = 1_844

  @Test func columnsAreCounted() {
    #expect(SafeText("abc").columns == 3)
    #expect(SafeText("吾輩").columns == 4)
    #expect(SafeText("e\u{301}🎈…").columns == 4)
    #expect(SafeText.spaces(3).string == "   ")
    #expect(SafeText.spaces(-3) == .empty)
    #expect(SafeText.empty.isEmpty && SafeText("\u{2060}").isEmpty && !SafeText(" ").isEmpty)
    #expect(SafeText(bytes: [0x61, 0xFF]).columns == 2)
  }

  @Test(arguments: [
    ("abcdef", 4, "abcd", "abc…"), ("abcdef", 6, "abcdef", "abcdef"), ("ab", 4, "ab", "ab  "),
    ("吾輩は猫", 4, "吾輩", "吾… "), ("吾輩は猫", 5, "吾輩", "吾輩…"), ("吾輩", 1, "", "…"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}e\u{301}", "e\u{301}…"), ("abc", 0, "", ""),
    ("abc", -1, "", ""), ("", 2, "", "  "), ("", 0, "", ""),
  ]) func textIsCutAndFitted(_ text: String, _ width: Int, _ prefix: String, _ fitted: String) {
    #expect(SafeText(text).prefix(columns: width).string == prefix)
    #expect(SafeText(text).fitted(to: width).string == fitted)
  }

  /// A text, columns, and what of its end fits in them.
  @Test(arguments: [
    ("abc", 3, "abc"), ("abc", 2, "bc"), ("abc", 0, ""), ("abc", -1, ""), ("", 2, ""),
    ("a吾輩は", 4, "輩は"), ("a吾輩は", 5, "輩は"), ("a吾輩は", 6, "吾輩は"), ("吾", 1, ""),
    ("abe\u{301}", 1, "e\u{301}"), ("e\u{301}ab", 2, "ab"), ("e\u{301}吾b", 3, "吾b"),
  ]) func theEndOfATextIsCut(_ text: String, _ width: Int, _ suffix: String) {
    #expect(SafeText(text).suffix(columns: width).string == suffix)
  }

  @Test func anOffsetInsideAClusterMovesToItsStart() {
    let text = SafeText("ae\u{301}吾b")
    #expect(text.string.utf8.count == 8)
    #expect(text.slice(utf8: 1..<4).string == "e\u{301}")
    #expect(text.slice(utf8: 2..<7).string == "e\u{301}吾")
    #expect(text.slice(utf8: 3..<5).string == "e\u{301}")
    #expect(text.slice(utf8: 5..<6).isEmpty)
    #expect(text.slice(utf8: -4..<1).string == "a")
    #expect(text.slice(utf8: 7..<99).string == "b")
    #expect(text.slice(utf8: 50..<99).isEmpty)
    #expect(SafeText("abc").slice(utf8: -2..<9).string == "abc")
  }

  @Test func oneLetterWrittenInTwoWaysIsTwoTexts() {
    #expect(SafeText("\u{e9}") != SafeText("e\u{301}"))
    #expect(SafeText("\u{e9}") == SafeText("\u{e9}"))
    #expect(Set([SafeText("\u{e9}"), SafeText("e\u{301}")]).count == 2)
  }

  @Test func aLineKnowsWhatItHasInCommonWithTheOneBefore() {
    let line = Line([Span(SafeText("ab")), Span(SafeText("cd"), style: .bold), Span(.spaces(3))])
    let next = Line([Span(SafeText("ab")), Span(SafeText("cd")), Span(.spaces(2))])
    #expect(line.sameHead(as: next) == 1 && line.sameHead(as: line) == 3)
    #expect(line.blankTail(7) == 3 && line.blankTail(10) == 6 && line.blankTail(6) == 0)
    #expect(Line([Span(.spaces(2), style: Style(.reverse))]).blankTail(2) == 0)
  }

  @Test func anyPartOfSafeTextIsSafe() {
    var texts = RandomText(seed: Self.seed)
    for run in 0..<20_000 {
      let text = Sanitiser.sanitise(texts.next(), surface: .body).text
      let count = text.string.utf8.count
      let cut = texts.number(in: -2...count + 2)
      let width = texts.number(in: -2...text.columns + 3)
      let left = text.slice(utf8: min(cut, 0)..<cut)
      let right = text.slice(utf8: cut..<max(cut, count))
      let isWhole = left + right == text && (left + right).columns == text.columns
      let ends = [text.prefix(columns: width), text.suffix(columns: width)]
      let parts = [left, right, text.fitted(to: width)] + ends
      let isSafe = parts.allSatisfy { Oracle.objection(to: $0, marks: 4) == nil }
      if isWhole, isSafe, isFilled(text, width) { continue }
      Issue.record("seed \(Self.seed), run \(run): \(text) at \(cut), \(width) columns")
      return
    }
  }

  /// A prefix or a suffix leaves less than a wide character's room; fitted text leaves none.
  private func isFilled(_ text: SafeText, _ width: Int) -> Bool {
    let room = max(0, width)
    let ends = [text.prefix(columns: width), text.suffix(columns: width)].map(\.columns)
    let areLongest = ends.allSatisfy { $0 <= room && $0 >= min(text.columns, room - 1) }
    return areLongest && text.fitted(to: width).columns == room
  }
}
