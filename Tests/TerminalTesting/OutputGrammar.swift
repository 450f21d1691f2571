/// A strict reader of what a program sends to its terminal: printable text and the few sequences
/// that curses needs, nothing else. It remembers the first byte that broke the rules.
package struct OutputGrammar {
  /// The first thing that should not have been sent.
  package struct Violation: Error, Hashable, CustomStringConvertible {
    /// Bytes before the offending one since the start.
    package let offset: Int
    package let reason: String
    /// The bytes up to and including the offending one, escaped.
    package let context: String

    package var description: String { "byte \(offset): \(reason), after \(context)" }
  }

  private enum State {
    case ground
    case character(value: UInt32, left: Int, least: UInt32)
    case escape
    case designation(UInt8)
    case control([UInt8])
  }

  package private(set) var violation: Violation?
  private var state = State.ground
  private var offset = 0
  private var recent: [UInt8] = []

  package init() {}

  /// False while a sequence or a character is half sent.
  package var isComplete: Bool {
    if case .ground = state { true } else { false }
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes where violation == nil {
      recent.append(byte)
      if recent.count > 128 { recent.removeFirst(64) }
      if let reason = take(byte) {
        violation = Violation(
          offset: offset, reason: reason, context: Self.escaped(recent.suffix(48)))
      }
      offset += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> String? {
    switch state {
    case .ground: return begin(byte)
    case .character(let value, let left, let least):
      return continueCharacter(byte, value: value, left: left, least: least)
    case .escape: return takeEscaped(byte)
    case .designation(let set):
      state = .ground
      // Curses may prepare line drawing, but never switches to it.
      let isDrawing = set == UInt8(ascii: ")") && byte == UInt8(ascii: "0")
      return byte == UInt8(ascii: "B") || isDrawing ? nil : "character set"
    case .control(let parameters): return takeControl(byte, parameters)
    }
  }

  private mutating func begin(_ byte: UInt8) -> String? {
    switch byte {
    case 0x1b: state = .escape
    case 0x08, 0x09, 0x0a, 0x0d, 0x0f, 0x20...0x7e: break
    case 0xc2...0xdf: state = .character(value: UInt32(byte & 0x1f), left: 1, least: 0x80)
    case 0xe0...0xef: state = .character(value: UInt32(byte & 0x0f), left: 2, least: 0x800)
    case 0xf0...0xf4: state = .character(value: UInt32(byte & 0x07), left: 3, least: 0x10000)
    case ..<0x20, 0x7f: return "control character"
    default: return "invalid UTF-8"
    }
    return nil
  }

  private mutating func continueCharacter(
    _ byte: UInt8, value: UInt32, left: Int, least: UInt32
  ) -> String? {
    guard byte & 0xc0 == 0x80 else { return "invalid UTF-8" }
    let value = value << 6 | UInt32(byte & 0x3f)
    guard left == 1 else {
      state = .character(value: value, left: left - 1, least: least)
      return nil
    }
    state = .ground
    guard value >= least, let scalar = Unicode.Scalar(value) else { return "invalid UTF-8" }
    return Self.isPrintable(scalar) ? nil : "U+\(String(value, radix: 16, uppercase: true))"
  }

  private mutating func takeEscaped(_ byte: UInt8) -> String? {
    state = .ground
    switch byte {
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .designation(byte)
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "M"), UInt8(ascii: "E"): break
    case UInt8(ascii: "7"), UInt8(ascii: "8"): break
    default: return "escape sequence"
    }
    return nil
  }

  private mutating func takeControl(_ byte: UInt8, _ parameters: [UInt8]) -> String? {
    switch byte {
    case 0x30...0x3f where parameters.count < 16:
      state = .control(parameters + [byte])
      return nil
    case 0x40...0x7e:
      state = .ground
      let sequence = String(decoding: parameters + [byte], as: UTF8.self)
      return Self.isAllowed(sequence) ? nil : "control sequence \(sequence)"
    default: return "control sequence"
    }
  }

  /// Bytes in a form that can be read in a report.
  package static func escaped(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      switch byte {
      case 0x1b: "\\e"
      case 0x20...0x7e: String(Unicode.Scalar(byte))
      default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }.joined()
  }
}
