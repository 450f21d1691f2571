import Screen

// The prompt on the bottom line: what is typed, what Tab may put there, what came of it.
extension State {
  /// On a narrow screen the end of what was typed is shown, and the rest gives way to it; an error
  /// then stands above.
  func promptLine(_ prompt: Prompt) -> Line {
    let typed = prompt.mark + promptText(prompt)
    let right = SafeText(promptRight(prompt))
    let room = size.columns - typed.columns - 1
    guard room > 0 else { return Line(typed) }
    let style = promptError(prompt) == nil ? Style.dim : State.errorStyle
    let shown = right.columns <= room ? right : .empty
    let middle = suggestionText(prompt, columns: room - shown.columns)
    return Line([Span(typed), Span(middle, style: .dim)])
      .fitted(to: size.columns - shown.columns) + Line(shown, style: style)
  }

  /// As many as fit of the words that Tab offers; for a command with its first key.
  private func suggestionText(_ prompt: Prompt, columns: Int) -> SafeText {
    var text = SafeText.empty
    for suggestion in suggestions(for: prompt) {
      let longer = text + SafeText("  " + shownSuggestion(suggestion, of: prompt))
      if longer.columns + 1 > columns { break }
      text = longer
    }
    return text.columns == 0 ? text : .spaces(1) + text
  }

  private func shownSuggestion(_ suggestion: String, of prompt: Prompt) -> String {
    guard prompt.purpose == .command,
      let command = Command.allCases.first(where: { $0.name == suggestion }),
      let keys = settings.keymap.firstKeys(of: command, in: pane)
    else { return suggestion }
    return "\(suggestion) (\(keys))"
  }

  /// Whether a text has room behind what is typed.
  func fitsBeside(_ prompt: Prompt, _ text: String) -> Bool {
    SafeText(text).columns <= size.columns - promptColumn(prompt) - 1
  }

  /// Why what is typed will not do.
  func promptError(_ prompt: Prompt) -> String? {
    if let error = prompt.error { return Wording.failure(error, in: prompt.text) }
    return prompt.isWrong ? Wording.noTag : nil
  }

  /// What the right end of the bottom line says of a prompt.
  func promptRight(_ prompt: Prompt) -> String {
    if let error = promptError(prompt) { return " \(error) " }
    switch prompt.purpose {
    case .findTitle:
      return " \(foundCount) "
    case .narrow:
      let isMissing = view.narrowing?.isMissing ?? false
      return " \(Wording.articles(list.count))\(isMissing ? Wording.titlesOnly : "") "
    case .findText: return reading.search.map { $0.text.isEmpty ? "" : matchCount($0) } ?? ""
    case .tag: return " \(Wording.tags(chosenTags)) "
    case .command: return ""
    }
  }

  /// As much of the end of the text as fits, and a column for the cursor.
  private func promptText(_ prompt: Prompt) -> SafeText {
    let room = size.columns - prompt.mark.columns - 1
    var text = prompt.text[...]
    while SafeText(String(text)).columns > room, !text.isEmpty { text.removeFirst() }
    return SafeText(String(text))
  }

  /// Where the next letter of the prompt will stand.
  func promptColumn(_ prompt: Prompt) -> Int {
    prompt.mark.columns + promptText(prompt).columns
  }
}

extension Prompt {
  /// What stands before the text.
  fileprivate var mark: SafeText {
    switch purpose {
    case .findTitle, .findText: Prompt.find
    case .narrow: Prompt.narrow
    case .tag: Prompt.tag
    case .command: Prompt.command
    }
  }

  private static let find = SafeText(" / ")
  private static let narrow = SafeText(" & ")
  private static let tag = SafeText(" tags: ")
  private static let command = SafeText(" : ")
}
