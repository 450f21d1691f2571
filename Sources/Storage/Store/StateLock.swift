import Articles
import Glibc

/// The right to write a state file, among the windows and commands on this machine.
struct StateLock: ~Copyable {
  private let disk: any Disk
  private let file: Disk.File

  /// Waits for the lock, for `patience` milliseconds at most.
  /// - Returns: nil where it cannot be had; the exchange of files guards the marks then.
  init?(for folder: StateFolder, in locks: String?, patience: Int) {
    disk = folder.disk
    guard let locks, let name = StateLock.name(folder) else { return nil }
    guard let place = try? StateFolder(locks, making: .folderAndParents, on: disk) else {
      return nil
    }
    guard let file = StateLock.wait(for: name, in: place, patience) else { return nil }
    self.file = file
  }

  // A lock file is never removed: another window may be about to lock it.
  deinit { try? disk.close(file) }

  /// By device and inode: all paths of the folder share one lock.
  private static func name(_ folder: StateFolder) -> String? {
    guard let status = try? folder.disk.status(folder.file) else { return nil }
    return "\(String(status.device, radix: 16))-\(String(status.inode, radix: 16)).lock"
  }

  private static func wait(
    for name: String, in place: StateFolder, _ patience: Int
  ) -> Disk.File? {
    let deadline = ContinuousClock.now + .milliseconds(patience)
    while true {
      do throws(SystemError) {
        return try place.disk.lock(name, in: place.file)
      } catch {
        guard error.code == EWOULDBLOCK, ContinuousClock.now < deadline else { return nil }
      }
      // Not in step with the others who wait.
      usleep(.random(in: 500...5000))
    }
  }
}
