import Glibc
import Synchronization

/// Tells when the files of a state have changed, by whichever program: a descriptor to be polled.
///
/// Where the system has no more watches to give, nothing is told; the next save sees the changes.
package final class StateWatch: Sendable {
  /// Readable when something has changed; -1 where nothing can be told.
  package let descriptor: Int32
  private let folders: [String]
  /// The watches of parents of folders that are missing.
  private let standIns = Mutex<[String: Int32]>([:])

  private static let wanted = UInt32(
    IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE | IN_DELETE_SELF | IN_MOVE_SELF)

  /// - Parameter location: The folders of its files are watched, or where they are missing, the
  ///   folders in which they would be made.
  package init(_ location: StateLocation) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    folders = [location.file, location.fallback, location.history].compactMap { path in
      path.map(parentPath)
    }
    watch()
  }

  deinit { close(descriptor) }

  /// Takes all that was told. Returns whether files of a state may have changed: those that we make
  /// on the way to a new one do not count.
  package func take() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    var hasChanged = false
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      hasChanged = StateWatch.tellsOfState(buffer[..<count]) || hasChanged
    }
    watch()
    return hasChanged
  }

  /// To watch a folder again changes nothing; one that has come to be is watched from now on.
  private func watch() {
    for folder in folders {
      let isThere = inotify_add_watch(descriptor, folder, StateWatch.wanted) >= 0
      standIns.withLock { standIns in
        if isThere {
          if let watch = standIns.removeValue(forKey: folder) {
            inotify_rm_watch(descriptor, watch)
          }
        } else {
          let parent = parentPath(folder)
          standIns[folder] = inotify_add_watch(descriptor, parent, UInt32(IN_CREATE))
        }
      }
    }
  }

  private static func tellsOfState(_ events: ArraySlice<UInt8>) -> Bool {
    let headSize = MemoryLayout<inotify_event>.size
    var rest = events
    while rest.count >= headSize {
      let head = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
      let name = rest.dropFirst(headSize).prefix(Int(head.len))
      // Overflow has no name: anything may have happened.
      let isHidden = name.first == UInt8(ascii: ".") && !name.starts(with: ".lectern\0".utf8)
      if !isHidden { return true }
      rest = rest.dropFirst(headSize + Int(head.len))
    }
    return false
  }
}
