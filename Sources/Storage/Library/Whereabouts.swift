import CSystem
import Glibc

/// Where the folder of a library is, seen from the path at which it was opened.
package enum Whereabouts: Hashable, Sendable {
  case inPlace
  /// It was moved, and is still read.
  case elsewhere
  /// No path leads to it: it was removed, or its disk or server was taken away. What it lists then
  /// says nothing of the articles.
  case lost
}

extension Library {
  /// Where the folder is now. Blocks.
  package var whereabouts: Whereabouts { root.whereabouts }

  /// Where the folder is, once one that has come back in the place of a lost one is taken for it.
  /// Blocks, and nothing is to be listed meanwhile.
  package func find() -> Whereabouts {
    if root.whereabouts == .lost { root.takeSuccessor() }
    return root.whereabouts
  }
}

extension Root {
  var whereabouts: Whereabouts {
    guard let own = Identity(descriptor) else { return .lost }
    if path.isEmpty || Identity(path) == own { return .inPlace }
    return realPath(Array("/proc/self/fd/\(descriptor)".utf8)).flatMap(Identity.init) == own
      ? .elsewhere : .lost
  }

  /// An empty folder is not taken: where a disk was unmounted, one remains in its place.
  fileprivate func takeSuccessor() {
    let successor = Glibc.open(cString(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard successor >= 0 else { return }
    defer { close(successor) }
    guard Library.mayHoldArticles(successor) else { return }
    // The number stays: others may be reading by it, and get the one folder or the other.
    _ = lectern_renew(descriptor, successor)
  }
}

/// What tells a folder from all others.
private struct Identity: Equatable {
  let device: dev_t
  let inode: ino_t

  init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    (device, inode) = (status.st_dev, status.st_ino)
  }

  init?(_ path: [UInt8]) {
    var status = stat()
    guard stat(cString(path), &status) == 0 else { return nil }
    (device, inode) = (status.st_dev, status.st_ino)
  }
}
