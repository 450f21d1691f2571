/// Milliseconds since 1970-01-01T00:00:00Z.
package typealias Timestamp = Int64

/// One text file of the library, as the list knows it.
package struct Article: Hashable, Sendable {
  package let path: ArticlePath
  /// The file's size in bytes.
  package var bytes: Int
  /// When the file was last modified.
  package var modified: Timestamp
  /// Made of the file's size, its time in nanoseconds and its inode: another one where the file has
  /// changed.
  package var version: UInt64
  /// What the text says of itself; absent until it has been read.
  package var summary: Summary?

  package init(
    path: ArticlePath, bytes: Int, modified: Timestamp, version: UInt64 = 0,
    summary: Summary? = nil
  ) {
    self.path = path
    self.bytes = bytes
    self.modified = modified
    self.version = version
    self.summary = summary
  }
}

/// What a text says of itself: the part of an article that the list shows and queries ask for.
package struct Summary: Hashable, Sendable {
  /// As a person would write it in a list; empty where the text has none (show the file's name).
  package var title: String
  package var author: String?
  /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: never more exact than the text.
  package var date: String?
  /// The address of the page that the text was saved from.
  package var address: String?
  package var words: Int {
    get { Int(wordCount) }
    set { wordCount = Int32(clamping: newValue) }
  }
  /// Reading time in whole minutes, at least 1 for a text that has words.
  package var minutes: Int {
    get { Int(minuteCount) }
    set { minuteCount = Int32(clamping: newValue) }
  }
  // There is a summary for every article, and small ones are soon read.
  private var wordCount: Int32
  private var minuteCount: Int32
  /// That of the file's content; see `Marks.fingerprint`.
  package var fingerprint: Fingerprint?
  /// The same for texts of the same words, whatever their form and their furniture; nil where the
  /// words are too few to tell, or not all known.
  package var textHash: UInt64?

  package init(
    title: String, author: String? = nil, date: String? = nil, address: String? = nil,
    words: Int, minutes: Int, fingerprint: Fingerprint? = nil, textHash: UInt64? = nil
  ) {
    self.title = title
    self.author = author
    self.date = date
    self.address = address
    wordCount = Int32(clamping: words)
    minuteCount = Int32(clamping: minutes)
    self.fingerprint = fingerprint
    self.textHash = textHash
  }
}
