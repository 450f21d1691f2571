import Articles
import CSystem
import Glibc

/// What tells one version of a regular file from another.
struct FileFacts: Sendable {
  let bytes: Int
  let modified: Timestamp
  let version: UInt64

  init(_ status: stat) {
    bytes = Int(status.st_size)
    modified = status.modified
    version = FileVersion(status).digest
  }

  /// Nil for what is no regular file, or has gone.
  init?(of place: Int, in listing: FolderListing, _ folder: Int32) {
    guard let status = try? listing.status(at: place, in: folder), status.isRegularFile
    else { return nil }
    self.init(status)
  }
}

extension Article {
  init(_ path: ArticlePath, _ facts: FileFacts) {
    self.init(
      path: path, bytes: facts.bytes, modified: facts.modified, version: facts.version)
  }
}
