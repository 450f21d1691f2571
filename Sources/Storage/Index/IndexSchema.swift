import GRDB

/// How the index is laid out in its database.
///
/// `texts` keeps the words and not the texts: the files are there to be read. SQLite cannot take
/// words out of such a table again, so a changed article gets a new number, and its old one is
/// `gone` until the index is built anew, and its `lines` count no longer. Numbers grow, so that the
/// greater one came later.
enum IndexSchema {
  /// "Lect" in ASCII, for `PRAGMA application_id`.
  private static let application = 0x4C65_6374
  /// Another one where the tables, what counts as a word or what is taken of a text change.
  private static let version = 5

  /// Whether the database is an index as this version makes it.
  static func isCurrent(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA application_id") == application
      && Int.fetchOne(db, sql: "PRAGMA user_version") == version
  }

  /// Whether there is nothing in the database yet.
  static func isEmpty(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
  }

  /// The words come folded and separated, so that the simplest tokenizer does.
  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        PRAGMA application_id = \(application);
        PRAGMA user_version = \(version);
        CREATE TABLE articles (
          id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB NOT NULL UNIQUE, version INTEGER NOT NULL,
          summary BLOB NOT NULL, text_hash INTEGER);
        CREATE TABLE gone (id INTEGER PRIMARY KEY);
        CREATE TABLE lines (hash INTEGER, article INTEGER, PRIMARY KEY (hash, article)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE texts USING fts5(title, text, content = '', tokenize = 'ascii');
        INSERT INTO texts (texts, rank) VALUES ('hashsize', \(2 << 20));
        """)
  }
}
