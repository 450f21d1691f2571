import Articles
import Screen

extension State {
  /// How many keys may wait for an article; what is typed beyond is lost, as in a full type-ahead.
  private static let mostWaitingKeys = 1_000

  mutating func press(_ key: Key) {
    guard waitingKeys.isEmpty else {
      if waitingKeys.count < State.mostWaitingKeys { waitingKeys.append(key) }
      return
    }
    act(on: key, mayWait: true)
  }

  /// Lets the keys act that waited for an article or the marks: in their order, until one has to
  /// wait again. After a while none waits any longer.
  mutating func pressWaitingKeys() {
    guard let since = waitingSince else { return }
    let queue = waitingKeys
    let isOverdue = now >= since + ReadingPane.patience
    (waitingKeys, waitingSince) = ([], nil)
    for (index, key) in queue.enumerated() {
      act(on: key, mayWait: !isOverdue)
      settle()
      guard waitingKeys.isEmpty else {
        waitingKeys += queue[(index + 1)...]
        if index == 0 { waitingSince = since }
        return
      }
    }
  }

  private mutating func act(on key: Key, mayWait: Bool) {
    searchTitles()
    if marks.isLoaded { chooseStart() }
    message = nil
    (listing, relating) = (nil, nil)
    if overlay != nil { return pressInOverlay(key) }
    if prompt != nil { return pressInPrompt(key, mayWait: mayWait) }
    let before = keys
    switch keys.take(key, in: pane, keymap: settings.keymap, now: now) {
    case .waiting: break
    case .unknown(let sequence):
      if let text = Wording.unbound(sequence) { message = Message(text) }
    case .command(let command, let count):
      guard let missing = missing(for: command) else { return perform(command, count: count) }
      if mayWait {
        keys = before
        wait(for: key)
      } else {
        message = Message(Wording.missing(missing), .error)
      }
    }
  }

  /// What a command has to wait for.
  func missing(for command: Command) -> Command.Need? {
    command.needs(in: pane).first { need in
      switch need {
      case .rows: !hasRows || start != .chosen && !marks.isLoaded
      case .marks: !marks.isLoaded
      case .article: reading.isLoading
      }
    }
  }

  mutating func perform(_ command: Command, count: Int?) {
    let times = max(count ?? 1, 1)
    switch command.entry.group {
    case .move: move(command, count: count)
    case .read: readOn()
    case .panes: performPanes(command)
    case .articles: performArticles(command, count: times)
    case .state: performState(command, count: times)
    case .find: performFind(command)
    case .text: performText(command, count: times)
    case .out: performOut(command)
    case .help: overlay = .help(HelpPage(pane: pane))
    }
  }

  /// Lets a key wait for what is still being read.
  mutating func wait(for key: Key) {
    (waitingKeys, waitingSince) = ([key], now)
  }
}

extension Command {
  /// What a command cannot do without; rows are there once the one to begin with can be chosen.
  enum Need { case rows, marks, article }

  /// In the order in which they become known.
  func needs(in pane: PaneName) -> [Need] {
    switch self {
    case .readOn: [.rows, .marks, .article]
    case .info, .contents, .links: [.rows, .article]
    case .open, .swapPanes, .focus, .toggleHideRead, .sortByProgress, .narrow, .views:
      [.rows, .marks]
    case .find where pane == .reading: [.rows, .article]
    default:
      switch entry.group {
      case .articles, .state: [.rows, .marks]
      case .move: pane == .reading ? [.rows, .article] : [.rows]
      case .find: [.rows]
      case .read, .panes, .text, .out, .help: []
      }
    }
  }
}
