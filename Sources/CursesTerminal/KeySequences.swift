import Screen

/// What terminals send for keys: the forms that all of them share, and those that one terminal's
/// terminfo entry adds.
struct KeySequences {
  /// Sequences that are known byte for byte.
  let exact: [[UInt8]: Key]
  /// Beginnings of exact sequences, which must not be taken for a whole one.
  let prefixes: Set<[UInt8]>

  static let pasteStart = Array("\u{1b}[200~".utf8)

  /// The Linux console's function keys, whose form no rule covers.
  private static let console: [[UInt8]: Key] = Dictionary(
    uniqueKeysWithValues: "ABCDE".utf8.enumerated().map {
      ([0x1b, UInt8(ascii: "["), UInt8(ascii: "["), $1], Key.function($0 + 1))
    })

  /// Adds a terminal's own sequences; shorter ones than Escape and a letter are no sequences.
  init(terminal: [[UInt8]: Key] = [:]) {
    let added = terminal.filter { $0.key.count > 1 && $0.key[0] == 0x1b }
    exact = Self.console.merging(added) { $1 }
    prefixes = Set(exact.keys.flatMap { key in (2..<key.count).map { Array(key[..<$0]) } })
  }

  /// The key of a byte that stands for itself. Return and line feed are both Enter, since the
  /// terminal translates neither.
  static func key(ofByte byte: UInt8) -> Key? {
    switch byte {
    case 0x0a, 0x0d: .enter
    case 0x09: .tab
    case 0x08, 0x7f: .backspace
    case 0x00: .control(" ")
    case 0x1b: .escape
    case 0x01...0x1a: .control(Unicode.Scalar(byte | 0x60))
    case 0x1c...0x1f: .control(Unicode.Scalar(byte | 0x40))
    case 0x20..<0x7f: .character(Unicode.Scalar(byte))
    default: nil
    }
  }

  /// The key of `ESC O` and a letter: cursor keys in application mode, rxvt's with Ctrl, and the
  /// numeric keypad.
  static func key(ofSingle final: UInt8) -> Key? {
    if let key = letters[final] { return key }
    switch final {
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "I"): return .tab
    case UInt8(ascii: "X"): return .character("=")
    case UInt8(ascii: " "): return .character(" ")
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return letters[final & 0xdf]
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return .character(Unicode.Scalar(final & 0x3f))
    default: return nil
    }
  }

  /// The key of a whole control sequence, without regard to Shift, Ctrl and Alt but for Shift-Tab.
  static func key(ofControl sequence: [UInt8]) -> Key? {
    let body = sequence.dropFirst(2).dropLast()
    guard let final = sequence.last, let numbers = numbers(body) else { return nil }
    switch final {
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"):
      return numbers.first.flatMap { numbered[$0] }
    case UInt8(ascii: "@"): return numbers.count == 1 ? numbered[numbers[0]] : nil
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return body.isEmpty ? letters[final & 0xdf] : nil
    // With numbers it is the report of a position.
    case UInt8(ascii: "R"): return body.isEmpty ? letters[final] : nil
    default: return body.isEmpty || numbers[0] == 1 ? letters[final] : nil
    }
  }

  /// Whether a sequence is `ESC [`, one number and a last byte: rxvt ends such keys with `$`, which
  /// is otherwise no end.
  static func isNumbered(_ sequence: [UInt8]) -> Bool {
    let body = sequence.dropFirst(2).dropLast()
    return !body.isEmpty && body.allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// The parameters, nil if there is anything but numbers.
  private static func numbers(_ body: ArraySlice<UInt8>) -> [Int]? {
    guard body.allSatisfy({ 0x30...0x3b ~= $0 }) else { return nil }
    return body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
      part.prefix { 0x30...0x39 ~= $0 }.reduce(0) { min($0 * 10 + Int($1 & 0x0f), 10_000) }
    }
  }

  private static let letters: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "F"): .end, UInt8(ascii: "H"): .home,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
    29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
  ]
}
