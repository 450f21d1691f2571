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
