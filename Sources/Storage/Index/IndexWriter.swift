import Articles
import Foundation
import GRDB

/// Writes an index; there is one at a time among all windows and commands of this machine.
package final class IndexWriter: Sendable {
  private let location: IndexLocation?
  private let lock: IndexLock?
  private let queue: DatabaseQueue

  /// A library with fewer articles than that is not worth tidying.
  private static let smallest = 1_000

  /// Opens the index for writing, or makes it. Blocks.
  /// - Parameter isFresh: begins a new one, whatever there is.
  /// - Returns: nil while another writes.
  /// - Throws: `LibraryError` where there can be none.
  package init?(_ index: SearchIndex, isFresh: Bool = false) throws(LibraryError) {
    location = index.location
    guard let location else {
      (lock, queue) = (nil, try IndexWriter.memory(of: index))
      return
    }
    let lock: IndexLock?
    do throws(SystemError) {
      lock = try IndexLock(location)
    } catch {
      throw LibraryError(.create, path: Array(location.file.utf8), reason: .system(error.code))
    }
    guard let lock else { return nil }
    self.lock = lock
    if isFresh { try IndexDatabase.replace(location) }
    queue = try IndexDatabase.forWriting(location)
    if try isWorthTidying { try clear() }
  }

  deinit {
    // An index in memory belongs to the one who made it.
    guard location != nil else { return }
    // What waits in the log would be read whole at the next start. While somebody searches it stays.
    try? queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    IndexDatabase.retire(queue)
  }

  private static func memory(of index: SearchIndex) throws(LibraryError) -> DatabaseQueue {
    guard let memory = index.database else { preconditionFailure("no file, so it is in memory") }
    return memory
  }

  /// Adds articles, or their new versions, all or none. Blocks.
  /// - Throws: `LibraryError`.
  package func add(_ entries: [IndexEntry]) throws(LibraryError) {
    try writing { db in
      for entry in entries {
        try IndexWriter.remove(entry.path, from: db)
        try IndexWriter.add(entry, to: db)
      }
    }
  }

  /// Removes articles. Blocks.
  /// - Throws: `LibraryError`.
  package func remove(_ paths: some Sequence<ArticlePath>) throws(LibraryError) {
    try writing { db in
      for path in paths { try IndexWriter.remove(path, from: db) }
    }
  }

  /// All that is in the index: which version of which article. Blocks.
  /// - Throws: `LibraryError`.
  package func versions() throws(LibraryError) -> [ArticlePath: UInt64] {
    try attempt {
      try queue.read { db in
        let rows = try Row.fetchCursor(db, sql: "SELECT path, version FROM articles")
        var versions: [ArticlePath: UInt64] = [:]
        while let row = try rows.next() {
          guard let path: Data = row.value(0), let version: Int64 = row.value(1) else { continue }
          versions[ArticlePath([UInt8](path))] = UInt64(bitPattern: version)
        }
        return versions
      }
    }
  }

  /// Forgets everything. Blocks.
  /// - Throws: `LibraryError`.
  package func clear() throws(LibraryError) {
    try writing { db in
      try db.execute(
        sql: """
          DELETE FROM articles;
          DELETE FROM gone;
          DELETE FROM lines;
          INSERT INTO texts (texts) VALUES ('delete-all');
          """)
    }
  }

  // MARK: Statements

  private static func remove(_ path: ArticlePath, from db: Database) throws {
    let select = try db.cachedStatement(sql: "SELECT id FROM articles WHERE path = ?")
    guard let id = try Int64.fetchOne(select, arguments: [path.data]) else { return }
    try db.cachedStatement(sql: "DELETE FROM articles WHERE id = ?").execute(arguments: [id])
    try db.cachedStatement(sql: "INSERT INTO gone (id) VALUES (?)").execute(arguments: [id])
  }

  private static func add(_ entry: IndexEntry, to db: Database) throws {
    let summary = entry.summary
    try db.cachedStatement(
      sql: "INSERT INTO articles (path, version, summary, text_hash) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [
      entry.path.data, Int64(bitPattern: entry.version), Data(summary.record),
      summary.textHash.map(Int64.init(bitPattern:)),
    ])
    let id = db.lastInsertedRowID
    try db.cachedStatement(sql: "INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)")
      .execute(arguments: [
        id, String(decoding: entry.title, as: UTF8.self),
        String(decoding: entry.text, as: UTF8.self),
      ])
    let insert = try db.cachedStatement(sql: "INSERT INTO lines (hash, article) VALUES (?, ?)")
    for line in entry.lines { try insert.execute(arguments: [Int64(bitPattern: line), id]) }
  }

  /// Whether more of the index is gone than there.
  private var isWorthTidying: Bool {
    get throws(LibraryError) {
      try attempt {
        try queue.read { db in
          let gone = try Int.fetchOne(db, sql: "SELECT count(*) FROM gone") ?? 0
          guard gone > IndexWriter.smallest else { return false }
          return try gone > Int.fetchOne(db, sql: "SELECT count(*) FROM articles") ?? 0
        }
      }
    }
  }

  private func writing(_ body: (Database) throws -> Void) throws(LibraryError) {
    try attempt { try queue.write(body) }
  }

  private func attempt<Answer>(_ body: () throws -> Answer) throws(LibraryError) -> Answer {
    do throws(LibraryError) {
      return try IndexDatabase.attempt(.write, location?.file ?? "memory", body)
    } catch {
      // The next one to write begins anew; where this fails, it says so.
      if let location, error.reason == .damaged { try? IndexDatabase.replace(location) }
      throw error
    }
  }
}
