import Articles

// Tags of the selected article, or of the rows that were selected.
extension State {
  mutating func beginTagging() {
    guard list.selected != nil else { return message = Message(Wording.nothingToOpen) }
    prompt = Prompt(.tag, origin: list.selected?.path)
    prompt?.names = marks.tags.map(\.name)
  }

  /// The tags that all chosen articles have.
  var chosenTags: [String] {
    let chosen = (list.chosenRows ?? 0...0).prefix(list.count).map { marks[list[row: $0].path] }
    guard let first = chosen.first else { return [] }
    return first.tagNames.filter { name in chosen.allSatisfy { $0.has(.tag(name, true)) } }
  }

  /// What is no tag stays to be changed.
  mutating func acceptTags(_ prompt: Prompt) {
    guard let edit = TagEdit(prompt.text) else {
      self.prompt?.isWrong = true
      return
    }
    self.prompt = nil
    if !edit.isEmpty { mark(takeChosen(), edit) }
  }
}
