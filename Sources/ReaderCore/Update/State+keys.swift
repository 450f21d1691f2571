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
    chooseStart()
    message = nil
    if overlay != nil { return pressInOverlay(key) }
    if prompt != nil { return pressInPrompt(key) }
    let before = keys
    switch keys.take(key, in: pane, keymap: settings.keymap, now: now) {
    case .waiting: break
    case .unknown(let sequence):
      if let text = Wording.unbound(sequence) { message = Message(text) }
    case .command(let command, _) where mayWait && hasToWait(command):
      keys = before
      waitingKeys = [key]
      waitingSince = now
    case .command(let command, let count): perform(command, count: count)
    }
  }

  private func hasToWait(_ command: Command) -> Bool {
    let needs = command.needs(in: pane)
    return needs.contains(.marks) && !marks.isLoaded
      || needs.contains(.article) && reading.isLoading
  }

  private mutating func perform(_ command: Command, count: Int?) {
    switch command.entry.group {
    case .move: move(command, count: count)
    case .read: readOn()
    case .panes: performPanes(command)
    case .articles: performArticles(command, count: max(count ?? 1, 1))
    case .state: performState(command)
    case .find: performFind(command)
    case .text: performText(command, count: max(count ?? 1, 1))
    case .help: overlay = .help(HelpPage(pane: pane))
    }
  }
}

extension Command {
  /// What a command cannot do without.
  enum Need { case article, marks }

  func needs(in pane: PaneName) -> Set<Need> {
    switch entry.group {
    case .read: [.article, .marks]
    case .articles, .state: [.marks]
    case .move, .text: pane == .reading ? [.article] : []
    case .find: pane == .reading ? [.article] : [.marks]
    case .panes: self == .rescan ? [] : self == .open || self == .swapPanes ? [.marks] : []
    case .help: []
    }
  }
}
