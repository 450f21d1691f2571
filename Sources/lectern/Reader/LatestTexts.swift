import Articles
import Storage
import Synchronization

/// What was made of the texts that were read last, as far as there is room for it. It is handed out
/// only while the file is as it was when it was read.
final class LatestTexts<Text: Sendable>: Sendable {
  private struct Copy {
    let path: ArticlePath
    let version: FileVersion
    let text: Text
    let size: Int
  }

  private let room: Int
  /// The one that was used last comes last.
  private let copies = Mutex<[Copy]>([])

  /// - Parameter room: the sizes of all that is kept, added up, are no more than that.
  init(room: Int) { self.room = room }

  func take(_ path: ArticlePath, _ version: FileVersion) -> Text? {
    copies.withLock { copies in
      guard let index = copies.firstIndex(where: { $0.path == path }) else { return nil }
      let copy = copies.remove(at: index)
      guard copy.version == version else { return nil }
      copies.append(copy)
      return copy.text
    }
  }

  func put(_ text: Text, of path: ArticlePath, _ version: FileVersion, size: Int) {
    copies.withLock { copies in
      copies.removeAll { $0.path == path }
      copies.append(Copy(path: path, version: version, text: text, size: size))
      var taken = copies.reduce(0) { $0 + $1.size }
      while taken > room, let first = copies.first {
        taken -= first.size
        copies.removeFirst()
      }
    }
  }
}
