import CSystem
import Glibc

/// What a watch asks of the system; tests let it refuse.
struct WatchSystem: Sendable {
  /// A new descriptor that tells of changes; -1 and `errno` where there is none.
  var open: @Sendable () -> Int32 = { inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK)) }
  /// Lets the descriptor tell of a folder; -1 and `errno` where it cannot.
  var add: @Sendable (_ descriptor: Int32, _ folder: [CChar], _ wanted: UInt32) -> Int32 = {
    inotify_add_watch($0, $1, $2)
  }
  /// A descriptor that is in an exceptional state once whenever something was mounted or unmounted,
  /// of which folders say nothing; -1 where there is none.
  var openMounts: @Sendable () -> Int32 = {
    Glibc.open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)
  }
  /// What is mounted, as such a descriptor lists it.
  var mounts: @Sendable (_ descriptor: Int32) -> [UInt8] = { descriptor in
    var table: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = pread(descriptor, &buffer, buffer.count, off_t(table.count)), count > 0 {
      table += buffer[..<count]
    }
    return table
  }
  /// Whether the folder may be changed by other machines, of which nothing is told.
  var isRemote: @Sendable (_ folder: [CChar]) -> Bool = { lectern_is_network_folder($0) != 0 }
}
