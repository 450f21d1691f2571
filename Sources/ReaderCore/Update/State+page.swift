import Articles
import Screen
import Typesetting

// The page: which lines of the article stand in the reading pane.
extension State {
  var pageRows: Int { layout.page?.size.rows ?? 0 }

  /// A page down keeps two lines of the page before, where there is room.
  var pageStep: Int { pageRows > 8 ? pageRows - 2 : max(pageRows, 1) }

  // MARK: Moving

  mutating func scroll(by lines: Int) {
    jump { $0.moved($1, by: lines) }
  }

  /// Moves the top of the page.
  mutating func jump(to place: (inout Galley, Place) -> Place) {
    let top = reading.top
    guard let newTop = reading.withGalley({ place(&$0, top) }) else { return }
    reading.top = newTop
    takeLines(rows: max(pageRows, 1))
    dropAnchor()
    reading.movedAt = now
    if reading.isCutShort(rows: pageRows) { readAnother(near: reading.anchor ?? 0) }
    readNeighbourhood()
  }

  private mutating func dropAnchor() {
    let (top, rows) = (reading.top, pageRows)
    let isWindow = reading.document?.source.start != 0
    let dropped = reading.withGalley { galley -> (anchor: Int?, lead: Int) in
      if top == galley.start, !isWindow { return (nil, 0) }
      let anchor = galley.offset(of: top)
      let place = galley.place(at: anchor)
      return (anchor, galley.distance(from: top, to: place, limit: rows))
    }
    (reading.anchor, reading.lead) = dropped ?? (nil, 0)
  }

  mutating func goToStart() { goTo(offset: nil) }

  mutating func goToEnd() { goTo(offset: .max) }

  mutating func goTo(percent: Int) {
    guard let source = reading.document?.source else { return }
    goTo(offset: percent == 0 ? nil : percent == 100 ? .max : source.total * percent / 100)
  }

  /// Shows the line with a byte of the text at the top; nil is the very start.
  mutating func goTo(offset: Int?) {
    guard let source = reading.document?.source else { return }
    let byte = min(offset ?? 0, max(source.total - 1, 0))
    if offset == nil, source.start == 0 {
      jump { galley, _ in galley.start }
    } else if source.shows(byte) {
      jump { galley, _ in galley.place(at: byte) }
    } else {
      reading.anchor = offset == nil ? nil : byte
      reading.lead = 0
      readAnother(near: byte)
    }
  }

  // MARK: Long texts

  /// Of a long text only a part is there; asks for the next one in time.
  private mutating func readNeighbourhood() {
    let offset = reading.anchor ?? 0
    guard !reading.holds(offset) else { return }
    readAnother(near: offset)
  }

  private mutating func readAnother(near offset: Int) {
    guard let path = reading.path, reading.awaitedOffset != offset else { return }
    reading.awaitedOffset = offset
    effects.append(.load(path, near: offset))
  }

  // MARK: Setting

  /// Sets the article at the measure of the pane where that changed, and takes out the lines of the
  /// page.
  mutating func settlePage() {
    guard let document = reading.document, let page = layout.page, page.size.rows > 0 else {
      reading.lines = []
      return
    }
    askForHyphenator()
    let options = galleyOptions(for: document)
    if reading.galley?.options == options { realign() } else { set(document, options) }
    takeLines(rows: page.size.rows)
    noteWhatIsShown()
  }

  /// Brings back to the top what stood there, where filling a higher page had moved it.
  private mutating func realign() {
    guard reading.awaitedOffset == nil else { return }
    let (anchor, lead) = (reading.anchor, reading.lead)
    if let top = reading.withGalley({ $0.top(anchor: anchor, lead: lead) }) { reading.top = top }
  }

  private func galleyOptions(for document: Document) -> Galley.Options {
    let page = layout.page?.size.columns ?? 1
    return Galley.Options(
      measure: max(arrangement.isOriginal ? page - 1 : layout.measure, 1),
      isOriginal: arrangement.isOriginal,
      showsFurniture: arrangement.showsFurniture,
      isJustified: arrangement.isJustified,
      hyphenator: hyphenator,
      wrapsPreformattedAt: arrangement.wrapsPreformatted ? max(page, 1) : nil,
      header: header(of: document))
  }

  private mutating func set(_ document: Document, _ options: Galley.Options) {
    var galley = Galley(document, options: options)
    reading.top = galley.top(anchor: reading.anchor, lead: reading.lead)
    if let anchor = reading.anchor, let words = reading.words,
      let place = galley.place(of: words, near: anchor), place != galley.place(at: anchor)
    {
      reading.top = place
      reading.anchor = galley.offset(of: place)
      reading.lead = 0
    }
    reading.words = nil
    reading.galley = galley
    refreshSearch()
  }

  /// Shows another part of the same long text, or its new version, at the same words.
  mutating func replaceDocument(_ document: Document) {
    if let anchor = reading.anchor, reading.document?.source.shows(anchor) == true {
      reading.words = reading.wordsAtAnchor()
    }
    reading.replace(with: document)
    readNeighbourhood()
  }

  /// Takes the lines of the page from the galley. A page that would end before its last row goes
  /// back to fill it.
  private mutating func takeLines(rows: Int) {
    var top = reading.top
    let hits = reading.search?.matches ?? []
    let current = reading.search?.currentMatch
    let lines = reading.withGalley { galley in
      func page() -> [SetLine] {
        galley.lines(from: top, count: rows + 1, highlighting: hits, current: current)
      }
      let lines = page()
      guard lines.count < rows, top != galley.start else { return lines }
      top = galley.moved(top, by: lines.count - rows)
      return page()
    }
    reading.top = top
    reading.lines = lines ?? []
    reading.isEndShown = reading.lines.count <= rows && reading.hasEnd
  }

  private func header(of document: Document) -> Galley.Header {
    guard let path = reading.path, document.source.start == 0 else { return Galley.Header() }
    return Wording.header(of: document, path: path)
  }
}
