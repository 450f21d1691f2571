import Screen

// The bottom line: a prompt, a message, what keys can follow, or the keys that matter here; on the
// right, the place in the article.
extension State {
  var statusLine: Line {
    if let prompt { return promptLine(prompt) }
    let right = SafeText(statusRight)
    let room = size.columns - right.columns
    if let (text, style) = statusText {
      let text = SafeText(" " + text)
      guard text.columns < room else { return Line(text, style: style) }
      return Line(text, style: style).fitted(to: room) + Line(right, style: .dim)
    }
    guard room > 0 else { return Line() }
    let hints = SafeText(hintText(columns: room))
    return Line(hints, style: .dim).fitted(to: room) + Line(right, style: .dim)
  }

  private var statusText: (String, Style)? {
    if let message {
      let text = messageLines.last?.string ?? message.text
      return (text, message.kind == .note ? .plain : State.errorStyle)
    }
    if let text = overdueSave { return (text, State.errorStyle) }
    guard list.anchor != nil, let rows = list.chosenRows else { return nil }
    return (Wording.selected(rows.count), .plain)
  }

  private var overdueSave: String? {
    if saving.failure != nil { return Wording.notSaved(saving) }
    guard let time = saving.overdueTime, time <= now else { return nil }
    return Wording.notSaved(saving)
  }

  private var statusRight: String {
    if !keys.isEmpty { return showsContinuations ? "" : " \(keys.name) " }
    if let search = reading.search, !search.text.isEmpty, pane == .reading {
      return matchCount(search)
    }
    if let time = reading.lateTime { return time <= now ? " \(Wording.opening) " : "" }
    guard layout.page != nil, reading.document != nil, overlay == nil else { return "" }
    return " \(Int((shownShare * 100).rounded(.down))) % "
  }

  func matchCount(_ search: TextSearch) -> String {
    " \(Wording.matches(search, isPart: reading.isPart)) "
  }

  // MARK: Hints

  /// As many whole hints as fit; the last one, which leads to all others, stays longest.
  private func hintText(columns: Int) -> String {
    if let text = continuations(columns: columns) { return text }
    var hints = hints
    let gap = "   "
    func width(of hint: String) -> Int { gap.count + SafeText(hint).columns }
    var left = columns - 1 + gap.count - hints.reduce(0) { $0 + width(of: $1) }
    while hints.count > 1, left < 0 { left += width(of: hints.remove(at: hints.count - 2)) }
    return " " + hints.joined(separator: gap)
  }

  private var showsContinuations: Bool { keys.hintTime.map { $0 <= now } ?? false }

  /// After a while, what can follow the keys pressed so far.
  private func continuations(columns: Int) -> String? {
    guard showsContinuations else { return nil }
    let following = settings.keymap.continuations(of: keys.prefix, in: pane)
    let start = " \(keys.name)…"
    func text(_ count: Int, gap: String) -> String {
      start + following.prefix(count).map { "\(gap)\($0.keys) \($0.hint)" }.joined()
    }
    let all = text(following.count, gap: "   ")
    if SafeText(all).columns <= columns { return all }
    let fitting = following.indices.map { text($0 + 1, gap: "  ") }
    return fitting.last { SafeText($0).columns <= columns } ?? start
  }

  private var hints: [String] {
    switch overlay {
    case .help(let page): Wording.helpHints(isTyping: page.isTyping)
    case .info: Wording.infoHints
    case .places: Wording.listHints
    case .views: Wording.viewsHints
    case nil:
      wantedHints.compactMap { command, text in
        settings.keymap.firstKeys(of: command, in: pane).map { "\($0) \(text)" }
      }
    }
  }

  private var wantedHints: [(Command, String)] {
    switch pane {
    case .list where view.search != nil:
      [(.next, "next"), (.open, "open"), (.endFind, "end the search"), (.help, "keys")]
    case .list where view.narrowing != nil && list.count == 0:
      [(.narrow, "another query"), (.views, "views"), (.help, "keys")]
    case .list where list.count == 0 && list.presentCount > 0:
      [(.toggleHideRead, "show what is read"), (.leave, "quit"), (.help, "keys")]
    case .list where list.count == 0:
      [(.rescan, "look again"), (.leave, "quit"), (.help, "keys")]
    case .list:
      [
        (.readOn, "read on"), (.open, "open"), (.find, "find"), (.toggleRead, "read"),
        (.next, "next unread"), (.help, "keys"),
      ]
    case .reading where reading.search != nil:
      [(.next, "next match"), (.endFind, "end the search"), (.help, "keys")]
    case .reading:
      [
        (.readOn, "read on"), (.back, "list"), (.find, "find"), (.next, "next unread"),
        (.help, "keys"),
      ]
    }
  }
}
