import Articles

// Narrowing the list by a query, as it is typed.
extension State {
  mutating func beginNarrowing() {
    leaveSearch()
    prompt = Prompt(.narrow, origin: list.selected?.path)
    viewBefore = view
  }

  /// The query that a view has, or had last.
  var lastQuery: String { viewBefore?.narrowing?.text ?? viewBefore?.lastQuery ?? "" }

  /// Narrows the list; a query that cannot be understood changes nothing but what the prompt says.
  /// - Parameter isTyping: whether the last word may still become the name of a filter.
  mutating func narrow(_ text: String, isTyping: Bool) {
    do {
      let query = try Query(isTyping ? State.settled(text) : text, completes: true)
      prompt?.error = nil
      if let key = query.sort ?? viewBefore?.sort.key, key != view.sort.key {
        view.sort = query.sort.map { Sort(key: $0) } ?? viewBefore?.sort ?? view.sort
      }
      let isEmpty = query.condition == .all([]) && query.sort == nil
      set(isEmpty ? nil : Narrowing(text, query, after: view.narrowing))
    } catch {
      prompt?.error = error
    }
  }

  /// Shows what a query leaves, and asks for the articles with its words.
  mutating func set(_ narrowing: Narrowing?) {
    view.narrowing = narrowing
    if view.sort.key == .rank { view.order = nil }
    lookUpWords()
    showNarrowed()
  }

  private mutating func showNarrowed() {
    applyView()
    if prompt?.purpose == .narrow, let row = prompt?.origin.flatMap({ list.row(of: $0) }) {
      select(row: row)
    }
  }

  /// A word that may become the name of a filter is left out until it is finished: on the way to
  /// `unread`, articles with words like `unr` would come and go.
  private static func settled(_ text: String) -> String {
    let completion = Completion(query: text, tags: []) { [] }
    let word = text.dropFirst(completion.head.count)
    let isName = !completion.head.hasSuffix(":") && !completion.candidates.isEmpty
    guard isName, !word.isEmpty, !completion.candidates.contains(String(word)) else { return text }
    return completion.head.hasSuffix("-")
      ? String(completion.head.dropLast()) : completion.head
  }

  mutating func acceptQuery(_ prompt: Prompt) {
    narrow(prompt.text, isTyping: false)
    guard self.prompt?.error == nil else { return }
    self.prompt = nil
    view.lastQuery = view.narrowing?.text ?? lastQuery
    viewBefore = nil
  }

  /// Gives the query up that is being typed.
  mutating func restoreView() {
    guard var before = viewBefore else { return }
    before.order = view.order
    view = before
    viewBefore = nil
    applyView()
  }

  // MARK: Words

  /// Asks in which articles the words of the query stand.
  mutating func lookUpWords() {
    guard let narrowing = view.narrowing else { return }
    view.narrowing?.isAwaited = narrowing.isIncomplete
    if narrowing.isIncomplete { effects.append(.lookUp(narrowing.query)) }
  }

  /// The same where it has been answered: the index or the list may know more by now.
  mutating func lookUpAgain() {
    guard let narrowing = view.narrowing, view.narrowing.hasWords else { return }
    view.narrowing?.isAwaited = true
    effects.append(.lookUp(narrowing.query))
  }

  /// Takes the answer, if it is still wanted.
  mutating func foundWords(_ query: Query, _ outcome: Result<WordsFound, LibraryError>) {
    guard let narrowing = view.narrowing, narrowing.isAwaited, narrowing.query == query else {
      return
    }
    view.narrowing?.isAwaited = false
    switch outcome {
    case .success(let found) where narrowing.isIncomplete:
      view.narrowing?.take(found, in: list)
      if view.sort.key == .rank { view.order = nil }
      showNarrowed()
    case .success(let found): learn(found)
    case .failure: view.narrowing?.isMissing = narrowing.isIncomplete
    }
  }

  /// Takes an answer to what has been answered before. Rows come and go by it, and no others.
  private mutating func learn(_ found: WordsFound) {
    learn(of: list.rows) { state in state.view.narrowing?.take(found, in: state.list) }
    addRows(list.present)
    guard view.sort.key == .rank else { return }
    view.order = nil
    sortRows()
  }
}
