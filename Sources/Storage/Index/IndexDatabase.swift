import Articles
import CRank
import GRDB
import Glibc

/// Opens the database of an index, and says what stood in the way.
enum IndexDatabase {
  /// How long one connection waits for another, in seconds.
  private static let patience = 2.0

  /// A database that is gone with the program, for when there can be no file.
  static func inMemory() throws(LibraryError) -> DatabaseQueue {
    try attempt(.open, "memory") {
      var configuration = Configuration()
      configuration.prepareDatabase(prepareReading)
      let queue = try DatabaseQueue(configuration: configuration)
      try queue.write(IndexSchema.create)
      return queue
    }
  }

  /// Opens what is there, for searching alone.
  /// - Parameter cache: KiB of the file that are kept in memory.
  static func forReading(
    _ location: IndexLocation, cache: Int
  ) throws(LibraryError) -> DatabaseQueue {
    try attempt(.open, location.file) {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(patience)
      configuration.prepareDatabase { db in
        try prepareReading(db)
        try db.execute(sql: "PRAGMA cache_size = \(-cache)")
      }
      let queue = try DatabaseQueue(path: location.file, configuration: configuration)
      return try checked(queue) { try queue.read(IndexSchema.isCurrent) }
    }
  }

  /// Gives a connection what searches need beside the tables: a ranking, and the words of the index.
  private static let prepareReading: @Sendable (Database) throws -> Void = { db in
    let code = lectern_rank_register(FTS5.api(db))
    guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    try db.execute(
      sql: """
        PRAGMA temp_store = MEMORY;
        CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, texts, row);
        """)
  }

  /// Opens the index to write in it; one that is damaged, foreign, or of another version is
  /// replaced. The caller holds the lock.
  static func forWriting(_ location: IndexLocation) throws(LibraryError) -> DatabaseQueue {
    do throws(LibraryError) {
      return try open(location)
    } catch {
      guard error.reason == .damaged else { throw error }
    }
    try replace(location)
    return try open(location)
  }

  /// Makes room for a new index.
  static func replace(_ location: IndexLocation) throws(LibraryError) {
    do throws(SystemError) {
      try location.removeDatabase()
    } catch {
      throw LibraryError(.write, path: Array(location.file.utf8), reason: .system(error.code))
    }
  }

  /// Drops an index that turned out to be damaged, unless somebody writes it: the next writer makes
  /// a new one.
  static func discard(_ location: IndexLocation) {
    guard let lock = try? IndexLock(location) else { return }
    // Where it cannot be removed, the next writer says so.
    withExtendedLifetime(lock) { try? replace(location) }
  }

  /// Closes a connection. The object is kept, some hundred bytes: to free it would start the pool of
  /// threads that `Worker` avoids, for the queue inside it is taken apart there.
  static func retire(_ queue: DatabaseQueue) {
    // All was written when it was asked for, so nothing can be lost by a connection that stays open.
    try? queue.close()
    _ = Unmanaged.passRetained(queue)
  }

  private static func open(_ location: IndexLocation) throws(LibraryError) -> DatabaseQueue {
    try attempt(.open, location.file) {
      let queue = try DatabaseQueue(path: location.file, configuration: writing(location))
      return try checked(queue) {
        try queue.write { db in
          if try IndexSchema.isEmpty(db) { try IndexSchema.create(db) }
          return try IndexSchema.isCurrent(db)
        }
      }
    }
  }

  /// The connection where it is one to an index; else it is closed.
  private static func checked(
    _ queue: DatabaseQueue, _ isIndex: () throws -> Bool
  ) throws -> DatabaseQueue {
    do {
      if try isIndex() { return queue }
      throw NotAnIndex()
    } catch {
      retire(queue)
      throw error
    }
  }

  /// With a write-ahead log, the windows that search never wait for the one that writes.
  private static func writing(_ location: IndexLocation) -> GRDB.Configuration {
    let journal = location.isOnNetwork ? "TRUNCATE" : "WAL"
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA journal_mode = \(journal);
          PRAGMA synchronous = NORMAL;
          PRAGMA temp_store = MEMORY;
          PRAGMA wal_autocheckpoint = 8000;
          PRAGMA journal_size_limit = 0;
          """)
    }
    return configuration
  }

  // MARK: Errors

  private struct NotAnIndex: Error {}

  /// Runs what may fail as databases fail.
  static func attempt<Answer>(
    _ operation: LibraryError.Operation, _ file: String, _ body: () throws -> Answer
  ) throws(LibraryError) -> Answer {
    do {
      return try body()
    } catch let error as LibraryError {
      throw error
    } catch {
      throw LibraryError(operation, path: Array(file.utf8), reason: reason(error))
    }
  }

  private static func reason(_ error: any Error) -> LibraryError.Reason {
    guard let error = error as? DatabaseError else { return .damaged }
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .system(EAGAIN)
    case .SQLITE_FULL: .system(ENOSPC)
    case .SQLITE_READONLY: .system(EROFS)
    case .SQLITE_CANTOPEN: .system(ENOENT)
    case .SQLITE_PERM, .SQLITE_AUTH: .system(EACCES)
    case .SQLITE_NOMEM: .system(ENOMEM)
    case .SQLITE_INTERRUPT: .system(EINTR)
    case .SQLITE_IOERR: .system(EIO)
    default: .damaged
    }
  }
}
