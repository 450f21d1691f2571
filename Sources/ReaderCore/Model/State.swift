import Articles
import Screen
import Typesetting

/// The whole reader: what it knows, what it shows, and what it waits for.
///
/// `update` takes an event and says what is to be done outside; `frame` says what the screen shows.
/// Neither knows a disk, a clock or a terminal.
package struct State: Sendable {
  /// What does not change while the program runs.
  package struct Settings: Sendable {
    /// The name of the library on the top line; untrusted.
    package var libraryName: String
    /// The path of the library as a person would write it; untrusted.
    package var libraryPath: String
    /// Seconds east of Greenwich, to tell in which day a file was written.
    package var secondsFromGMT: Int
    package var keymap: Keymap
    package var markRead: MarkReadRule
    /// Where random choices start.
    package var seed: UInt64
    /// The views that the user has configured.
    package var views: [NamedView]
    /// How the library was left the last time.
    package var session: Session?
    /// What the user is to know of the configuration; told at the start.
    package var note: String?

    package init(
      libraryName: String, libraryPath: String, secondsFromGMT: Int = 0,
      keymap: Keymap = .standard, markRead: MarkReadRule = .end, seed: UInt64 = 0,
      views: [NamedView] = [], session: Session? = nil, note: String? = nil
    ) {
      self.libraryName = libraryName
      self.libraryPath = libraryPath
      self.secondsFromGMT = secondsFromGMT
      self.keymap = keymap
      self.markRead = markRead
      self.seed = seed
      self.views = views
      self.session = session
      self.note = note
    }
  }

  package let settings: Settings
  var now: Timestamp = 0
  var effects: [Effect] = []
  var unfinished: Unfinished?

  // What the screen shows.
  package internal(set) var size: Size
  var pane: PaneName = .list
  var arrangement = Arrangement()
  var list = ArticleList()
  var view = ListView()
  /// The view as it was before a query is typed.
  var viewBefore: ListView?
  var reading = ReadingPane()
  var prompt: Prompt?
  var overlay: Overlay?
  var message: Message?

  // What it knows.
  var marks = MarkBook()
  var saving = Saving()
  var scan = ScanProgress.running(found: 0, isAsked: false)
  /// Whether the folder has changed since the walk that is under way began.
  var isScanStale = false
  /// What the last walk could not list.
  var unlisted: [LibraryError] = []
  /// The share of the articles whose texts the index knows, 0..<1; nil where that is all there is to
  /// know.
  var indexed: Double?
  var hyphenation: [Language: Hyphenation] = [:]

  // What it waits for.
  /// The visible articles whose titles were asked for last.
  var describing: [ArticlePath] = []
  var keys = KeyInput()
  /// Keys that need an article or the marks, which are still being read.
  var waitingKeys: [Key] = []
  var waitingSince: Timestamp?
  /// An article that was entered because of its text, and is not there yet.
  var seeking: ArticlePath?
  /// An article whose contents were asked for; any key ends that.
  var listing: ArticlePath?
  /// An article whose like is looked for, until the next key.
  var relating: ArticlePath?
  var start: StartPlace = .open(until: nil)
  /// The article that was opened last, and the one before it.
  var lastOpened: ArticlePath?
  var openedBefore: ArticlePath?
  var random: SplitMix

  /// Whether there is anything to list yet, or for certain nothing.
  package var hasRows: Bool { list.presentCount > 0 || !scan.isRunning }
  /// Whether a page is on its way that the screen has room for.
  package var awaitsPage: Bool { reading.isLoading && layout.page != nil }
  /// Why marks could not be saved the last time that it was tried.
  package var saveFailure: LibraryError? { saving.failure }
  /// Changes that are not on the disk yet.
  package var unsavedMarks: Int { saving.unsaved }

  package init(size: Size, settings: Settings) {
    self.size = size
    self.settings = settings
    random = SplitMix(state: settings.seed)
    if let session = settings.session { restore(session) }
    if let note = settings.note { message = Message(note, .mistake) }
  }
}

/// When an article counts as read.
package enum MarkReadRule: Hashable, Sendable {
  /// Its end was shown, and the user moved on or stayed for two seconds.
  case end
  /// It was opened.
  case open
  /// The user says so.
  case manual
  /// It was open for that many milliseconds.
  case after(Timestamp)
}

/// What is known of the hyphenation dictionary of a language.
enum Hyphenation: Sendable {
  case asked
  case missing
  case ready(Hyphenator)
}

/// How far the folder has been walked.
enum ScanProgress: Hashable, Sendable {
  /// So many articles were found that were not there before; the user may have asked for it.
  case running(found: Int, isAsked: Bool)
  case done
  case failed(LibraryError)

  var isRunning: Bool {
    if case .running = self { return true }
    return false
  }

  var isAsked: Bool {
    if case .running(_, isAsked: true) = self { return true }
    return false
  }
}

/// Whether the reader still has to choose the article to begin with. It chooses when the folder and
/// the marks are known, at the first key, or when this takes too long.
enum StartPlace: Hashable, Sendable {
  case open(until: Timestamp?)
  case chosen
}

/// What a search of the list has left to do: to look at titles, and choose the rows.
struct Unfinished: Hashable, Sendable {
  /// Whether every title that is found was found before.
  let isNarrower: Bool
  /// The article that is selected then, if it is there; else the first one.
  let origin: ArticlePath?
}

/// A line of text on the bottom of the screen, until the next key.
struct Message: Hashable, Sendable {
  /// A mistake is in what was typed, and told whole.
  enum Kind: Hashable, Sendable { case note, error, mistake }
  let text: String
  let kind: Kind

  init(_ text: String, _ kind: Kind = .note) {
    self.text = text
    self.kind = kind
  }
}

/// Changes that are not on the disk yet.
struct Saving: Hashable, Sendable {
  /// How long a change may take before the screen says that it is not saved, in milliseconds.
  static let patience: Timestamp = 300

  var unsaved = 0
  var since: Timestamp = 0
  /// Why the last attempt failed; it is tried again.
  var failure: LibraryError?

  /// When the screen has to say that changes are not saved yet.
  var overdueTime: Timestamp? { unsaved > 0 && failure == nil ? since + Saving.patience : nil }
}

/// A small random generator: choices repeat with the same seed. (Steele, Lea, Flood: "Fast
/// splittable pseudorandom number generators", 2014.)
struct SplitMix: RandomNumberGenerator, Hashable, Sendable {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
