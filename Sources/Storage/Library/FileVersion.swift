import Articles
import Glibc

/// What tells whether a file has changed since it was read.
package struct FileVersion: Hashable, Sendable {
  package let bytes: Int
  let modifiedSeconds: Int
  let modifiedNanoseconds: Int
  let inode: UInt64
}

extension Library {
  /// What the file is like now. Blocks for as long as the file system takes to say so.
  /// - Throws: `LibraryError` where there is none.
  package func version(_ path: ArticlePath) throws(LibraryError) -> FileVersion {
    let file = try root.open(path)
    do throws(SystemError) {
      let status = try file.status()
      return FileVersion(
        bytes: Int(status.st_size), modifiedSeconds: status.st_mtim.tv_sec,
        modifiedNanoseconds: status.st_mtim.tv_nsec, inode: UInt64(status.st_ino))
    } catch {
      throw LibraryError(.read, path: path.bytes, reason: .system(error.code))
    }
  }
}
