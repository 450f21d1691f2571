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
  /// Everything that was to be saved, in order.
  var saved: [MarkChange] = []
  /// Effects that are left to the program.
  var effects: [Effect] = []
  /// Articles that take their time: they are opened by `deliver`.
  var isSlow = false
  private var waiting: [Effect] = []

  init(
    _ texts: [(path: String, text: String?)], columns: Int = 80, rows: Int = 24,
    marks: [ArticlePath: Marks] = [:], notices: [Notice] = [], rule: MarkReadRule = .end
  ) {
    self.texts = texts
    let settings = State.Settings(
      libraryName: "articles", libraryPath: "~/articles", markRead: rule)
    state = State(size: Size(columns: columns, rows: rows), settings: settings)
    send(.marksLoaded(marks, notices))
    scan()
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
    }
  }

  mutating func scan() {
    let found = texts.map { path, text in
      Article(path: ArticlePath(path), bytes: text?.utf8.count ?? 0, modified: 1_556_000_000_000)
    }
    send(.found(found.sorted { $0.path < $1.path }))
    send(.scanned([]))
    let descriptions = texts.map { path, text in
      Description(path: ArticlePath(path), outcome: summary(path, text))
    }
    send(.described(descriptions))
  }

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
    case .load(let path, _):
      if isSlow {
        waiting.append(effect)
        return []
      }
      return [load(path)]
    case .save(let changes):
      saved += changes
      return [.saved(changes.count)]
    case .describe: return []
    case .scan, .redraw, .suspend, .quit:
      effects.append(effect)
      return []
    }
  }

  private func load(_ path: ArticlePath) -> Event {
    let text = texts.first { ArticlePath($0.path) == path }?.text
    guard let text else { return .notOpened(path, unreadable(path)) }
    return .opened(path, Document(Source(Array(text.utf8)), name: path.displayString))
  }

  private func summary(_ path: String, _ text: String?) -> Result<Summary, LibraryError> {
    guard let text else { return .failure(unreadable(ArticlePath(path))) }
    let metadata = Document(Source(Array(text.utf8)), name: path).metadata
    return .success(
      Summary(
        title: metadata.title ?? "", author: metadata.author, date: metadata.date,
        words: metadata.words, minutes: metadata.minutes))
  }

  private func unreadable(_ path: ArticlePath) -> LibraryError {
    LibraryError(.open, path: path.bytes, reason: .system(13))
  }
}

extension TestReader {
  /// The text of the screen, without spaces at the ends of lines.
  var screen: String { rows.joined(separator: "\n") }

  var rows: [String] {
    state.frame.lines.map { line in
      var text = line.text.string
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  var statusLine: String { rows.last ?? "" }

  /// The row that the cursor stands on.
  var cursorRow: String { state.frame.cursor.map { rows[$0.row] } ?? "" }
}

/// A text of so many paragraphs of some lines each.
func longText(_ title: String, paragraphs: Int = 40) -> String {
  let body = (1...paragraphs).map { number in
    "Paragraph \(number) " + String(repeating: "speaks of lanterns and lecterns ", count: 8) + "."
  }
  return ([title] + body).joined(separator: "\n\n") + "\n"
}
