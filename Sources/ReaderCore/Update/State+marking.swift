import Articles

// Marks: every change is stamped, counted, saved, and can be undone.
extension State {
  mutating func performState(_ command: Command, count: Int) {
    switch command {
    case .toggleRead: toggleRead()
    case .previousMatchOrToggleRead: if !goToMatch(by: -count) { toggleRead() }
    case .markViewRead: markRead(list.rows.map { list.articles[$0].path })
    case .toggleStar: toggleStar()
    case .tag: beginTagging()
    case .undo: undo()
    case .redo: redo()
    case .selectRows: list.anchor = list.anchor == nil ? list.selectedIndex : nil
    default: break
    }
  }

  // MARK: Choosing

  /// The articles that the next mark is for; that ends their selection.
  mutating func takeChosen() -> [ArticlePath] {
    let rows = list.chosenRows
    list.anchor = nil
    return rows?.map { list[row: $0].path } ?? []
  }

  /// Marks all of them read, or unread where they are read already.
  private mutating func toggleRead() {
    let paths = takeChosen()
    if paths.contains(where: { marks[$0].state != .read }) {
      markRead(paths)
    } else {
      mark(paths, .read(false), name: Wording.markedUnread)
    }
  }

  private mutating func toggleStar() {
    let paths = takeChosen()
    let isStar = paths.contains { !marks[$0].isStarred }
    let changing = paths.filter { marks[$0].isStarred != isStar }
    mark(changing, .starred(isStar), name: isStar ? Wording.starred : Wording.unstarred)
  }

  private mutating func markRead(_ paths: [ArticlePath]) {
    mark(paths.filter { marks[$0].state != .read }, .read(true), name: Wording.markedRead)
  }

  /// Marks an article read that the user has not asked for by a key; nothing is said if it is so.
  mutating func markReadAlone(_ path: ArticlePath) {
    if marks[path].state != .read { markRead([path]) }
  }

  // MARK: Changing

  /// Sets the same mark on some articles, as one action.
  private mutating func mark(_ paths: [ArticlePath], _ mark: Mark, name: (Int) -> String) {
    guard !paths.isEmpty || !marks.isLoaded else {
      return message = Message(list.count > 0 ? Wording.nothingToMark : Wording.nothingToOpen)
    }
    carryOut(paths.map { Assignment(path: $0, mark: mark) }, on: paths.count, name: name)
  }

  /// Adds tags and removes them, where that changes anything.
  mutating func mark(_ paths: [ArticlePath], _ edit: TagEdit) {
    let wanted = paths.flatMap { path in
      edit.marks.filter { !marks[path].has($0) }.map { Assignment(path: path, mark: $0) }
    }
    guard !wanted.isEmpty || !marks.isLoaded else {
      return message = Message(Wording.nothingToTag)
    }
    carryOut(wanted, on: Set(wanted.map(\.path)).count) { Wording.tagged($0, edit) }
  }

  /// Sets marks as one action.
  private mutating func carryOut(_ wanted: [Assignment], on count: Int, name: (Int) -> String) {
    guard marks.isLoaded else { return message = Message(Wording.marksNotLoaded, .error) }
    let action = Action(
      id: random.next(), at: marks.history.time(now: now), name: name(count), setting: wanted
    ) { marks[$0] }
    log(.did(action))
    set(wanted)
    keepTrace(wanted)
    message = Message(action.name + Wording.undoHint)
  }

  /// Sets marks, counts what changes by it, and has them saved.
  mutating func set(_ wanted: [Assignment]) {
    guard !wanted.isEmpty else { return }
    let changes = wanted.map { assignment in
      let path = assignment.path
      let fingerprint = list[path]?.summary?.fingerprint?.text
      let change = marks.set(assignment, fingerprint: fingerprint, now: now)
      noteMarks(of: path)
      if path == reading.path { reading.take(assignment.mark) }
      return change
    }
    save(changes)
  }

  private mutating func save(_ changes: [MarkChange]) {
    if saving.unsaved == 0 { saving.since = now }
    saving.unsaved += changes.count
    effects.append(.save(changes))
  }

  private mutating func undo() {
    guard let action = marks.history.undoable.last else {
      return message = Message(Wording.nothingToUndo)
    }
    log(.undid(action.id, at: now))
    set(action.undoing)
    message = Message(Wording.undone(action.name))
  }

  private mutating func redo() {
    guard let action = marks.history.redoable.last else {
      return message = Message(Wording.nothingToRedo)
    }
    log(.redid(action.id, at: now))
    set(action.redoing)
    message = Message(Wording.redone(action.name))
  }

  private mutating func log(_ entry: HistoryEntry) {
    marks.history.take(entry)
    effects.append(.log(entry))
  }

  /// The text that was read is remembered, to tell one day what is new in it.
  private mutating func keepTrace(_ wanted: [Assignment]) {
    guard wanted.count == 1, wanted[0].mark == .read(true) else { return }
    effects.append(.keepTrace(wanted[0].path))
  }

  // MARK: Renamed articles

  /// Gives articles without marks those of a missing article with the same text: it was renamed.
  mutating func followRenames(_ indices: [ArticleList.Index]) {
    guard marks.hasMissing else { return }
    var changes: [MarkChange] = []
    var followed = 0
    for index in indices where list.holds(index) {
      let path = list.articles[index].path
      guard let fingerprint = list.articles[index].summary?.fingerprint?.text else { continue }
      let found = marks.adopt(path, fingerprint: fingerprint)
      guard !found.isEmpty else { continue }
      noteMarks(of: path)
      changes += found
      followed += 1
      if path == reading.path, reading.openedAt == nil { resume() }
    }
    guard followed > 0 else { return }
    save(changes)
    message = Message(Wording.marksFollowed(followed))
  }

  // MARK: Counting

  mutating func recount() {
    list.noteAll { marks[$0] }
    if view.sort.needsMarks { view.order = nil }
  }

  /// Counts an article whose marks have changed.
  private mutating func noteMarks(of path: ArticlePath) {
    if view.sort.needsMarks { view.order = nil }
    if let index = list.index(of: path) { list.note(marks[path], of: index) }
  }
}
