extension OutputGrammar {
  /// Modes and reports of xterm, screen, tmux, rxvt, vt100 and the Linux console, as their terminfo
  /// entries have them, and bracketed paste.
  private static let modes: Set<String> = [
    "?1h", "?1l", "?7h", "?7l", "?12l", "?25h", "?25l", "?0c", "?1c", "?47h", "?47l", "?1049h",
    "?1049l", "?2004h",
    "?2004l", "22;0;0t", "23;0;0t", "4h", "4l", "34h",
  ]

  private static let movements: Set<Character> = [
    "@", "A", "B", "C", "D", "G", "H", "J", "K", "L", "M", "P", "S", "T", "X", "b", "d", "r",
  ]

  private static let looks: Set<Int> = [
    0, 1, 2, 3, 4, 7, 10, 22, 23, 24, 27, 31, 32, 33, 34, 35, 36, 39, 49,
  ]

  /// Whether `ESC [` and these characters may be sent.
  static func isAllowed(_ sequence: String) -> Bool {
    guard !modes.contains(sequence) else { return true }
    guard let final = sequence.last else { return false }
    let parts = sequence.dropLast().split(separator: ";", omittingEmptySubsequences: false)
    let numbers = parts.map { $0.isEmpty ? 0 : Int($0) ?? -1 }
    guard numbers.allSatisfy({ (0...1_000).contains($0) }) else { return false }
    if final == "m" { return isLook(numbers) }
    return movements.contains(final) && numbers.count <= 2
  }

  private static func isLook(_ numbers: [Int]) -> Bool {
    if numbers.count == 3, numbers[0] == 38, numbers[1] == 5 { return (1...6).contains(numbers[2]) }
    return numbers.allSatisfy(looks.contains)
  }

  /// Whether a scalar may stand in a cell: neither control nor invisible, nothing that changes the
  /// order or the looks of other text.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7e: return true
    case 0x034f, 0x061c, 0x115f, 0x1160, 0x180b...0x180f, 0x3164, 0xfe00...0xfe0f, 0xffa0:
      return false
    case 0xfdd0...0xfdef, 0xe0000...: return false
    default: break
    }
    guard scalar.value & 0xfffe != 0xfffe else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
      return false
    default: return true
    }
  }
}
