import Screen
import Seeded
import Testing

@testable import Typesetting

/// Words are divided where lines are filled, and nowhere else.
@Suite struct SettingHyphenTests {
  /// Divides words everywhere.
  private let everywhere = Hyphenator(language: Language(code: "en")) { Array(1..<$0.count) }

  private func page(
    _ document: Document, measure: Int = 24, isJustified: Bool = true, _ hyphenator: Hyphenator?
  ) -> Galley {
    Galley(
      document,
      options: Galley.Options(measure: measure, isJustified: isJustified, hyphenator: hyphenator))
  }

  private let text =
    "Extraordinary circumstances necessitate considerable improvisation, notwithstanding "
    + "administrative complications throughout the organisational infrastructure."

  @Test func linesAreFilledWithDividedWords() {
    let text = "It was an " + text.replacing(" ", with: " of the ")
    let lines = page(Sample.paragraph(text), measure: 32, everywhere).page
    #expect(lines.contains { $0.hasSuffix("-") })
    for line in lines.dropLast() { #expect(line.count == 32, "\(lines)") }
  }

  @Test func withoutDictionaryOrFillingNothingIsDivided() {
    let document = Sample.paragraph(text)
    #expect(!page(document, nil).page.contains { $0.hasSuffix("-") })
    let ragged = page(document, isJustified: false, everywhere)
    #expect(ragged.page == page(document, isJustified: false, nil).page)
  }

  @Test(arguments: [
    "https://extraordinary.example.com/circumstances", "JavaScriptInterpreters",
    "EXTRAORDINARY", "utf8encodings", "self_contained_names", "/usr/share/dictionaries",
    "function()", "semi\u{AD}automatic", "naïve\u{301}te", "吾輩は猫である名前は", "four",
  ])
  func onlyPlainWordsAreDivided(word: String) {
    let bytes = Array("\(word) ".utf8)
    let points = bytes.withUnsafeBufferPointer { everywhere.points(in: $0, 0..<bytes.count) }
    #expect(points == [])
  }

  @Test(arguments: [
    ("library", [2, 3, 4]), ("“library,” ", [5, 6, 7]), ("Überfall. ", [3, 4, 5, 6]),
    ("читатель", [4, 6, 8, 10]), ("(fifth)", [3]),
  ])
  func twoLettersStayBeforeAndThreeAfter(word: String, wanted: [Int]) {
    let bytes = Array(word.utf8)
    let points = bytes.withUnsafeBufferPointer { everywhere.points(in: $0, 0..<bytes.count) }
    #expect(points == wanted)
  }

  @Test(arguments: [Block.Kind.heading, .title, .byline, .furniture, .preformatted])
  func onlyRunningTextIsFilled(kind: Block.Kind) {
    var sample = Sample()
    sample.add(kind, [text])
    var options = Galley.Options(measure: 24, showsFurniture: true)
    let before = Galley(sample.document, options: options).page
    options.isJustified = true
    options.hyphenator = everywhere
    #expect(Galley(sample.document, options: options).page == before)
  }

  @Test func listsAndQuotesAreFilled() {
    var sample = Sample()
    sample.add(.list, ["- |\(text)"])
    sample.add(.quote, level: 1, ["> |\(text)"])
    let lines = page(sample.document, everywhere).page
    #expect(lines.count { $0.count == 24 } >= 10)
    #expect(lines.count { $0.hasSuffix("-") } >= 2)
  }

  @Test func searchAndPlacesSeeTheWholeWord() throws {
    var galley = page(Sample.paragraph(text), everywhere)
    let lines = galley.lines(from: galley.start, count: .max)
    let divided = try #require(lines.firstIndex { $0.string.hasSuffix("-") })
    let words = text.split(separator: " ").map { $0.trimmingPrefix("(") }
    for word in words {
      #expect(galley.matches(of: String(word)).count == 1)
    }
    let next = lines[divided + 1]
    #expect(galley.place(at: next.source.lowerBound) == next.place)
    #expect(lines[divided].source.upperBound == next.source.lowerBound)
    let head = try #require(lines[divided].string.split(separator: " ").last).dropLast()
    let tail = try #require(next.string.split(separator: " ").first)
    let match = try #require(galley.matches(of: String(head + tail)).first)
    let marked = galley.lines(from: galley.start, count: .max, highlighting: [match], current: nil)
      .flatMap(\.spans).filter { $0.style.attributes.contains(.reverse) }.map(\.text.string)
    #expect(marked == [String(head), "-", String(tail)])
  }

  @Test func noHyphenStandsBeforeTheLastLine() {
    var texts = RandomText()
    for measure in 20...60 {
      let words = (0..<40).map { _ in
        ["organisation", "of", "considerable", "words", "the", "a", "infrastructure"]
          .randomElement(using: &texts.random) ?? ""
      }
      let lines = page(
        Sample.paragraph(words.joined(separator: " ")), measure: measure, everywhere
      ).page
      #expect(lines.dropLast().last?.hasSuffix("-") != true, "seed \(texts.seed): \(lines)")
    }
  }

  @Test func everyMeasureKeepsTheTextAndTheMargin() {
    var texts = RandomText()
    let text = texts.paragraph(pieces: 60)
    let safe = Sanitiser.sanitise(Array(text.utf8), surface: .body).text.string
    for measure in 1...100 {
      var galley = page(Sample.paragraph(text), measure: measure, everywhere)
      let lines = galley.lines(from: galley.start, count: .max)
      let note: Comment = "seed \(texts.seed), measure \(measure): \(text.debugDescription)"
      let shown = lines.map(\.string).joined().unicodeScalars.filter { $0 != " " && $0 != "-" }
      #expect(
        shown.elementsEqual(
          safe.unicodeScalars.filter { $0 != " " && $0 != "-" }), note)
      for line in lines {
        #expect(line.columns == line.spans.reduce(0) { $0 + $1.text.columns }, note)
        #expect(line.columns <= measure || line.string.unicodeScalars.count <= 8, note)
      }
    }
  }
}
