import Articles
import GRDB
import Synchronization
import Typesetting

/// What was read of an index for the searches before: as one types, most of it is asked for again.
final class IndexMemory: Sendable {
  private struct Content {
    var paths: [Int64: ArticlePath] = [:]
    /// A beginning, and all words of the index that begin so, in the order of their bytes.
    var beginning: (text: String, words: [String])?
    /// Of what the connection sees of the index: another one where that has changed.
    var version: [Int] = []
  }

  /// So many paths are remembered.
  private static let mostPaths = 4_096

  private let content = Mutex(Content())

  func forget() { content.withLock { $0 = Content() } }

  // MARK: Paths

  /// The paths of articles. A number is never given twice.
  func paths(
    of ids: [Int64], else read: ([Int64]) throws -> [Int64: ArticlePath]
  ) throws -> [Int64: ArticlePath] {
    var known = content.withLock { content in
      ids.reduce(into: [Int64: ArticlePath]()) { $0[$1] = content.paths[$1] }
    }
    guard known.count < ids.count else { return known }
    let new = try read(ids.filter { known[$0] == nil })
    content.withLock { content in
      if content.paths.count + new.count > IndexMemory.mostPaths { content.paths = [:] }
      content.paths.merge(new) { $1 }
    }
    known.merge(new) { $1 }
    return known
  }

  // MARK: Words

  /// The words that begin so, where those of a shorter beginning are known.
  func words(beginningWith text: String, in db: Database) throws -> [String]? {
    let version = try IndexMemory.version(of: db)
    return content.withLock { content in
      guard content.version == version, let known = content.beginning,
        text.utf8.starts(with: known.text.utf8)
      else { return nil }
      let start = known.words.partitionPoint { $0.utf8.lexicographicallyPrecedes(text.utf8) }
      return Array(known.words[start...].prefix { $0.utf8.starts(with: text.utf8) })
    }
  }

  func remember(_ words: [String], beginningWith text: String, in db: Database) throws {
    let version = try IndexMemory.version(of: db)
    content.withLock { content in
      content.version = version
      content.beginning = (text, words)
    }
  }

  /// Others write through connections of their own, but for an index in memory.
  private static func version(of db: Database) throws -> [Int] {
    [try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0, db.totalChangesCount]
  }
}
