import Screen
import Testing
import Typesetting

/// Paragraphs, sections, and places of the source.
@Suite struct SettingLandmarkTests {
  private var document: Document {
    var sample = Sample()
    sample.add(.title, ["Title"])
    sample.add(.paragraph, ["First paragraph that", "goes on."])
    sample.add(.heading, level: 1, ["One"])
    sample.add(.paragraph, ["Second."])
    sample.add(.heading, level: 2, ["One and a half"])
    sample.add(.paragraph, ["Third."])
    return sample.document
  }

  private func galley(isOriginal: Bool = false) -> Galley {
    let header = Galley.Header(title: "Title", details: "1 min")
    return Galley(document, options: .init(measure: 12, isOriginal: isOriginal, header: header))
  }

  private func text(_ galley: inout Galley, at place: Place) -> String {
    galley.lines(from: place, count: 1).first?.string ?? ""
  }

  @Test(arguments: [false, true]) func paragraphsFollowOneAnother(isOriginal: Bool) {
    var galley = galley(isOriginal: isOriginal)
    var place = galley.start
    var seen: [String] = []
    while place != galley.last() {
      place = galley.paragraph(from: place, by: 1)
      seen.append(text(&galley, at: place))
    }
    #expect(seen.suffix(5).first == (isOriginal ? "First paragr" : "First"))
    #expect(
      seen.suffix(4) == ["One", "Second.", isOriginal ? "One and a ha" : "One and a", "Third."])
    #expect(galley.paragraph(from: place, by: -2) != place)
    #expect(text(&galley, at: galley.paragraph(from: place, by: -2)) == "Second.")
    #expect(galley.paragraph(from: place, by: -99) == galley.start)
    #expect(galley.paragraph(from: galley.start, by: 99) == galley.last())
  }

  @Test(arguments: [false, true]) func sectionsBeginAtHeadings(isOriginal: Bool) {
    var galley = galley(isOriginal: isOriginal)
    let headings = galley.document.headings()
    let places = headings.map { galley.place(at: $0.offset) }
    #expect(headings.map(\.title.string) == ["One", "One and a half"])
    #expect(headings.map(\.level) == [1, 2])
    #expect(galley.section(from: galley.start, by: 1) == places[0])
    #expect(galley.section(from: galley.start, by: 2) == places[1])
    #expect(galley.section(from: galley.start, by: 3) == galley.last())
    #expect(galley.section(from: galley.last(), by: -1) == places[1])
    #expect(galley.section(from: places[0], by: -1) == galley.start)
    #expect(text(&galley, at: places[0]) == "One")
  }

  @Test func theParagraphOneIsInBeginsFirst() {
    var galley = galley()
    let second = galley.moved(galley.paragraph(from: galley.start, by: 1), by: 1)
    #expect(text(&galley, at: second) == "paragraph")
    #expect(text(&galley, at: galley.paragraph(from: second, by: -1)) == "First")
  }

  @Test func theFirstByteIsShownByTheHeader() {
    var galley = galley()
    #expect(galley.place(at: 0) == galley.start)
    #expect(galley.offset(of: galley.start) == 0)
  }

  @Test func theQuoteIsTheTextFromThereOn() {
    var galley = galley()
    let first = galley.paragraph(from: galley.start, by: 1)
    #expect(galley.quote(at: first) == "First paragraph that goes on.")
    #expect(galley.quote(at: galley.moved(first, by: 1)) == "paragraph that goes on.")
    #expect(galley.quote(at: galley.moved(first, by: -1)) == "First paragraph that goes on.")
    var long = Galley(Sample.paragraph(String(repeating: "é ", count: 90)), options: .init())
    #expect(long.quote(at: long.start) == String(repeating: "é ", count: 20))
  }

  @Test func offsetsInAWindowAreAbsolute() {
    let text = "one two three\n\nfour five\n"
    let window = Source(window: Array(text.utf8), start: 1000, total: 5000)
    let blocks = [
      Block(.paragraph, lines: 1...1, slices: [Slice(line: 1, source: 0..<13)], reason: .prose),
      Block(.paragraph, lines: 3...3, slices: [Slice(line: 3, source: 15..<24)], reason: .prose),
    ]
    for isOriginal in [false, true] {
      let options = Galley.Options(measure: 7, isOriginal: isOriginal)
      var galley = Galley(Document(window, blocks: blocks), options: options)
      let place = galley.place(at: 1016)
      #expect(self.text(&galley, at: place).hasPrefix("four"))
      #expect(galley.offset(of: place) == 1015)
      #expect(galley.lines(from: place, count: 1)[0].source.lowerBound == 1015)
      #expect(galley.place(at: 0) == galley.start && galley.place(at: 9999) == galley.last())
    }
  }

  /// A page break cuts the first paragraph in two; the furniture in it stands before it.
  @Test func furnitureInsideAParagraphIsFoundByItsBytes() {
    let text = "one two\nRFC 1\nthree four\n"
    let blocks = [
      Block(.furniture, lines: 2...2, slices: [Slice(line: 2, source: 8..<13)], reason: .prose),
      Block(
        .paragraph, lines: 1...3,
        slices: [Slice(line: 1, source: 0..<7), Slice(line: 3, source: 14..<24)], reason: .prose),
    ]
    let document = Document(Source(Array(text.utf8)), blocks: blocks)
    var galley = Galley(document, options: .init(measure: 9))
    let lines = galley.lines(from: galley.start, count: .max)
    #expect(lines.map(\.string).suffix(3) == ["", "one two", "three", "four"].suffix(3))
    #expect(galley.place(at: 1) == lines[lines.count - 3].place)
    #expect(galley.place(at: 9) == lines[0].place)
    #expect(galley.place(at: 20) == lines[lines.count - 1].place)
  }
}
