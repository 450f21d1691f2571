import CSystem
import Glibc
import Screen

/// What waited at the keyboard.
package enum Input: Hashable, Sendable {
  case keys([Key])
  /// The terminal is gone; no key will come again.
  case closed
}

/// The bytes of the keyboard, read without waiting.
struct KeyInput {
  /// More is left for the next time, so that a flood does not hold up the screen.
  private static let longestRead = 65_536

  let descriptor = STDIN_FILENO
  var decoder: KeyDecoder

  /// All keys that have come.
  mutating func read() -> Input {
    var keys: [Key] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    var total = 0
    while total < Self.longestRead {
      var keyboard = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&keyboard, 1, 0) > 0 else { break }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else {
        if count < 0, errno == EINTR || errno == EAGAIN { break }
        return keys.isEmpty ? .closed : .keys(keys)
      }
      keys += decoder.decode(buffer[..<count])
      total += count
    }
    return .keys(keys)
  }
}
