import Articles

/// The part of the store that lives on its thread: memory and files are touched only there.
struct StateWriter {
  private enum Job {
    case load, readHistory, refresh
    case save([MarkChange], [HistoryEntry])
  }

  private let pace: Pace
  private let report: @Sendable (StateReport) -> Void
  /// All marks that are known.
  private var memory = Memory()
  private var file: StateFile
  private var fallback: StateFile?
  private var isElsewhere = false
  private var history: HistoryFile?
  /// The user knows that the history is not kept.
  private var isHistoryLost = false

  /// Changes in memory that are not on the disk.
  private var unsaved = 0
  /// Memory has to be written, without any change.
  private var isDirty = false
  private var nextSave = ContinuousClock.now
  private var nextRetry = ContinuousClock.now
  private var retry: Duration

  init(
    _ location: StateLocation, _ disk: any Disk, _ pace: Pace,
    _ now: @escaping @Sendable () -> Timestamp, _ report: @escaping @Sendable (StateReport) -> Void
  ) {
    self.pace = pace
    self.report = report
    retry = pace.retry
    file = StateFile(
      location.file, making: .folder, locks: location.locks, pruned: location.pruned, on: disk,
      now: now)
    history = location.history.map { HistoryFile($0) }
    fallback = location.fallback.map {
      StateFile(
        $0, making: .folderAndParents, locks: location.locks, pruned: location.pruned, on: disk,
        now: now)
    }
  }

  /// Does what is asked for until the store is gone.
  mutating func run(_ desk: Monitor<Desk>) {
    while let job = desk.wait({ nextJob(&$0) }) {
      switch job {
      case .load:
        let loaded = load()
        desk.update { desk in
          desk.loaded = loaded
          desk.isLoadWanted = false
        }
      case .readHistory:
        let entries = readHistory()
        desk.update { desk in
          desk.history = entries
          desk.isHistoryWanted = false
        }
      case .refresh: refresh()
      case .save(let changes, let entries):
        log(entries)
        if !changes.isEmpty || unsaved > 0 || isDirty { save(changes) }
        let unsaved = unsaved
        desk.update { desk in
          desk.finished = desk.begun
          desk.saved = desk.submitted - desk.pending.count - unsaved
        }
      }
    }
  }

  private func nextJob(_ desk: inout Desk) -> Monitor<Desk>.Look<Job?> {
    if desk.isLoadWanted { return .answer(.load) }
    if desk.isHistoryWanted { return .answer(.readHistory) }
    let isNew = !desk.pending.isEmpty || !desk.entries.isEmpty
    if isNew || ((unsaved > 0 || isDirty) && !desk.isClosed) {
      // What the user does is worth a try, however often it failed before.
      let due = isNew ? nextSave : max(nextSave, nextRetry)
      guard desk.isForced || desk.isClosed || ContinuousClock.now >= due else {
        return .wait(until: due)
      }
      defer { (desk.pending, desk.entries) = ([], []) }
      desk.isForced = false
      desk.begun += 1
      return .answer(.save(desk.pending, desk.entries))
    }
    desk.isForced = false
    if desk.isClosed { return .answer(nil) }
    guard desk.isRefreshWanted else { return .wait(until: nil) }
    desk.isRefreshWanted = false
    return .answer(.refresh)
  }
}

extension StateWriter {
  private mutating func load() -> LoadedState {
    var news = News()
    if let fallback, !file.isWritable {
      isElsewhere = true
      news.notices.append(.keptElsewhere(fallback.path))
    }
    do throws(LibraryError) {
      try file.load(into: &memory, &news)
    } catch {
      news.notices.append(.unreadable(error))
    }
    do throws(LibraryError) {
      try fallback?.load(into: &memory, &news)
    } catch {
      news.notices.append(.unreadable(error))
    }
    isDirty = isDirty || file.isBehind
    return LoadedState(marks: memory.state.articles, notices: news.notices)
  }

  private mutating func refresh() {
    var news = News()
    do throws(LibraryError) {
      if try file.refresh(&memory, &news) { isDirty = true }
    } catch {
      news.notices.append(.unreadable(error))
    }
    tell(news)
  }

  private mutating func save(_ changes: [MarkChange]) {
    memory.apply(changes)
    unsaved += changes.count
    let start = ContinuousClock.now
    do throws(LibraryError) {
      try publish()
      report(.saved(changes: unsaved))
      unsaved = 0
      isDirty = false
      retry = pace.retry
    } catch {
      report(.failed(error, unsaved: unsaved))
      nextRetry = .now + retry
      retry = min(retry * 2, pace.longestRetry)
    }
    nextSave = start + max(pace.gap, start.duration(to: .now) * pace.rest)
  }

  /// To the file, or where the file system refuses that, to the other place.
  private mutating func publish() throws(LibraryError) {
    var news = News()
    defer { tell(news) }
    do throws(LibraryError) {
      try file.publish(&memory, &news)
      isElsewhere = false
    } catch {
      guard error.isRefusal, fallback != nil else { throw error }
      try fallback?.publish(&memory, &news)
      if !isElsewhere, let fallback { news.notices.append(.keptElsewhere(fallback.path)) }
      isElsewhere = true
    }
  }

  /// The history is read after the marks, because it is written before them, and told before them, so
  /// that whoever sees a mark can undo it.
  private mutating func tell(_ news: News) {
    let entries = readHistory()
    if !entries.isEmpty { report(.history(entries)) }
    if !news.changed.isEmpty { report(.merged(news.changed)) }
    for notice in news.notices { report(.notice(notice)) }
  }
}

// MARK: - History

extension StateWriter {
  /// What others have done since the last time.
  private mutating func readHistory() -> [HistoryEntry] {
    do throws(LibraryError) {
      return try history?.read() ?? []
    } catch {
      loseHistory(error)
      return []
    }
  }

  private mutating func log(_ entries: [HistoryEntry]) {
    guard !entries.isEmpty else { return }
    do throws(LibraryError) {
      let news = try history?.append(entries) ?? []
      if !news.isEmpty { report(.history(news)) }
      isHistoryLost = false
    } catch {
      loseHistory(error)
    }
  }

  private mutating func loseHistory(_ error: LibraryError) {
    if !isHistoryLost { report(.notice(.historyNotKept(error))) }
    isHistoryLost = true
  }
}

extension LibraryError {
  fileprivate var isRefusal: Bool {
    guard case .system(let code) = reason else { return false }
    return SystemError(code).isRefusal
  }
}
