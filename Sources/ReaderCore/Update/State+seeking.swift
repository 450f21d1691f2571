import Articles
import Screen
import Typesetting

// The search in a long text, of which only a part is there: it goes on in the rest of it.
extension State {
  /// Has the rest looked through, beginning where the part that is there ends.
  mutating func seek(isForward: Bool) {
    guard let path = reading.path, let source = reading.document?.source,
      let search = reading.search
    else { return }
    message = Message(Wording.seeking)
    guard search.seek == nil else { return }
    let start = isForward ? source.start + source.bytes.count : source.start
    reading.search?.seek = TextSearch.Seek(start: start, isForward: isForward)
    effects.append(.seek(path, search.text, from: start, isForward: isForward))
  }

  /// Goes to what was found, if it is still looked for.
  mutating func sought(
    _ path: ArticlePath, _ text: String, _ outcome: Result<Int?, LibraryError>
  ) {
    guard path == reading.path, let search = reading.search, let seek = search.seek,
      search.text == text
    else { return }
    reading.search?.seek = nil
    message = nil
    switch outcome {
    case .success(let offset?):
      // Which match it is shows when its part is there.
      reading.search?.current = nil
      goTo(offset: offset)
      if seek.wraps(to: offset) { message = Message(Wording.wrapped(isForward: seek.isForward)) }
      if reading.awaitedOffset == nil { refreshSearch() }
    case .success(nil): message = Message(Wording.notFound(text))
    case .failure(let error): message = Message(Wording.failure(error), .error)
    }
  }
}
