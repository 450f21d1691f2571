import Articles

// How the library was left, and how it is found again.
extension State {
  /// What is to be there again the next time; not a query that is still being typed.
  package var session: Session {
    let selected = start == .chosen ? list.selected?.path : beginning
    let view = viewBefore ?? view
    // Without words, a rank is none.
    return Session(
      sort: view.narrowing.hasWords || view.sort.key != .rank ? view.sort : Sort(),
      hidesRead: view.hidesRead, query: view.narrowing?.text, view: view.narrowing?.name,
      selected: selected, at: now)
  }

  /// Shows what was shown. Where the words of the query stand is asked for when the folder is known.
  mutating func restore(_ session: Session) {
    view.sort = session.sort
    view.hidesRead = session.hidesRead
    guard var text = session.query else { return }
    let named = session.view.flatMap { view(named: $0, query: text) }
    if let named { text = named.query }
    do {
      let query = try Query(text, completes: named == nil)
      view.narrowing = Narrowing(text, name: named?.name, query)
    } catch {
      message = Message(Wording.notNarrowed(by: text, error), .error)
    }
  }

  // MARK: The first article

  /// The article where the user was last: the one that was selected at the end, unless another has
  /// been opened since, in another window or on another machine.
  var beginning: ArticlePath? {
    guard let session = settings.session, let selected = session.selected else {
      return marks.lastPlace
    }
    guard let last = marks.lastPlace, let opened = marks[last].position?.at else { return selected }
    return opened > session.at ? last : selected
  }

  /// Whether the article to begin with may still become a row of a list that is narrowed: neither its
  /// title nor where the words stand may be known yet.
  var awaitsBeginning: Bool {
    guard let narrowing = view.narrowing, let beginning, let article = list[beginning],
      list.row(of: beginning) == nil
    else { return false }
    let isDescribed = article.summary != nil || list.problems[beginning] != nil
    return !isDescribed || narrowing.isIncomplete && !narrowing.isMissing
  }

  /// What is being read stays in a list that was narrowed, though it may match no longer: opening an
  /// unread article makes it one that is not.
  mutating func keepBeginning() {
    guard view.narrowing != nil, let beginning, let index = list.index(of: beginning),
      list.holds(index), !list.shows(index), list.digests[index].state == .reading
    else { return }
    addRow(index)
  }
}

extension Narrowing? {
  /// Whether there are words to look for.
  var hasWords: Bool { self.map { !$0.query.condition.phrases.isEmpty } ?? false }
}
