import Articles
import Screen

/// Keys that were pressed and do not make a command yet: a count and a prefix.
package struct KeyInput: Hashable, Sendable {
  /// How long a prefix waits before the status line shows what can follow, in milliseconds.
  static let hintDelay: Timestamp = 400

  package private(set) var count: Int?
  package private(set) var prefix: [Key] = []
  package private(set) var since: Timestamp = 0

  /// What a key completed.
  enum Outcome: Equatable {
    case command(Command, count: Int?)
    case waiting
    case unknown([Key])
  }

  var isEmpty: Bool { count == nil && prefix.isEmpty }

  /// What was pressed so far: `5g`.
  var name: String { (count.map(String.init) ?? "") + Keymap.name(of: prefix) }

  /// When the continuations of the prefix are to be shown.
  var hintTime: Timestamp? { prefix.isEmpty ? nil : since + KeyInput.hintDelay }

  mutating func clear() { self = KeyInput() }

  mutating func take(_ key: Key, in pane: PaneName, keymap: Keymap, now: Timestamp) -> Outcome {
    if key == .escape, !isEmpty {
      clear()
      return .waiting
    }
    if prefix.isEmpty, let digit = key.digit, count != nil || digit != 0 {
      // Bounded, so that a leaning elbow cannot overflow.
      count = min((count ?? 0) * 10 + digit, 99_999_999)
      return .waiting
    }
    let sequence = prefix + [key]
    switch keymap.meaning(of: sequence, in: pane) {
    case .command(let command):
      defer { clear() }
      return .command(command, count: count)
    case .prefix:
      prefix = sequence
      since = now
      return .waiting
    case .nothing:
      clear()
      return .unknown(sequence)
    }
  }
}

extension Key {
  fileprivate var digit: Int? {
    guard case .character(let scalar) = self, ("0"..."9").contains(scalar) else { return nil }
    return Int(scalar.value - 48)
  }
}
