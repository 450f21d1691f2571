import Articles
import CXXHash
import Glibc

/// What tells whether a file has changed since it was read.
package struct FileVersion: Hashable, Sendable {
  package let bytes: Int
  let modifiedSeconds: Int
  let modifiedNanoseconds: Int
  let inode: UInt64

  init(_ status: stat) {
    bytes = Int(status.st_size)
    modifiedSeconds = status.st_mtim.tv_sec
    modifiedNanoseconds = status.st_mtim.tv_nsec
    inode = UInt64(status.st_ino)
  }

  /// One number that stands for all of it; see `Article.version`.
  package var digest: UInt64 {
    let parts = [
      UInt64(bitPattern: Int64(bytes)), UInt64(bitPattern: Int64(modifiedSeconds)),
      UInt64(bitPattern: Int64(modifiedNanoseconds)), inode,
    ]
    return parts.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
  }
}

extension Library {
  /// What the file is like now. Blocks for as long as the file system takes to say so.
  /// - Throws: `LibraryError` where there is none.
  package func version(_ path: ArticlePath) throws(LibraryError) -> FileVersion {
    let file = try root.open(path)
    do throws(SystemError) {
      return FileVersion(try file.status())
    } catch {
      throw LibraryError(.read, path: path.bytes, reason: .system(error.code))
    }
  }
}
