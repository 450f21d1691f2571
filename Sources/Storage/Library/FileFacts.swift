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
}

extension Article {
  init(_ path: ArticlePath, _ facts: FileFacts) {
    self.init(
      path: path, bytes: facts.bytes, modified: facts.modified, version: facts.version)
  }
}
