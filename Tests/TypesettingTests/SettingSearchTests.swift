import Screen
import Testing
import Typesetting

/// Finding words on the page.
@Suite struct SettingSearchTests {
  private func found(_ needle: String, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Galley(Sample.paragraph(text), options: .init()).matches(of: needle).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test func caseCountsOnlyIfItIsAskedFor() {
    #expect(found("page", in: "Page PAGE page") == ["Page", "PAGE", "page"])
    #expect(found("Page", in: "Page PAGE page") == ["Page"])
    #expect(found("straße", in: "STRASSE Straße") == ["Straße"])
    #expect(found("жук", in: "ЖУК жук") == ["ЖУК", "жук"])
  }

  @Test func accentsDoNotCount() {
    #expect(
      found("resume", in: "résumé re\u{301}sume\u{301}") == ["résumé", "re\u{301}sume\u{301}"])
    #expect(found("é", in: "e") == ["e"])
    #expect(found("か", in: "が か") == ["か"])
  }

  @Test func quotesSpacesAndSoftHyphensAreForgiven() {
    #expect(found("don't go", in: "don’t\u{A0} go") == ["don’t\u{A0} go"])
    #expect(found("hyphen", in: "hy\u{AD}phen") == ["hy\u{AD}phen"])
    #expect(found("a  b", in: "a b") == ["a b"])
  }

  @Test func hitsDoNotOverlap() {
    #expect(found("aa", in: "aaaaa") == ["aa", "aa"])
    #expect(found("", in: "abc").isEmpty)
    #expect(found("\u{301}", in: "abc").isEmpty)
    #expect(found("abc", in: "ab").isEmpty)
  }

  private var document: Document {
    var sample = Sample()
    sample.add(.title, ["The lantern"])
    sample.add(.paragraph, ["An amber", "lantern shone."])
    sample.add(.furniture, ["lantern shop"])
    sample.add(.preformatted, ["  lantern"])
    return sample.document
  }

  private let header = Galley.Header(title: "The lantern", details: "lantern")

  @Test func hitsCrossLineEndsAndSkipWhatIsFolded() {
    let galley = Galley(document, options: .init(measure: 8, header: header))
    #expect(
      galley.matches(of: "lantern") == [
        Match(block: 0, range: 4..<11), Match(block: 2, range: 9..<16),
        Match(block: 4, range: 2..<9),
      ])
    #expect(galley.matches(of: "amber lantern") == [Match(block: 2, range: 3..<16)])
    let original = Galley(document, options: .init(isOriginal: true))
    #expect(original.matches(of: "lantern").map(\.block) == [1, 2, 3, 4])
  }

  @Test func hitsAreMarkedOnEveryLine() {
    var galley = Galley(document, options: .init(measure: 8, header: header))
    let matches = galley.matches(of: "amber lantern")
    let lines = galley.lines(
      from: galley.start, count: .max, highlighting: matches, current: matches[0])
    let marked = lines.map { line in
      line.spans.filter { $0.style.attributes.isSuperset(of: [.reverse, .bold]) }
        .map(\.text.string).joined()
    }
    #expect(marked.filter { !$0.isEmpty } == ["amber", "lantern"])
    #expect(lines.map(\.string) == galley.page)
    #expect(lines.first { $0.place == galley.place(of: matches[0]) }?.string == "An amber")
  }

  @Test func theOriginalMarksTheSameHits() {
    var galley = Galley(document, options: .init(measure: 30, isOriginal: true, header: header))
    let matches = galley.matches(of: "lantern")
    let lines = galley.lines(from: galley.start, count: .max, highlighting: matches, current: nil)
    let marked = lines.filter { line in
      line.spans.contains { $0.style.attributes.contains(.reverse) && $0.text.string == "lantern" }
    }
    #expect(
      marked.map(\.string)
        == ["The lantern", "The lantern", "lantern shone.", "lantern shop", "  lantern"])
    #expect(matches.map { galley.place(of: $0) } == marked.map(\.place))
  }

  @Test func markingNeverChangesTheText() {
    var texts = RandomText()
    for _ in 0..<60 {
      let text = texts.paragraph(pieces: 40)
      var galley = Galley(Sample.paragraph(text), options: .init(measure: texts.number(1...60)))
      let start = text.index(text.startIndex, offsetBy: texts.number(0...20))
      let matches = galley.matches(of: String(text[start...].prefix(texts.number(1...4))))
      let marked = galley.lines(
        from: galley.start, count: .max, highlighting: matches, current: matches.last)
      #expect(marked.map(\.string) == galley.page, "seed \(texts.seed)")
      for match in matches {
        #expect(marked.map(\.place).contains(galley.place(of: match)), "seed \(texts.seed)")
      }
    }
  }
}
