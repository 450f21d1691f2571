import Articles
import Screen

// What is typed on the bottom line.
extension State {
  /// - Parameter mayWait: whether the key may wait for what a command needs.
  mutating func pressInPrompt(_ key: Key, mayWait: Bool) {
    guard var prompt else { return }
    switch key {
    case .escape, .control("c"), .control("g"): return cancelPrompt(prompt)
    case .enter: return acceptPrompt(prompt, mayWait: mayWait)
    case .down where prompt.purpose == .findTitle: return select(row: list.selection + 1)
    case .up where prompt.purpose == .findTitle: return select(row: list.selection - 1)
    case .up where prompt.purpose == .narrow && prompt.text.isEmpty:
      prompt.replace(with: lastQuery)
    case .tab: prompt.complete(by: 1, completion)
    case .backTab: prompt.complete(by: -1, completion)
    case .backspace where prompt.text.isEmpty: return cancelPrompt(prompt)
    case .backspace: prompt.deleteLast()
    case .control("u"): prompt.replace(with: "")
    case .control("w"): prompt.deleteWord()
    case .character(let scalar): prompt.add(String(scalar))
    case .paste(let text): prompt.add(text)
    default: return
    }
    let before = self.prompt?.text
    self.prompt = prompt
    if prompt.text != before { followTyping(prompt) }
  }

  private mutating func followTyping(_ prompt: Prompt) {
    switch prompt.purpose {
    case .findTitle: searchList(prompt.text, from: prompt.origin)
    case .findText: searchText(prompt.text, from: reading.search.map(\.origin) ?? reading.anchor)
    case .narrow: narrow(prompt.text, isTyping: true)
    case .tag, .command: break
    }
  }

  private mutating func acceptPrompt(_ prompt: Prompt, mayWait: Bool) {
    switch prompt.purpose {
    case .findTitle, .findText:
      self.prompt = nil
      if prompt.text.isEmpty { endSearch() }
    case .narrow: acceptQuery(prompt)
    case .tag: acceptTags(prompt)
    case .command: acceptCommand(prompt, mayWait: mayWait)
    }
  }

  private mutating func cancelPrompt(_ prompt: Prompt) {
    self.prompt = nil
    switch prompt.purpose {
    case .findTitle: endSearch()
    case .findText:
      if let search = reading.search { goBack(to: search.origin) }
      endSearch()
    case .narrow: restoreView()
    case .tag, .command: return
    }
    if let row = prompt.origin.flatMap({ list.row(of: $0) }) { select(row: row) }
  }

  /// What the last word of a prompt may be completed to.
  private func completion(of prompt: Prompt) -> Completion {
    let text = prompt.text
    return switch prompt.purpose {
    case .findTitle, .findText: Completion(head: text, candidates: [])
    case .narrow: Completion(query: text, tags: marks.tags.map(\.name)) { list.folders }
    case .tag: Completion(tags: text, known: prompt.names)
    case .command: Completion(command: text)
    }
  }

  /// What Tab may put there, to be shown behind what is typed.
  func suggestions(for prompt: Prompt) -> [String] {
    if let completion = prompt.completion { return completion.candidates }
    switch prompt.purpose {
    case .findTitle, .findText, .narrow: return []
    case .tag, .command: return completion(of: prompt).candidates
    }
  }
}
