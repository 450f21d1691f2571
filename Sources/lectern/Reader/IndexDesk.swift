import Articles
import Foundation
import Glibc
import ReaderCore
import Storage
import Synchronization

/// Asks the index what the reader wants to know while the user types: a newer question ends the
/// older one.
final class IndexDesk<Question: Sendable>: Sendable {
  private struct Desk {
    var wanted: Question?
    var isRunning = false
  }

  private let index: SearchIndex
  private let mailbox: Mailbox
  private let answer:
    @Sendable (SearchIndex, Question, _ before: (Event) -> Void) throws(LibraryError) -> Event
  private let failure: @Sendable (Question, LibraryError) -> Event
  private let readAhead: @Sendable (SearchIndex, Question) -> Void
  private let desk = Mutex(Desk())
  /// Is signalled with each question.
  private let asked = DispatchSemaphore(value: 0)

  /// How long the machine is left to what was answered first.
  private static var pause: DispatchTimeInterval { .milliseconds(8) }

  /// - Parameters:
  ///   - index: is interrupted, so nobody else may ask it.
  ///   - answer: hands over what is known before the rest is.
  ///   - readAhead: what the next question is likely to need, while nothing is asked.
  init(
    _ index: SearchIndex, _ mailbox: Mailbox,
    answer:
      @escaping @Sendable (
        SearchIndex, Question, _ before: (Event) -> Void
      ) throws(LibraryError) -> Event,
    failure: @escaping @Sendable (Question, LibraryError) -> Event,
    readAhead: @escaping @Sendable (SearchIndex, Question) -> Void = { _, _ in }
  ) {
    self.index = index
    self.mailbox = mailbox
    self.answer = answer
    self.failure = failure
    self.readAhead = readAhead
  }

  func ask(_ question: Question) {
    let starts = desk.withLock { desk in
      desk.wanted = question
      defer { desk.isRunning = true }
      return !desk.isRunning
    }
    asked.signal()
    guard starts else { return index.interrupt() }
    Worker.start { [self] in work() }
  }

  private func work() {
    while let question = next() {
      if let event = event(of: question), !isOutdated { mailbox.post(event) }
      if !isOutdated { readAhead(index, question) }
    }
  }

  /// Nil where a newer question ended this one.
  private func event(of question: Question) -> Event? {
    while !isOutdated {
      do throws(LibraryError) {
        return try answer(index, question) { answerFirst($0) }
      } catch {
        // An interrupt that came late was meant for the question before.
        if error.reason != .system(EINTR) { return failure(question, error) }
      }
    }
    return nil
  }

  /// What is seen first takes the machine for a moment, unless something else is asked.
  private func answerFirst(_ event: Event) {
    while asked.wait(timeout: .now()) == .success {}
    guard !isOutdated else { return }
    mailbox.post(event)
    _ = asked.wait(timeout: .now() + IndexDesk.pause)
  }

  private var isOutdated: Bool { desk.withLock { $0.wanted != nil } }

  private func next() -> Question? {
    desk.withLock { desk in
      defer { desk.wanted = nil }
      if desk.wanted == nil { desk.isRunning = false }
      return desk.wanted
    }
  }
}

// MARK: - Searching as one types

/// Words that are looked for in texts, of all articles where none are chosen.
struct TextSearch: Sendable {
  /// More hits than that nobody looks through.
  static let mostHits = 500
  /// KiB of the index that are kept in memory for the next letter.
  static let cache = 8_000

  let text: String
  let among: ChosenArticles?
  /// So many hits fill the screen.
  let page: Int
}

extension IndexDesk<TextSearch> {
  /// How long is looked for all before what fills the screen is answered. In the time in which a rare
  /// word is found wherever it stands, a phrase mostly is not: for that nobody needs to wait.
  private static func limits(_ condition: Condition, page: Int) -> SearchIndex.Limits {
    let isPhrase = condition.phrases.contains { $0.text.contains(" ") }
    return SearchIndex.Limits(page: page, patience: .microseconds(isPhrase ? 500 : 2_000))
  }

  static func search(_ index: SearchIndex, _ mailbox: Mailbox) -> IndexDesk {
    IndexDesk(index, mailbox) { index, search, before throws(LibraryError) in
      guard let condition = TypedWords(search.text).condition else {
        return .foundInTexts(search.text, .success([]))
      }
      let hits = try index.search(
        condition, limit: TextSearch.mostHits, among: search.among.map { $0.contains },
        limits: limits(condition, page: search.page),
        first: { before(.foundFirst(search.text, $0.map(\.path))) })
      return .foundInTexts(search.text, .success(hits.map(\.path)))
    } failure: { search, error in
      .foundInTexts(search.text, .failure(error))
    } readAhead: { index, search in
      // Where it fails, the next search tells.
      try? index.readAhead(typed: search.text)
    }
  }
}

// MARK: - The words of a query

extension IndexDesk<Query> {
  static func lookUp(_ index: SearchIndex, _ mailbox: Mailbox) -> IndexDesk {
    IndexDesk(index, mailbox) { index, query, _ throws(LibraryError) in
      let articles = try IndexDesk.articles(with: query.condition.phrases, in: index)
      let words = query.condition.wantedTerms.filter(\.isText)
      let ranked = try index.search(.any(words.map { .term($0) }), limit: SearchIndex.mostRanked)
      let found = WordsFound(articles: articles, ranked: ranked.map(\.path))
      return .foundWords(query, .success(found))
    } failure: { query, error in
      .foundWords(query, .failure(error))
    }
  }

  /// The words of views, whose articles are counted only.
  static func lookUpViews(_ index: SearchIndex, _ mailbox: Mailbox) -> IndexDesk {
    IndexDesk(index, mailbox) { index, query, _ throws(LibraryError) in
      let articles = try IndexDesk.articles(with: query.condition.phrases, in: index)
      return .foundViewWords(query, .success(WordsFound(articles: articles, ranked: [])))
    } failure: { query, error in
      .foundViewWords(query, .failure(error))
    }
  }

  private static func articles(
    with phrases: [Phrase], in index: SearchIndex
  ) throws(LibraryError) -> [Phrase: [ArticlePath]] {
    var articles: [Phrase: [ArticlePath]] = [:]
    for phrase in phrases where articles[phrase] == nil {
      articles[phrase] = Array(try index.paths(with: phrase))
    }
    return articles
  }
}

extension Term {
  fileprivate var isText: Bool {
    if case .text = test { true } else { false }
  }
}
