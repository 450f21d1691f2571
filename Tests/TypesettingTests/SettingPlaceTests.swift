import Screen
import Testing
import Typesetting

/// Places, offsets and steps agree with the lines of the page.
@Suite struct SettingPlaceTests {
  /// A document of blocks of all kinds.
  private func document(_ texts: inout RandomText) -> Document {
    var sample = Sample()
    for _ in 0..<12 {
      let kind = Block.Kind.allCases[texts.number(0...Block.Kind.allCases.count - 1)]
      let lines = (0..<texts.number(1...4)).map { _ in
        texts.paragraph(pieces: texts.number(1...12)).replacing("|", with: "")
      }
      let shown = lines.map { $0.allSatisfy { $0 == " " || $0 == "\t" } ? "x" : $0 }
      sample.add(
        kind, level: texts.number(0...3), isClose: texts.number(0...3) == 0,
        kind == .list ? shown.map { "- |" + $0 } : shown)
    }
    return sample.document
  }

  private func options(_ texts: inout RandomText) -> Galley.Options {
    Galley.Options(
      measure: texts.number(1...90), isOriginal: texts.number(0...2) == 0,
      showsFurniture: texts.number(0...1) == 0, isJustified: texts.number(0...3) == 0,
      header: texts.number(0...1) == 0 ? .init() : .init(title: "A title", details: "2 min"))
  }

  @Test func stepsAgreeWithLines() {
    var texts = RandomText()
    for _ in 0..<60 {
      let document = document(&texts)
      let options = options(&texts)
      var galley = Galley(document, options: options)
      let places = galley.lines(from: galley.start, count: .max).map(\.place)
      let note: Comment = "seed \(texts.seed)"
      #expect(places == places.sorted() && Set(places).count == places.count, note)
      #expect(places.first == galley.start && places.last == galley.last(), note)
      for _ in 0..<40 {
        let from = texts.number(0...places.count - 1)
        let to = texts.number(0...places.count - 1)
        #expect(galley.moved(places[from], by: to - from) == places[to], note)
        #expect(galley.distance(from: places[from], to: places[to], limit: .max) == to - from, note)
        let part = galley.lines(from: places[from], count: 5).map(\.place)
        #expect(part == Array(places[from...].prefix(5)), note)
      }
      #expect(galley.moved(places[0], by: -1) == places[0], note)
      #expect(galley.moved(places[0], by: .max) == places.last, note)
    }
  }

  @Test func offsetsLeadBackToTheirLine() {
    var texts = RandomText()
    for _ in 0..<60 {
      let document = document(&texts)
      var galley = Galley(document, options: options(&texts))
      let lines = galley.lines(from: galley.start, count: .max)
      let note: Comment = "seed \(texts.seed)"
      var last = -1
      for line in lines {
        let offset = galley.offset(of: line.place)
        #expect(offset >= 0 && offset <= document.source.bytes.count, note)
        let isOfText = line.kind != nil && !line.spans.isEmpty && line.kind != .furniture
        if isOfText, offset > last, offset > 0 {
          #expect(galley.place(at: offset) == line.place, note)
          #expect(line.source.lowerBound == offset, note)
        }
        if isOfText { last = max(last, offset) }
      }
    }
  }

  @Test func everyByteHasALine() {
    var texts = RandomText()
    for _ in 0..<30 {
      let document = document(&texts)
      var galley = Galley(document, options: options(&texts))
      let places = Set(galley.lines(from: galley.start, count: .max).map(\.place))
      var last = galley.start
      for offset in stride(from: 0, to: document.source.bytes.count + 5, by: 3) {
        let place = galley.place(at: offset)
        // A title that stands in the header leads there.
        if place == galley.start, last > place { continue }
        #expect(places.contains(place) && place >= last, "seed \(texts.seed), \(offset)")
        last = place
      }
    }
  }

  @Test func askingDoesNotChangeThePage() {
    var texts = RandomText()
    for _ in 0..<20 {
      let document = document(&texts)
      let options = options(&texts)
      var galley = Galley(document, options: options)
      var other = galley
      _ = other.moved(other.last(), by: -3)
      let first = galley.lines(from: galley.start, count: .max)
      #expect(first == galley.lines(from: galley.start, count: .max), "seed \(texts.seed)")
      #expect(first == other.lines(from: other.start, count: .max), "seed \(texts.seed)")
    }
  }

  @Test func strangePlacesAreMadeGood() {
    var galley = Galley(Sample.paragraph("one two three"), options: .init(measure: 5))
    let last = galley.last()
    for block in [-5, 0, 1, 2, 1000] {
      for line in [-7, 0, 3, 1 << 40, .max] {
        let moved = galley.moved(Place(block: block, line: line), by: 0)
        #expect(moved >= galley.start && moved <= last)
      }
    }
    var empty = Galley(Document(Source([]), blocks: []), options: .init())
    #expect(empty.lines(from: empty.start, count: 10).isEmpty)
    #expect(empty.last() == empty.start && empty.place(at: 7) == empty.start)
    #expect(empty.moved(empty.start, by: .min) == empty.start)
    #expect(empty.paragraph(from: empty.start, by: .min) == empty.start)
    #expect(empty.quote(at: empty.start).isEmpty && empty.offset(of: empty.start) == 0)
  }
}
