import Articles
import Screen
import Typesetting

/// The article in the reading pane.
struct ReadingPane: Sendable {
  /// How long an article may take before keys stop waiting for it, in milliseconds.
  static let patience: Timestamp = 700
  /// How long it may take before the screen says that it does, in milliseconds.
  static let silence: Timestamp = 300

  /// The article that is to be shown, and since when it is asked for.
  private(set) var wanted: ArticlePath?
  private(set) var wantedSince: Timestamp = 0
  /// Whether the wanted article is opened, and not just previewed, once it is there.
  var opensWhenShown = false

  /// The article that is shown: while the wanted one is read, the one before.
  private(set) var path: ArticlePath?
  private(set) var document: Document?
  /// The language of the text, once it has been found out.
  private var knownLanguage: Language??
  private(set) var problem: LibraryError?
  var galley: Galley?
  /// The lines of the page, and one more where the text goes on.
  var lines: [SetLine] = []
  var isEndShown = false

  /// The first line of the page.
  var top = Place(block: 0, line: 0)
  /// The byte of the text at the top, since the user last moved: where a new layout begins. Nil is
  /// the very start, header included.
  var anchor: Int?
  /// How many lines the top stood above the line of that byte: on blank lines, which have none. In
  /// the header, whose lines have none either, below it.
  var lead = 0
  /// The words that stood there when this version of the text was not yet known.
  var words: String?
  /// Where another part of a long text is being read, the byte it was asked for.
  var awaitedOffset: Int?
  var search: TextSearch?
  /// The lines of a long text, once they are counted.
  var lineCount: LineCount?
  /// What is new since the text was last read, in bytes of the source, in order; nil where that is not
  /// known.
  var changes: [Range<Int>]?

  // What reading it comes to.
  /// Since when the article is open; a preview is not.
  var openedAt: Timestamp?
  /// The share of the text that has been shown, 0…1.
  var progress = 0.0
  /// Since when the last line stands on the screen of an open article.
  var endShownSince: Timestamp?
  /// The user said whether it is read; staying at its end says nothing any more.
  var isSettled = false
  /// When the place was moved last, as long as it is not saved.
  var movedAt: Timestamp?

  var isLoading: Bool { wanted != path }

  /// The language of the text; nil where it is unsure. To find it out takes as long as to set a page.
  var language: Language? {
    if let knownLanguage { knownLanguage } else { document?.language }
  }

  mutating func learnLanguage() { knownLanguage = .some(language) }

  /// When the screen is to say that the article is still being read.
  var lateTime: Timestamp? { isLoading ? wantedSince + ReadingPane.silence : nil }

  /// Asks for an article. What is shown stays until it is there, so that nothing flickers.
  mutating func want(_ path: ArticlePath?, now: Timestamp) {
    wanted = path
    wantedSince = now
    opensWhenShown = false
  }

  /// Shows what was read of the wanted article, or why nothing was.
  mutating func show(_ outcome: Result<Document, LibraryError>?) {
    var new = ReadingPane()
    new.wanted = wanted
    new.path = wanted
    new.opensWhenShown = opensWhenShown
    switch outcome {
    case .success(let document):
      new.document = document
    case .failure(let error): new.problem = error
    case nil: break
    }
    self = new
  }

  /// Shows another part of the same long text, or its new version.
  mutating func replace(with document: Document) {
    let language: Language? = document.metadata.language ?? language ?? document.language
    knownLanguage = .some(language)
    self.document = document
    problem = nil
    galley = nil
    awaitedOffset = nil
  }

  /// What a mark that is set means for reading on.
  mutating func take(_ mark: Mark) {
    switch mark {
    case .read(let isRead):
      isSettled = true
      movedAt = nil
      if !isRead { progress = 0 }
    case .position(let position): progress = position.progress
    case .starred, .tag: break
    }
  }

  /// The user reads it no longer.
  mutating func close() {
    openedAt = nil
    endShownSince = nil
    opensWhenShown = false
  }
}

extension ReadingPane {
  /// Works on the galley in place: a copy of it would be one of all the lines that it keeps.
  mutating func withGalley<Result>(_ body: (inout Galley) -> Result) -> Result? {
    guard var taken = galley.take() else { return nil }
    defer { galley = taken }
    return body(&taken)
  }

  /// The words where a new layout begins. The page may begin above them, to be full at its end.
  mutating func wordsAtAnchor() -> String? {
    let anchor = anchor
    return withGalley { galley in
      galley.quote(at: anchor.map { galley.place(at: $0) } ?? galley.start)
    }
  }

  /// Whether the window of the text that is there holds a byte, with room around it.
  func holds(_ offset: Int) -> Bool {
    guard let source = document?.source else { return false }
    let end = source.start + source.bytes.count
    let room = source.bytes.count / 4
    let isAfterStart = source.start == 0 || offset >= source.start + room
    let isBeforeEnd = end >= source.total || offset < end - room
    return isAfterStart && isBeforeEnd
  }

  /// Whether the page ends with the part of the text that is there, although the text goes on.
  func isCutShort(rows: Int) -> Bool { lines.count <= rows && !hasEnd }

  /// Whether only a part of the text is there.
  var isPart: Bool { document.map { $0.source.bytes.count < $0.source.total } ?? false }

  /// Whether the part of the text that is there reaches its end.
  var hasEnd: Bool {
    guard let source = document?.source else { return true }
    return source.start + source.bytes.count >= source.total
  }
}

extension Source {
  /// Whether the part of the text that is there has a byte; its last one stands for all beyond.
  func shows(_ offset: Int) -> Bool {
    let offset = min(offset, total - 1)
    return total == 0 || start <= offset && offset < start + bytes.count
  }
}

/// A search in the article.
struct TextSearch: Hashable, Sendable {
  let text: String
  let matches: [Match]
  /// The match that the user stands at; nil where there is none.
  var current: Int?
  /// Where the page was when the search began.
  let origin: Int?
  /// How the rest of a long text is being looked through.
  var seek: Seek?

  struct Seek: Hashable, Sendable {
    /// The byte of the text at which it began.
    let start: Int
    let isForward: Bool

    /// Whether a place is reached only by going on at the other end of the text.
    func wraps(to offset: Int) -> Bool { isForward ? offset < start : offset >= start }
  }

  var currentMatch: Match? { current.map { matches[$0] } }
}
