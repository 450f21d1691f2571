import Articles

// Articles that have something in common with the one that is shown.
extension State {
  /// Looks in all articles for what is looked for in this one; without that, asks for it.
  mutating func findArticlesWithWord() {
    let text = reading.search?.text ?? ""
    leaveReadingPane()
    beginListSearch()
    guard !text.isEmpty else { return }
    prompt = nil
    searchList(text, from: nil)
  }

  mutating func findRelated() {
    guard let path = list.selected?.path else { return message = Message(Wording.nothingToOpen) }
    relating = path
    effects.append(.relate(path))
    message = Message(Wording.relating)
  }

  /// Lists what was found, if nothing else was done since it was asked for.
  mutating func foundRelated(
    _ path: ArticlePath, _ outcome: Result<[ArticlePath], LibraryError>
  ) {
    guard path == relating, let article = list[path] else { return }
    relating = nil
    switch outcome {
    case .failure(let error): message = Message(Wording.failure(error), .error)
    case .success(let paths):
      let found = TextHits(paths.compactMap(list.index))
      guard !found.isEmpty else { return message = Message(Wording.nothingRelated) }
      message = nil
      leaveReadingPane()
      leaveSearch()
      view.search = .related(path, title: title(of: article))
      view.hits = found
      applyView()
      select(row: 0)
    }
  }
}
