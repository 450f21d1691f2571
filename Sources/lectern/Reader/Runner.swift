import Articles
import Foundation
import ReaderCore
import Storage
import Typesetting

/// Does what the reader wants done outside, away from the main thread, and posts what came of it.
///
/// Each piece of work has a thread of its own. What nobody waits for runs below the priority of all
/// that a key waits for.
final class Runner: Sendable {
  let store: StateStore
  /// Tells of marks that are made elsewhere.
  let watch: StateWatch
  /// How the library was left.
  let sessions: SessionFile
  /// More articles like one than that nobody looks through.
  private static let mostRelated = 50

  private let library: Library
  private let mailbox: Mailbox
  private let describer: Describer
  private let folder: FolderWatch
  private let shelf: Shelf
  private let index: SearchIndex
  private let searcher: IndexDesk<TextSearch>
  private let fileSearcher: FileSearcher
  private let words: IndexDesk<Query>
  private let viewWords: IndexDesk<Query>
  private let longTexts: LongTexts
  private let excerpts: Excerpts
  private let traces: TraceFolder
  /// The traces that are being kept.
  private let keeping = DispatchGroup()

  init(
    library: Library, index: SearchIndex, store: StateStore, watch: StateWatch,
    traces: TraceFolder, sessions: SessionFile, mailbox: Mailbox
  ) {
    self.store = store
    self.watch = watch
    self.traces = traces
    self.sessions = sessions
    self.library = library
    self.mailbox = mailbox
    describer = Describer(library: library, index: index, mailbox: mailbox)
    folder = FolderWatch(library: library, describer: describer, mailbox: mailbox)
    shelf = Shelf(library: library, index: index)
    longTexts = LongTexts(library: library, mailbox: mailbox)
    excerpts = Excerpts(library: library, mailbox: mailbox)
    self.index = index
    fileSearcher = FileSearcher(library: library, describer: describer, mailbox: mailbox)
    searcher = .search(index.again(cache: TextSearch.cache), mailbox)
    words = .lookUp(index.again(), mailbox)
    viewWords = .lookUpViews(index.again(), mailbox)
  }

  /// Reads the marks and the folder.
  func start() {
    Worker.start { [store, mailbox] in
      let loaded = store.load()
      // Before the marks: when those are there, keys act on them.
      mailbox.post(.historyRead(store.history()))
      mailbox.post(.marksLoaded(loaded.marks, loaded.notices.map(\.notice)))
    }
    folder.start()
  }

  /// Looks for marks that were made elsewhere, if the files of the state have changed.
  func takeStateChange() {
    if watch.take() { store.refresh() }
  }

  /// The first frame is drawn: what it only shows by the names of files can be read now.
  func beginDescribing() {
    describer.begin()
    folder.goOn()
  }

  /// Does the effects that are not the terminal's. Of several articles to load only the last one
  /// is still wanted.
  func perform(_ effects: [Effect]) {
    let last = effects.last { $0.isLoad }
    for effect in effects {
      switch effect {
      case .load(let path, let offset): if effect == last { load(path, near: offset) }
      case .seek(let path, let text, let start, let isForward):
        longTexts.seek(text, in: path, from: start, isForward: isForward)
      case .seekHit(let path, let typed): longTexts.seekHit(in: path, showing: typed)
      case .list(let kind, let path): longTexts.list(kind, of: path)
      case .countLines(let path, let offset): longTexts.countLines(of: path, before: offset)
      case .prepare(let paths): prepare(paths)
      case .describe(let paths): describer.describe(first: paths)
      case .search(let text, let chosen, let page):
        searcher.ask(TextSearch(text: text, among: chosen, page: page))
      case .searchFiles(let text, let chosen): fileSearcher.search(text, among: chosen)
      case .lookUp(let query): words.ask(query)
      case .lookUpViews(let query): viewWords.ask(query)
      case .excerpt(let paths, let text): excerpts.excerpt(paths, showing: text)
      case .relate(let path): relate(path)
      case .loadHyphenator(let language): loadHyphenator(language)
      case .save(let changes): store.save(changes)
      case .log(let entry): store.log(entry)
      case .keepTrace(let path): keepTrace(path)
      case .scan: folder.scan()
      case .redraw, .suspend, .quit: break
      }
    }
  }

  private func load(_ path: ArticlePath, near offset: Int) {
    Worker.start { [shelf, traces, mailbox] in
      do throws(LibraryError) {
        let document = try shelf.document(path, near: offset)
        let changes = traces.trace(of: path)?.changes(in: document)
        mailbox.post(.opened(path, document, changes: changes))
      } catch {
        mailbox.post(.notOpened(path, error))
      }
    }
  }

  private func relate(_ path: ArticlePath) {
    Worker.start { [library, index, mailbox] in
      let outcome = Result { () throws(LibraryError) in
        let article = Article(path: path, bytes: 0, modified: 0)
        let entry = try library.indexEntry(article, longest: Library.longestOpenedWhole)
        return try index.related(to: entry, limit: Runner.mostRelated).map(\.path)
      }
      mailbox.post(.foundRelated(path, outcome))
    }
  }

  private func loadHyphenator(_ language: Language) {
    Worker.start { [mailbox] in
      let folders = Home.systemData.map { $0 + "/hyphen" }
      let hyphenator = HyphenationFiles.hyphenator(for: language, in: folders)
      mailbox.post(.hyphenatorLoaded(language, hyphenator))
    }
  }

  /// A text so long that it is read by parts leaves no trace; nor does one where the cache cannot be
  /// written: the next version then shows no changes.
  private func keepTrace(_ path: ArticlePath) {
    keeping.enter()
    Worker.start(.background) { [shelf, traces, keeping] in
      defer { keeping.leave() }
      guard let document = try? shelf.document(path, near: 0), document.source.isWhole else {
        return
      }
      try? traces.keep(TextTrace(document), of: path)
    }
  }

  /// Waits for what is under way and may not be lost, for so many milliseconds at most.
  func finish(milliseconds: Int) {
    _ = keeping.wait(timeout: .now() + .milliseconds(milliseconds))
  }

  private func prepare(_ paths: [ArticlePath]) {
    Worker.start { [shelf] in paths.forEach(shelf.prepare) }
  }
}

extension Effect {
  fileprivate var isLoad: Bool {
    if case .load = self { return true }
    return false
  }
}
