import Screen

extension State {
  /// The bottom line: a prompt, a message, what keys can follow, or the keys that matter here; on
  /// the right, the place in the article.
  var statusLine: Line {
    let right = Line(SafeText(statusRight), style: .dim)
    let room = size.columns - right.columns
    guard room > 0 else { return statusLeft }
    return statusLeft.fitted(to: room) + right
  }

  private var statusLeft: Line {
    if let prompt { return Line(SafeText(promptText(prompt))) }
    if let hint = continuations { return Line(SafeText(hint), style: .dim) }
    if let message {
      let style = message.kind == .error ? Style(.bold, color: .red) : .plain
      return Line(SafeText(" " + message.text), style: style)
    }
    if let text = overdueSave {
      return Line(SafeText(" " + text), style: Style(.bold, color: .red))
    }
    if list.anchor != nil, let rows = list.chosenRows {
      return Line(SafeText(" " + Wording.selected(rows.count)))
    }
    return Line(SafeText(hints), style: .dim)
  }

  private var statusRight: String {
    if prompt?.purpose == .findTitle { return "\(Wording.articles(list.count)) " }
    if let search = reading.search, !search.text.isEmpty, pane == .reading {
      return Wording.matches(search) + " "
    }
    if let count = keys.count, keys.prefix.isEmpty { return "\(count) " }
    guard layout.page != nil, reading.document != nil, !reading.isLoading else { return "" }
    return "\(Int((shownShare * 100).rounded(.down))) % "
  }

  private var overdueSave: String? {
    if saving.failure != nil { return Wording.notSaved(saving) }
    guard let time = saving.overdueTime, time <= now else { return nil }
    return Wording.notSaved(saving)
  }

  // MARK: Prompt

  func promptText(_ prompt: Prompt) -> String { " / " + prompt.text }

  /// Where the next letter of the prompt will stand.
  var promptColumns: Int { prompt.map { SafeText(promptText($0)).columns } ?? 0 }

  // MARK: Hints

  /// After a while, what can follow the keys pressed so far.
  private var continuations: String? {
    guard let time = keys.hintTime, time <= now else { return nil }
    let following = settings.keymap.continuations(of: keys.prefix, in: pane)
    let texts = following.map { "\(Keymap.name(of: $0.keys)) \($0.command.entry.help)" }
    return " \(Keymap.name(of: keys.prefix))…  " + texts.joined(separator: "   ")
  }

  private var hints: String {
    let wanted: [(Command, String)] =
      switch pane {
      case .list where view.search != nil:
        [(.next, "next"), (.open, "open"), (.endFind, "end the search"), (.help, "keys")]
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
    return " "
      + wanted.compactMap { command, text in
        settings.keymap.firstKeys(of: command, in: pane).map { "\($0) \(text)" }
      }.joined(separator: "   ")
  }
}

extension Keymap {
  /// How help writes the first keys of a command.
  func firstKeys(of command: Command, in pane: PaneName) -> String? {
    let row = rows.first { $0.command == command && ($0.pane == nil || $0.pane == pane) }
    return row?.sequences.first.map(Keymap.name)
  }
}
