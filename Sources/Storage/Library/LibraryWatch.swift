import Articles
import CSystem
import Glibc
import Synchronization

/// Tells what changes in the folders of a library. A walk through the library says which they are.
///
/// Where the system cannot tell (it has no more watches to give, or the folder is on another
/// machine), everything may have changed after every `patience`.
package final class LibraryWatch: Sendable {
  /// What is to be looked at again.
  package enum Change: Hashable, Sendable {
    /// These paths: there is an article, or there is none any longer.
    case paths([ArticlePath])
    /// A folder has come or gone, or more has happened than could be told.
    case everything
    /// The library's own folder was moved away. One that is removed loses its files before.
    case folderGone
  }

  /// How long nothing must happen, and how long is waited for that, in milliseconds.
  private static let quiet: Int32 = 40
  private static let longest = Duration.milliseconds(200)
  /// How often is looked where nothing is told, in milliseconds.
  private static let patience: Int32 = 30_000
  /// More paths are everything.
  private static let mostPaths = 2_048
  private static let wanted = UInt32(
    IN_CREATE | IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MOVE_SELF
      | IN_ONLYDIR)

  private let root: Root
  private let descriptor: Int32
  private let watches = Mutex<[Int32: [UInt8]]>([:])
  /// Why not everything is told; nil while it is.
  private let gap: Mutex<LibraryError?>

  package init(_ library: Library) {
    root = library.root
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    let code = descriptor < 0 ? errno : root.isRemote ? EREMOTE : nil
    gap = Mutex(code.map { LibraryError(.watch, path: [], reason: .system($0)) })
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Why changes are not told, if they are not.
  package var failure: LibraryError? { gap.withLock { $0 } }

  /// Watches a folder from now on. It is to be listed after that, so that nothing is missed.
  func add(_ folder: [UInt8]) {
    // By the descriptor, so that a folder that was moved or replaced is not taken for another.
    let place = Array("/proc/self/fd/\(root.descriptor)/".utf8) + folder
    let watch = inotify_add_watch(descriptor, cString(place), LibraryWatch.wanted)
    guard watch >= 0 else {
      let code = errno
      guard code != ENOENT, code != ENOTDIR else { return }
      let error = LibraryError(.watch, path: folder, reason: .system(code))
      return gap.withLock { $0 = $0 ?? error }
    }
    watches.withLock { $0[watch] = folder }
  }

  /// Waits until something has changed, and until that is over or takes too long. Blocks.
  package func next() -> Change {
    while true {
      guard isReady(within: failure == nil ? -1 : LibraryWatch.patience) else { return .everything }
      var news = News()
      let start = ContinuousClock.now
      repeat {
        take(&news)
      } while ContinuousClock.now - start < LibraryWatch.longest
        && isReady(within: LibraryWatch.quiet)
      if let change = news.change { return change }
    }
  }

  private func isReady(within milliseconds: Int32) -> Bool {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, milliseconds) > 0
  }
}

// MARK: - What the system tells

extension LibraryWatch {
  /// What has been told since it was last asked for.
  private struct News {
    var paths: Set<ArticlePath> = []
    var isEverything = false
    var isFolderGone = false

    var change: Change? {
      if isFolderGone { return .folderGone }
      if isEverything || paths.count > LibraryWatch.mostPaths { return .everything }
      return paths.isEmpty ? nil : .paths(paths.sorted())
    }
  }

  private func take(_ news: inout News) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      var rest = buffer[..<count]
      let headSize = MemoryLayout<inotify_event>.size
      while rest.count >= headSize {
        let head = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
        let name = rest.dropFirst(headSize).prefix(Int(head.len)).prefix { $0 != 0 }
        take(head, Array(name), &news)
        rest = rest.dropFirst(headSize + Int(head.len))
      }
    }
  }

  private func take(_ event: inotify_event, _ name: [UInt8], _ news: inout News) {
    func has(_ flag: some BinaryInteger) -> Bool { event.mask & UInt32(flag) != 0 }
    guard !has(IN_Q_OVERFLOW) else { return news.isEverything = true }
    let folder = watches.withLock { watches in
      has(IN_IGNORED) ? watches.removeValue(forKey: event.wd) : watches[event.wd]
    }
    guard let folder else { return }
    guard !name.isEmpty else {
      if has(IN_MOVE_SELF) || has(IN_UNMOUNT), folder.isEmpty { news.isFolderGone = true }
      return
    }
    guard !name.withUnsafeBufferPointer(ArticleName.isHidden) else { return }
    if has(IN_ISDIR) {
      if !has(IN_ATTRIB) { news.isEverything = true }
    } else if name.withUnsafeBufferPointer(ArticleName.isArticle) {
      news.paths.insert(ArticlePath(folder.isEmpty ? name : folder + [UInt8(ascii: "/")] + name))
    }
  }
}

// MARK: - Looking

extension Library {
  /// What an article's path names now, without reading it; nil where it names none. Blocks.
  package func article(_ path: ArticlePath) -> Article? {
    guard let file = try? root.open(path, flags: lectern_open_path_flag),
      let status = try? file.status(), status.isRegularFile
    else { return nil }
    return Article(
      path: path, bytes: Int(status.st_size), modified: status.modified,
      version: FileVersion(status).digest)
  }
}
