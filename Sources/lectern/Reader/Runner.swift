import Articles
import ReaderCore
import Storage
import Typesetting

/// Does what the reader wants done outside, away from the main thread, and posts what came of it.
///
/// Walking the folder and reading titles run below the priority of all that a key waits for.
final class Runner: Sendable {
  let store: StateStore
  /// Tells of marks that are made elsewhere.
  let watch: StateWatch
  private let library: Library
  private let mailbox: Mailbox
  private let describer: Describer
  private let shelf: Shelf
  private let traces: TraceFolder

  init(
    library: Library, store: StateStore, watch: StateWatch, traces: TraceFolder, mailbox: Mailbox
  ) {
    self.library = library
    self.store = store
    self.watch = watch
    self.traces = traces
    self.mailbox = mailbox
    describer = Describer(library: library, mailbox: mailbox)
    shelf = Shelf(library: library)
  }

  /// Reads the marks and the folder.
  func start() {
    Task.detached(priority: .medium) { [store, mailbox] in
      let loaded = store.load()
      // Before the marks: when those are there, keys act on them.
      mailbox.post(.historyRead(store.history()))
      mailbox.post(.marksLoaded(loaded.marks, loaded.notices.map(\.notice)))
    }
    scan()
  }

  /// Looks for marks that were made elsewhere, if the files of the state have changed.
  func takeStateChange() {
    if watch.take() { store.refresh() }
  }

  /// The first frame is drawn: what it only shows by the names of files can be read now.
  func beginDescribing() { describer.begin() }

  /// Does the effects that are not the terminal's. Of several articles to load only the last one
  /// is still wanted.
  func perform(_ effects: [Effect]) {
    let last = effects.last { $0.isLoad }
    for effect in effects {
      switch effect {
      case .load(let path, let offset): if effect == last { load(path, near: offset) }
      case .prepare(let paths): prepare(paths)
      case .describe(let paths): describer.describe(first: paths)
      case .save(let changes): store.save(changes)
      case .log(let entry): store.log(entry)
      case .keepTrace(let path): keepTrace(path)
      case .scan: scan()
      case .redraw, .suspend, .quit: break
      }
    }
  }

  private func load(_ path: ArticlePath, near offset: Int) {
    Task.detached(priority: .high) { [shelf, traces, mailbox] in
      do throws(LibraryError) {
        let document = try shelf.document(path, near: offset)
        mailbox.post(.opened(path, document))
        let changes = traces.trace(of: path)?.changes(in: document) ?? []
        if !changes.isEmpty { mailbox.post(.changesFound(path, changes)) }
      } catch {
        mailbox.post(.notOpened(path, error))
      }
    }
  }

  /// A text so long that it is read by parts leaves no trace; nor does one where the cache cannot be
  /// written: the next version then shows no changes.
  private func keepTrace(_ path: ArticlePath) {
    Task.detached(priority: .utility) { [shelf, traces] in
      guard let document = try? shelf.document(path, near: 0), document.source.isWhole else {
        return
      }
      try? traces.keep(TextTrace(document), of: path)
    }
  }

  private func prepare(_ paths: [ArticlePath]) {
    Task.detached(priority: .medium) { [shelf] in paths.forEach(shelf.prepare) }
  }

  private func scan() {
    Task.detached(priority: .utility) { [library, mailbox, describer] in
      do throws(LibraryError) {
        let errors = try library.scan { articles in
          mailbox.post(.found(articles))
          describer.describe(articles)
          return true
        }
        mailbox.post(.scanned(errors))
      } catch {
        mailbox.post(.scanFailed(error))
      }
    }
  }
}

extension Effect {
  fileprivate var isLoad: Bool {
    if case .load = self { return true }
    return false
  }
}
