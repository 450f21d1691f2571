import CSystem
import Glibc

/// Where the index of a library is kept: outside of the library, where it may be deleted.
package struct IndexLocation: Hashable, Sendable {
  /// The database.
  package let file: String
  /// Who writes the index holds this file locked.
  let lock: String
  let folder: String

  /// - Parameters:
  ///   - library: the path of the folder.
  ///   - cacheHome: the user's folder for such things, `$XDG_CACHE_HOME/lectern`.
  package init(library: String, cacheHome: String) {
    folder = "\(cacheHome)/index"
    file = "\(folder)/\(StateLocation.name(ofLibrary: library)).db"
    lock = "\(file)-lock"
  }

  /// Makes the folder, which only the user can look into.
  func makeFolder() throws(SystemError) {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/\(part)"
      guard mkdir(path, 0o700) == 0 || errno == EEXIST || access(path, F_OK) == 0 else {
        throw SystemError(errno)
      }
    }
  }

  /// A write-ahead log needs memory that its readers share, which machines do not have in common.
  var isOnNetwork: Bool { lectern_is_network_folder(folder) == 1 }

  /// Removes the database and what belongs to it; others that have it open keep what they have.
  func removeDatabase() throws(SystemError) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
      guard unlink(file + suffix) == 0 || errno == ENOENT else { throw SystemError(errno) }
    }
  }
}

/// The right to write an index, among the windows and commands on this machine.
final class IndexLock: Sendable {
  private let descriptor: Int32

  /// - Returns: nil where another has it.
  init?(_ location: IndexLocation) throws(SystemError) {
    descriptor = try checked {
      open(location.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      guard code == EWOULDBLOCK else { throw SystemError(code) }
      return nil
    }
  }

  deinit { close(descriptor) }
}
