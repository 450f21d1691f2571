import Articles
import ReaderCore
import Screen
import Typesetting

/// A reader without terminal, disk and clock: keys in, screens out.
///
/// It does at once what the reader wants done, unless a test holds it back.
struct TestReader {
  var state: State
  /// What is in the folder; a text of nil cannot be read.
  var texts: [(path: String, text: String?)]
  var now: Timestamp = 1_764_000_000_000
  /// Everything that was to be saved, in order, and the marks that it makes.
  var saved: [MarkChange] = []
  /// What has changed in texts since they were read.
  var changes: [String: [Range<Int>]] = [:]
  /// The articles whose texts were to be remembered.
  var traced: [String] = []
  /// Everything that was to be added to the history.
  var logged: [HistoryEntry] = []
  private(set) var marks: [ArticlePath: Marks]
  /// Effects that are left to the program.
  var effects: [Effect] = []
  /// Articles whose titles were asked for before all others.
  private(set) var describing: [[ArticlePath]] = []
  /// Articles that were asked for, in order.
  private(set) var loads: [String] = []
  /// Articles that take their time: they are opened by `deliver`.
  var isSlow = false
  private var waiting: [Effect] = []
  /// What was looked for in the texts, and whether it is answered at once.
  private(set) var searches: [String] = []
  /// How many were to be answered first.
  private(set) var firstPages: [Int] = []
  var answersSearches = true
  /// So many are found in texts, whatever more there are.
  var hitLimit = Int.max
  /// What was looked for in the files that the index does not know, and whether it is found there.
  var fileSearches: [String] = []
  var readsFiles = false
  /// The articles whose texts the index knows; nil is all of them.
  var indexed: Set<String>?
  /// The queries whose words were to be looked up.
  private(set) var lookUps: [Query] = []
  /// The articles of whose texts a row was to show something.
  private(set) var excerpts: [[String]] = []
  /// The articles that are like any other one.
  var related: [ArticlePath] = []
  /// Whether marks are on the disk as soon as they are to be saved.
  var savesAtOnce = true
  /// The hyphenation dictionaries of the system, by language.
  var hyphenators: [String: Hyphenator] = [:]
  private(set) var dictionariesAsked: [String] = []
  /// Of a longer text only so many bytes are read at once.
  var window: Int?

  /// A reader that has seen the folder and the marks.
  init(
    _ texts: [(path: String, text: String?)], columns: Int = 80, rows: Int = 24,
    marks: [ArticlePath: Marks] = [:], notices: [Notice] = [], rule: MarkReadRule = .end,
    views: [NamedView] = [], session: Session? = nil, note: String? = nil, window: Int? = nil
  ) {
    self.init(
      bare: texts, columns: columns, rows: rows, marks: marks, rule: rule, views: views,
      session: session, note: note)
    self.window = window
    send(.marksLoaded(marks, notices))
    scan()
  }

  /// A reader that knows nothing yet.
  init(
    bare texts: [(path: String, text: String?)], columns: Int = 80, rows: Int = 24,
    marks: [ArticlePath: Marks] = [:], rule: MarkReadRule = .end, views: [NamedView] = [],
    session: Session? = nil, note: String? = nil
  ) {
    self.texts = texts
    self.marks = marks
    let settings = State.Settings(
      libraryName: "articles", libraryPath: "~/articles", markRead: rule, views: views,
      session: session, note: note)
    state = State(size: Size(columns: columns, rows: rows), settings: settings)
  }

  /// Presses keys by their names; what is no name is typed letter by letter.
  mutating func press(_ names: String...) {
    for name in names {
      for key in TestReader.keys(name) { send(.key(key)) }
    }
  }

  static func keys(_ name: String) -> [Key] {
    if let key = Key(name: name) { return [key] }
    return name.unicodeScalars.map { .character($0) }
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    send(.resized(Size(columns: columns, rows: rows)))
  }

  /// Lets time pass, in milliseconds; deadlines on the way are met.
  mutating func wait(_ milliseconds: Timestamp) {
    let end = now + milliseconds
    while let deadline = state.deadline, deadline <= end {
      now = deadline
      send(.deadlinePassed)
    }
    now = end
  }

  mutating func send(_ event: Event) {
    var events = [event]
    while !events.isEmpty {
      for effect in state.update(events.removeFirst(), at: now) { events += perform(effect) }
      if state.isUnfinished { for effect in state.finish() { events += perform(effect) } }
    }
  }
}

// MARK: - The folder

extension TestReader {
  /// Walks the folder and reads what the list shows.
  mutating func scan() {
    find(texts.map(\.path))
    send(.scanned([]))
    describe(texts.map(\.path))
  }

  /// Finds some of the articles, as a walk does on its way.
  mutating func find(_ paths: [String], modified: Timestamp = 1_556_000_000_000) {
    let found = paths.map { path in
      Article(path: ArticlePath(path), bytes: text(path)?.utf8.count ?? 0, modified: modified)
    }
    send(.found(found.sorted { $0.path < $1.path }))
  }

  /// Reads what the list shows of some articles.
  mutating func describe(_ paths: [String]) {
    send(.described(paths.map { Description(path: ArticlePath($0), outcome: summary($0)) }))
  }

  mutating func remove(_ path: String) { texts.removeAll { $0.path == path } }

  func text(_ path: String) -> String? { texts.first { $0.path == path }?.text }

  private func summary(_ path: String) -> Result<Summary, LibraryError> {
    guard let text = text(path) else { return .failure(unreadable(ArticlePath(path))) }
    let metadata = Documents.document(text, name: path).metadata
    return .success(
      Summary(
        title: metadata.title ?? "", author: metadata.author, date: metadata.date,
        words: metadata.words, minutes: metadata.minutes,
        fingerprint: Fingerprint(Self.fingerprint(text)), textHash: Self.textHash(text)))
  }

  /// As good as a real one for texts that are not made to collide.
  static func fingerprint(_ text: String) -> String {
    let sum = text.utf8.reduce(into: UInt64(7)) { $0 = $0 &* 31 &+ UInt64($1) }
    return Fingerprint(high: 0, low: sum).text
  }

  /// The same for texts of the same words, of 16 or more.
  private static func textHash(_ text: String) -> UInt64? {
    let words = SearchWords().words(of: text)
    guard words.count >= 16 else { return nil }
    return words.joined(separator: [0]).reduce(into: 7) { $0 = $0 &* 31 &+ UInt64($1) }
  }

  private func unreadable(_ path: ArticlePath) -> LibraryError {
    LibraryError(.open, path: path.bytes, reason: .system(13))
  }
}

// MARK: - What the program does

extension TestReader {
  /// Opens what a slow disk held back.
  mutating func deliver() {
    let held = waiting
    waiting = []
    isSlow = false
    for effect in held {
      for event in perform(effect) { send(event) }
    }
  }

  private mutating func perform(_ effect: Effect) -> [Event] {
    switch effect {
    case .load(let path, let offset):
      if !isSlow { return [load(path, near: offset)] }
      loads.append(path.displayString)
      waiting.append(effect)
      return []
    case .save(let changes):
      saved += changes
      for change in changes { marks[change.path, default: Marks()].apply(change) }
      return savesAtOnce ? [.saved(changes.count)] : []
    case .log(let entry):
      logged.append(entry)
      return []
    case .search(let text, let chosen, let page):
      searches.append(text)
      firstPages.append(page)
      return answersSearches ? [search(text, among: chosen)] : []
    case .searchFiles(let text, let chosen): return searchFiles(text, among: chosen)
    case .lookUp(let query):
      lookUps.append(query)
      return answersSearches ? [lookUp(query)] : []
    case .lookUpViews(let query): return answersSearches ? [lookUpViews(query)] : []
    case .excerpt where isSlow, .seek where isSlow, .seekHit where isSlow, .list where isSlow:
      waiting.append(effect)
      return []
    case .excerpt(let paths, let text): return excerpt(paths, showing: text)
    case .relate(let path): return [.foundRelated(path, .success(related))]
    case .keepTrace(let path):
      traced.append(path.displayString)
      return []
    case .prepare: return []
    case .seek(let path, let words, let start, let isForward):
      return [seek(path, words, from: start, isForward: isForward)]
    case .seekHit(let path, let typed): return [seekHit(path, showing: typed)]
    case .countLines(let path, let offset):
      return [.linesCounted(path, .success(lines(path, before: offset)))]
    case .list(let kind, let path):
      return [.placesListed(path, .success(places(kind, of: path)))]
    case .loadHyphenator(let language):
      dictionariesAsked.append(language.code)
      return [.hyphenatorLoaded(language, hyphenators[language.code])]
    case .describe(let paths):
      describing.append(paths)
      return []
    case .scan, .redraw, .suspend, .quit:
      effects.append(effect)
      return []
    }
  }

  private mutating func excerpt(_ paths: [ArticlePath], showing typed: String) -> [Event] {
    excerpts.append(paths.map(\.displayString))
    let snippets = paths.map { path in
      let document = Documents.document(text(path.displayString) ?? "", name: "")
      return (path: path, snippet: Snippet(of: SearchableText(of: document), typed: typed))
    }
    return [.excerpted(snippets, showing: typed)]
  }

  private mutating func load(_ path: ArticlePath, near offset: Int) -> Event {
    loads.append(path.displayString)
    guard let text = text(path.displayString) else { return .notOpened(path, unreadable(path)) }
    guard let window, text.utf8.count > window else {
      return .opened(
        path, Documents.document(text, name: path.displayString),
        changes: changes[path.displayString])
    }
    let source = source(Array(text.utf8), near: offset, count: window)
    return .opened(path, Document(source, name: path.displayString))
  }
}
