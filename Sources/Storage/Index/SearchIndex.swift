import Articles
import Foundation
import GRDB
import Glibc
import Synchronization
import Typesetting

/// The index of a library, for those who ask it. It may be missing, damaged or behind at any time;
/// then it answers less, or nothing.
package final class SearchIndex: Sendable {
  /// An article that matches.
  package struct Hit: Hashable, Sendable {
    package let path: ArticlePath
    /// How well it matches; more is better. 0 where no word was looked for.
    package let score: Double
  }

  /// What is ranked of what is found: all that can be in the time in which an answer is wanted.
  package struct Limits: Sendable {
    /// So many articles are ranked: those that came last.
    let ranked: Int
    /// A word that stands in so many articles weighs nothing beside others; of an article with such
    /// words alone it counts when it came.
    let frequent: Int
    /// So many fill a screen, and are answered first; nil for one answer that is ranked as a whole.
    let page: Int?
    /// After so long, what fills a screen is answered without being ranked with the rest.
    let patience: Duration

    package init(
      ranked: Int = SearchIndex.mostRanked, frequent: Int = SearchIndex.frequent,
      page: Int? = nil, patience: Duration = .zero
    ) {
      (self.ranked, self.frequent, self.page, self.patience) = (ranked, frequent, page, patience)
    }
  }

  /// The usual limits.
  package static let mostRanked = 2_000
  package static let frequent = 10_000

  /// A connection, and the file that it was made to.
  private struct Connection {
    let queue: DatabaseQueue
    let inode: UInt64
  }

  let location: IndexLocation?
  private let connection: Mutex<Connection?>
  let memory = IndexMemory()
  /// KiB of the file that are kept in memory.
  private let cache: Int
  private static let usualCache = 2_000

  /// Nothing is opened before it is needed.
  package init(_ location: IndexLocation, cache: Int = SearchIndex.usualCache) {
    self.location = location
    self.cache = cache
    connection = Mutex(nil)
  }

  /// The same index, for one more who asks: whoever interrupts it interrupts nobody else.
  package func again(cache: Int = SearchIndex.usualCache) -> SearchIndex {
    location.map { SearchIndex($0, cache: cache) } ?? self
  }

  /// An index that is gone with the program.
  /// - Throws: `LibraryError`.
  package init() throws(LibraryError) {
    location = nil
    cache = SearchIndex.usualCache
    connection = Mutex(Connection(queue: try IndexDatabase.inMemory(), inode: 0))
  }

  /// How many articles are in the index. Blocks.
  /// - Throws: `LibraryError`.
  package func count() throws(LibraryError) -> Int {
    try reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM articles") ?? 0 }
  }

  /// Finds the articles that match, the best first; of equal ones those that came last. Blocks.
  /// - Parameters:
  ///   - isWanted: only these are looked at; nil is all of them.
  ///   - limits: of what is ranked.
  ///   - holds: says of what is not a matter of words whether it holds for an article.
  ///   - first: is called with what fills a screen, where the limits ask for that and more is found:
  ///     these are the first of the answer.
  /// - Throws: `LibraryError`.
  package func search(
    _ condition: Condition, limit: Int, among isWanted: ((ArticlePath) -> Bool)? = nil,
    limits: Limits = Limits(),
    holds: (Filter, ArticlePath) -> Bool = { _, _ in true }, first: ([Hit]) -> Void = { _ in }
  ) throws(LibraryError) -> [Hit] {
    try reading { db in
      let settled = try condition.replacingPhrases {
        try Beginnings.settled($0, in: db, remembering: memory)
      }
      let match = IndexMatch(settled, try beginnings(of: settled.phrases, in: db))
      var sets: [Phrase: Set<ArticlePath>] = [:]
      for case .text(let phrase) in match.rest.terms.map(\.test) where sets[phrase] == nil {
        sets[phrase] = try paths(with: phrase, in: db)
      }
      let candidates = Candidates(match, limits, in: db, remembering: memory)
      let isWhole = match.rest == .all([]) && isWanted == nil
      return try candidates.best(limit, takingAll: isWhole, first: first) { path in
        guard isWanted?(path) ?? true else { return false }
        return match.rest.holds { term in
          switch term.test {
          case .text(let phrase): sets[phrase]?.contains(path) ?? false
          case .filter(let filter): holds(filter, path)
          }
        }
      }
    }
  }

  /// All articles in which the phrase stands. Blocks.
  /// - Throws: `LibraryError`.
  package func paths(with phrase: Phrase) throws(LibraryError) -> Set<ArticlePath> {
    try reading { try paths(with: phrase, in: $0) }
  }

  private func paths(with phrase: Phrase, in db: Database) throws -> Set<ArticlePath> {
    let beginnings = try beginnings(of: [phrase], in: db)
    guard let expression = WordExpression(SearchPhrase(phrase), beginnings)?.text else { return [] }
    let rows = try Data.fetchCursor(
      db,
      sql: """
        SELECT path FROM texts JOIN articles ON articles.id = texts.rowid WHERE texts MATCH ?
        """, arguments: [expression])
    var paths: Set<ArticlePath> = []
    while let path = try rows.next() { paths.insert(ArticlePath([UInt8](path))) }
    return paths
  }

  private func beginnings(
    of phrases: [Phrase], in db: Database
  ) throws -> WordExpression.Beginnings {
    try Beginnings.words(of: phrases, in: db, remembering: memory)
  }

  /// Reads what the search for one more letter is likely to need. Blocks; can be interrupted.
  /// - Throws: `LibraryError`.
  package func readAhead(typed text: String) throws(LibraryError) {
    guard let last = TypedWords(text).phrases.last, last.isPrefix else { return }
    try reading { try Beginnings.readAhead(SearchPhrase(last), in: $0, remembering: memory) }
  }

  /// Ends a search that is under way elsewhere: it throws.
  package func interrupt() { connection.withLock { $0?.queue }?.interrupt() }

  // MARK: The connection

  func reading<Answer>(_ body: (Database) throws -> Answer) throws(LibraryError) -> Answer {
    let queue = try current()
    do throws(LibraryError) {
      return try IndexDatabase.attempt(.read, location?.file ?? "memory") {
        try queue.unsafeRead { try SearchIndex.atOnce($0, body) }
      }
    } catch {
      guard let location, error.reason == .damaged else { throw error }
      // What is remembered goes with the connection.
      memory.forget()
      defer { memory.forget() }
      return try readingAlone(location, body)
    }
  }

  /// Reads by a connection that nobody can interrupt, and drops the index if it is damaged. An
  /// interrupt looks like damage where SQLite was about to learn how a table is laid out.
  private func readingAlone<Answer>(
    _ location: IndexLocation, _ body: (Database) throws -> Answer
  ) throws(LibraryError) -> Answer {
    do throws(LibraryError) {
      let queue = try IndexDatabase.forReading(location, cache: cache)
      defer { IndexDatabase.retire(queue) }
      return try IndexDatabase.attempt(.read, location.file) {
        try queue.unsafeRead { try SearchIndex.atOnce($0, body) }
      }
    } catch {
      if error.reason == .damaged { IndexDatabase.discard(location) }
      throw error
    }
  }

  /// Reads in one transaction: else each statement would ask the system for locks of its own.
  private static func atOnce<Answer>(
    _ db: Database, _ body: (Database) throws -> Answer
  ) throws -> Answer {
    try db.execute(sql: "BEGIN")
    // An interrupt may hit the end too, and what is left open would stop the program.
    defer { while db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") } }
    return try body(db)
  }

  /// The connection; a new one where the file is another one by now.
  private func current() throws(LibraryError) -> DatabaseQueue {
    guard let location else { return try connected { $0 } }
    var status = stat()
    let inode = stat(location.file, &status) == 0 ? UInt64(status.st_ino) : 0
    return try connected { connection throws(LibraryError) in
      if let connection, connection.inode == inode { return connection }
      let new = Connection(
        queue: try IndexDatabase.forReading(location, cache: cache), inode: inode)
      if let connection { IndexDatabase.retire(connection.queue) }
      memory.forget()
      return new
    }
  }

  private func connected(
    _ choose: (Connection?) throws(LibraryError) -> Connection?
  ) throws(LibraryError) -> DatabaseQueue {
    try connection.withLock { connection throws(LibraryError) in
      connection = try choose(connection)
      guard let connection else { preconditionFailure("an index in memory is always open") }
      return connection.queue
    }
  }

  /// The database itself, where it is in memory.
  var database: DatabaseQueue? { location == nil ? connection.withLock { $0?.queue } : nil }
}
