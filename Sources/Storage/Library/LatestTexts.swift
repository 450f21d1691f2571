import Articles
import Synchronization

/// What was made of the texts that were read last, as far as there is room for it. It is handed out
/// only while the file is as it was when it was read.
package final class LatestTexts<Text: Sendable>: Sendable {
  private struct Copy {
    let version: FileVersion
    let text: Text
    let size: Int
    /// More than of all that were used before.
    var lastUse: Int
  }

  private struct Copies {
    var byPath: [ArticlePath: Copy] = [:]
    /// The sizes of all, added up.
    var size = 0
    var uses = 0

    mutating func nextUse() -> Int {
      uses += 1
      return uses
    }

    mutating func remove(_ path: ArticlePath) {
      size -= byPath.removeValue(forKey: path)?.size ?? 0
    }
  }

  private let room: Int
  private let copies = Mutex(Copies())

  /// - Parameter room: the sizes of all that is kept, added up, are no more than that.
  package init(room: Int) { self.room = room }

  package func take(_ path: ArticlePath, _ version: FileVersion) -> Text? {
    copies.withLock { copies in
      guard let copy = copies.byPath[path] else { return nil }
      guard copy.version == version else {
        copies.remove(path)
        return nil
      }
      let use = copies.nextUse()
      copies.byPath[path]?.lastUse = use
      return copy.text
    }
  }

  package func put(_ text: Text, of path: ArticlePath, _ version: FileVersion, size: Int) {
    copies.withLock { copies in
      copies.remove(path)
      copies.byPath[path] = Copy(
        version: version, text: text, size: size, lastUse: copies.nextUse())
      copies.size += size
      while copies.size > room,
        let oldest = copies.byPath.min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        copies.remove(oldest.key)
      }
    }
  }
}
