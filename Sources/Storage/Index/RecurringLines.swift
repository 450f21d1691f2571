import Articles
import CXXHash
import GRDB
import Typesetting

/// Lines that stand alone in several articles of a folder belong to the pages that these were saved
/// from, and not to the texts: evidence, and no more than that.
enum RecurringLines {
  /// In so many articles with different words.
  static let fewest = 5

  /// XXH3-64 of each line and the folder.
  static func hashes(of document: Document, in path: ArticlePath) -> Set<UInt64> {
    Set(document.loneLines.map { hash($0, in: path) })
  }

  fileprivate static func hash(_ line: [UInt8], in path: ArticlePath) -> UInt64 {
    let folder = path.bytes.dropLast(path.name.count)
    return (folder + [0] + line).withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
  }
}

extension SearchIndex {
  /// The document, with what the other articles of its folder tell of its lines. Blocks.
  package func learned(_ document: Document, of path: ArticlePath) -> Document {
    guard document.source.isWhole else { return document }
    let lines = Set(document.loneLines)
    // An index that cannot be asked tells nothing; who writes it says what is wrong with it.
    let recurring = try? reading { db in try lines.filter { try recurs($0, in: path, db) } }
    guard let recurring, !recurring.isEmpty else { return document }
    return Document(document.source, name: path.nameString, recurring: recurring)
  }

  private func recurs(_ line: [UInt8], in path: ArticlePath, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT count(*) FROM (
          SELECT DISTINCT coalesce(text_hash, id) FROM lines
          JOIN articles ON articles.id = lines.article WHERE hash = ? LIMIT ?)
        """)
    let hash = Int64(bitPattern: RecurringLines.hash(line, in: path))
    return try Int.fetchOne(statement, arguments: [hash, RecurringLines.fewest])
      == RecurringLines.fewest
  }
}
