/// What a terminal of the xterm family sends for a key.
package enum KeyBytes {
  private static let named: [String: String] = [
    "Enter": "\r", "Tab": "\t", "Esc": "\u{1b}", "Space": " ", "Backspace": "\u{7f}",
    "Shift-Tab": "\u{1b}[Z", "Up": "\u{1b}OA", "Down": "\u{1b}OB", "Right": "\u{1b}OC",
    "Left": "\u{1b}OD", "Home": "\u{1b}OH", "End": "\u{1b}OF", "Insert": "\u{1b}[2~",
    "Delete": "\u{1b}[3~", "PgUp": "\u{1b}[5~", "PgDn": "\u{1b}[6~", "F1": "\u{1b}OP",
    "F2": "\u{1b}OQ", "F3": "\u{1b}OR", "F4": "\u{1b}OS", "F5": "\u{1b}[15~",
  ]

  /// The bytes of a key by its name ("j", "Space", "Ctrl-D", "Alt-x", "PgDn"); any other text is
  /// typed as it stands.
  package static func bytes(of key: String) -> [UInt8] {
    if let text = named[key] { return Array(text.utf8) }
    if key.hasPrefix("Ctrl-"), let letter = key.utf8.last { return [letter & 0x1f] }
    if key.hasPrefix("Alt-") { return [0x1b] + Array(key.dropFirst(4).utf8) }
    return Array(key.utf8)
  }
}
