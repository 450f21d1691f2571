import Articles
import Foundation
import ReaderCore
import Storage
import Synchronization

/// Walks the folder, and keeps to what changes in it afterwards.
///
/// It is looked at by one thread at a time: who looks last tells last, and tells what is so.
final class FolderWatch: Sendable {
  private let library: Library
  private let watch: LibraryWatch
  private let describer: Describer
  private let mailbox: Mailbox
  private let turn = Mutex(())
  /// Whether it was said that not all changes are told.
  private let isTold = Mutex(false)
  /// Open once the first frame is drawn.
  private let firstFrame = DispatchSemaphore(value: 0)
  /// Milliseconds that it may take, and those in which the terminal shows it.
  private static let patience = 20
  private static let pause = 2
  /// Where the folder was when it was last looked for.
  private let place = Mutex(Whereabouts.inPlace)

  init(library: Library, describer: Describer, mailbox: Mailbox) {
    self.library = library
    self.describer = describer
    self.mailbox = mailbox
    watch = LibraryWatch(library)
  }

  /// Walks the folder from now on, and again and again as it changes.
  func start() {
    scan()
    Worker.start(.background) { [self] in
      while true { follow(watch.next()) }
    }
  }

  /// The first frame is drawn: what takes the machine for itself may be done now.
  func goOn() { firstFrame.signal() }

  /// To have a large folder watched keeps a processor for some milliseconds, and all who look into it.
  private func awaitFirstFrame() {
    _ = firstFrame.wait(timeout: .now() + .milliseconds(FolderWatch.patience))
    firstFrame.signal()
    Thread.sleep(forTimeInterval: Double(FolderWatch.pause) / 1_000)
  }

  func scan() {
    Worker.start { [self] in
      _ = find()
      turn.withLock { _ in walk() }
      guard let failure = watch.failure else { return }
      let wasTold = isTold.withLock { isTold in
        defer { isTold = true }
        return isTold
      }
      if !wasTold { mailbox.post(.noticed(.notWatched(failure))) }
    }
  }

  private func walk() {
    describer.beginWalk()
    var isComplete = false
    defer { describer.endWalk(isComplete: isComplete) }
    do throws(LibraryError) {
      var first: [ArticlePath] = []
      let errors = try library.scan(watching: watch, expecting: expect) { articles in
        describer.announce(articles)
        guard first.isEmpty else { return true }
        first = articles.map(\.path)
        awaitFirstFrame()
        return true
      }
      // They may have been found before their folder was watched.
      let vanished = first.filter { library.article($0) == nil }
      forget(vanished)
      mailbox.post(.scanned(errors))
      // What could not be listed may still be there.
      isComplete = errors.isEmpty
    } catch {
      mailbox.post(.scanFailed(error))
    }
  }

  private func expect(_ count: Int) {
    describer.expect(count)
    mailbox.post(.expecting(count))
  }

  private func follow(_ change: LibraryWatch.Change) {
    switch change {
    case .paths(let paths): turn.withLock { _ in look(at: paths) }
    case .everything, .folder:
      // What is lost lists nothing: the list stays as it is.
      guard find() != .lost else { return }
      mailbox.post(.folderChanged)
    }
  }

  /// Says where the folder is when that has changed.
  private func find() -> Whereabouts {
    let now = turn.withLock { _ in library.find() }
    let before = place.withLock { place in
      defer { place = now }
      return place
    }
    guard now != before else { return now }
    switch now {
    case .inPlace: mailbox.post(.noticed(.folderBack))
    case .elsewhere: mailbox.post(.noticed(.folderGone))
    case .lost: mailbox.post(.noticed(.folderLost))
    }
    return now
  }

  private func look(at paths: [ArticlePath]) {
    let found = paths.compactMap(library.article)
    let present = Set(found.map(\.path))
    let vanished = paths.filter { !present.contains($0) }
    forget(vanished)
    if !found.isEmpty { describer.announce(found) }
  }

  private func forget(_ vanished: [ArticlePath]) {
    guard !vanished.isEmpty else { return }
    mailbox.post(.vanished(vanished))
    describer.forget(vanished)
  }
}
