import Articles
import CSystem
import Glibc
import Synchronization

/// Tells what changes in the folders of a library. A walk through the library says which they are.
///
/// Where the system cannot tell (it has no more watches to give, or a folder is on another
/// machine), or the library is lost, everything may have changed after every pause of `Polling`.
package final class LibraryWatch: Sendable {
  /// What is to be looked at again.
  package enum Change: Hashable, Sendable {
    /// These paths: there is an article, or there is none any longer.
    case paths([ArticlePath])
    /// A folder has come or gone, or more has happened than could be told.
    case everything
    /// The library's own folder: it may be somewhere else, lost, or back.
    case folder
  }

  /// How long nothing must happen, and how long is waited for that.
  private static let quiet = Duration.milliseconds(40)
  private static let longest = Duration.milliseconds(200)
  /// More paths are everything.
  private static let mostPaths = 2_048
  private static let wanted = UInt32(
    IN_CREATE | IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MOVE_SELF
      | IN_ONLYDIR)

  private struct State {
    var folders: [Int32: [UInt8]] = [:]
    /// Why not everything is told; nil while it is.
    var failure: LibraryError?
    /// The same of the walk that is under way.
    var newFailure: LibraryError?
    var isListed = true
    var polling: Polling
    var restraint = Restraint()
    /// Everything may have changed since the last walk began.
    var isStale = false
    /// What was mounted below the library before the last walk.
    var mounted: MountTable?

    var isToldAll: Bool { failure == nil && isListed }

    /// How long until a walk is due; nil for as long as nothing is told.
    func pause(isLost: Bool, at now: ContinuousClock.Instant) -> Duration? {
      let polled = isToldAll && !isLost ? nil : polling.wait(at: now)
      let stale = isStale ? restraint.wait(at: now) : nil
      return [polled, stale].compactMap { $0 }.min()
    }

    mutating func isDue(isLost: Bool, at now: ContinuousClock.Instant) -> Bool {
      if isStale, restraint.isFree(at: now) {
        isStale = false
        return true
      }
      return (!isToldAll || isLost) && polling.isDue(at: now)
    }

    /// What is to be done about news; nil where nothing is, or not yet.
    mutating func change(_ news: News, at now: ContinuousClock.Instant) -> Change? {
      if news.isFolder { return .folder }
      isStale = isStale || news.isEverything
      if isStale || news.paths.count > LibraryWatch.mostPaths, restraint.isFree(at: now) {
        isStale = false
        return .everything
      }
      return news.paths.isEmpty ? nil : .paths(news.paths.sorted())
    }
  }

  private let root: Root
  private let system: WatchSystem
  private let descriptor: Int32
  /// Why there is no descriptor.
  private let refusal: LibraryError?
  /// Tells that something was mounted or unmounted.
  private let mounts: Int32
  /// Tells who waits that a walk will be due.
  private let alarm = lectern_event_open()
  private let state: Mutex<State>

  package convenience init(_ library: Library) { self.init(library, system: WatchSystem()) }

  init(
    _ library: Library, system: WatchSystem,
    pauses: ClosedRange<Duration> = .seconds(2) ... .seconds(30)
  ) {
    root = library.root
    self.system = system
    mounts = system.openMounts()
    descriptor = system.open()
    let code = errno
    refusal =
      descriptor < 0 ? LibraryError(.watch, path: [], reason: .system(code)) : nil
    let polling = Polling(pauses: pauses, now: .now)
    state = Mutex(State(failure: refusal, polling: polling))
  }

  deinit { for open in [descriptor, mounts, alarm] where open >= 0 { close(open) } }

  /// Why changes are not told, if they are not.
  package var failure: LibraryError? { state.withLock { $0.failure } }

  // MARK: Walks

  func walkBegins() {
    let mounted = mountTable
    state.withLock { state in
      state.newFailure = refusal
      (state.isStale, state.mounted) = (false, mounted)
      state.polling.walkBegins(at: .now)
      state.restraint.walkBegins(at: .now)
    }
  }

  /// Watches an open folder from now on. It is to be listed after that, so that nothing is missed.
  func add(_ folder: [UInt8], open place: Int32) {
    guard descriptor >= 0 else { return }
    // By its descriptor: its path may be another folder's by now, or longer than the system takes.
    let name = cString("/proc/self/fd/\(place)".utf8)
    let watch = system.add(descriptor, name, LibraryWatch.wanted)
    let code = watch < 0 ? errno : system.isRemote(name) ? EREMOTE : nil
    state.withLock { state in
      if watch >= 0 { state.folders[watch] = folder }
      guard let code, state.newFailure == nil else { return }
      state.newFailure = LibraryError(.watch, path: folder, reason: .system(code))
    }
  }

  /// - Parameter digest: stands for what was found; nil where the walk did not come to its end.
  func walkEnds(seeing digest: UInt64?) {
    let isAwaited = state.withLock { state in
      state.isListed = digest != nil
      state.failure = state.newFailure ?? (state.isListed ? nil : state.failure)
      state.polling.walkEnds(at: .now, seeing: digest)
      state.restraint.walkEnds(at: .now)
      return !state.isToldAll || state.isStale
    }
    guard isAwaited else { return }
    var one: UInt64 = 1
    // It fails only when the counter is full, and then it is readable anyway.
    _ = write(alarm, &one, 8)
  }

  // MARK: Waiting

  /// Waits until something has changed, and until that is over or takes too long. Blocks.
  ///
  /// While another walk would come too soon, only paths are told, and everything later.
  package func next() -> Change {
    while true {
      let isLost = root.whereabouts == .lost
      if state.withLock({ $0.isDue(isLost: isLost, at: .now) }) { return .everything }
      let pause = state.withLock { $0.pause(isLost: isLost, at: .now) }
      guard let news = news(within: pause) else { continue }
      if let change = state.withLock({ $0.change(news, at: .now) }) { return change }
    }
  }
}

// MARK: - What the system tells

extension LibraryWatch {
  /// What has been told since it was last asked for.
  private struct News {
    var paths: Set<ArticlePath> = []
    var isEverything = false
    var isFolder = false
  }

  /// - Parameter pause: how long is waited; nil for as long as it takes.
  /// - Returns: nil where nothing was told in time.
  private func news(within pause: Duration?) -> News? {
    var news = News()
    guard isReady(within: pause, &news) else { return nil }
    let start = ContinuousClock.now
    repeat {
      take(&news)
    } while ContinuousClock.now - start < LibraryWatch.longest
      && isReady(within: LibraryWatch.quiet, &news)
    // A folder that is removed loses its files before: those are told, its own end is not.
    if root.whereabouts == .lost { news.isFolder = true }
    return news
  }

  private func isReady(within time: Duration?, _ news: inout News) -> Bool {
    var waits = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: mounts, events: Int16(POLLPRI), revents: 0),
      pollfd(fd: alarm, events: Int16(POLLIN), revents: 0),
    ]
    let milliseconds = time.map { Int32(($0 / .milliseconds(1)).rounded(.up)) } ?? -1
    guard poll(&waits, nfds_t(waits.count), milliseconds) > 0 else { return false }
    var count: UInt64 = 0
    if waits[2].revents != 0 { _ = read(alarm, &count, 8) }
    if waits[1].revents != 0 { takeMounts(&news) }
    return true
  }

  private func takeMounts(_ news: inout News) {
    if root.whereabouts != .inPlace { news.isFolder = true }
    let mounted = mountTable
    state.withLock { state in
      if let before = state.mounted, before != mounted { news.isEverything = true }
      state.mounted = mounted
    }
  }

  /// What is mounted below the library, wherever that is.
  private var mountTable: MountTable? {
    guard mounts >= 0, let place = realPath(Array("/proc/self/fd/\(root.descriptor)".utf8)) else {
      return nil
    }
    return MountTable(system.mounts(mounts), below: place)
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
    let folder = state.withLock { state in
      has(IN_IGNORED) ? state.folders.removeValue(forKey: event.wd) : state.folders[event.wd]
    }
    guard let folder else { return }
    guard !name.isEmpty else {
      if has(IN_MOVE_SELF) || has(IN_UNMOUNT), folder.isEmpty { news.isFolder = true }
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
