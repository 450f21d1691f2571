import CSystem
import Glibc

/// Where the index of a library is kept: outside of the library, where it may be deleted.
package struct IndexLocation: Hashable, Sendable {
  /// The database.
  package let file: String
  /// Who writes the index holds this file locked.
  let lockName: String
  let folder: String

  /// - Parameters:
  ///   - library: the path of the folder.
  ///   - cacheHome: the user's folder for such things, `$XDG_CACHE_HOME/lectern`.
  package init(library: String, cacheHome: String) {
    folder = "\(cacheHome)/index"
    let name = StateLocation.name(ofLibrary: library)
    file = "\(folder)/\(name).db"
    lockName = "\(name).db-lock"
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

  /// Makes the folder of the index where it is missing.
  /// - Returns: nil where another has it.
  init?(_ location: IndexLocation) throws(SystemError) {
    let disk = SystemDisk()
    let folder = Descriptor(try disk.openFolder(location.folder, making: .folderAndParents))
    do throws(SystemError) {
      descriptor = try disk.lock(location.lockName, in: folder.raw)
    } catch {
      guard error.code == EWOULDBLOCK else { throw error }
      return nil
    }
  }

  deinit { close(descriptor) }
}
