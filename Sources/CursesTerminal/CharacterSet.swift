import Glibc

/// Which characters the terminal is sent.
enum CharacterSet {
  case unicode
  case ascii

  /// Sets the character type of the process from the environment.
  ///
  /// An environment that names no locale, the C locale or one that is not installed gets `C.UTF-8`,
  /// since terminals speak UTF-8 even where nothing says so. `LC_ALL=C` and locales with another
  /// character set mean what they say.
  static func select() -> CharacterSet {
    if setlocale(LC_CTYPE, "") != nil, isUnicode { return .unicode }
    if isDeliberate { return .ascii }
    if setlocale(LC_CTYPE, "C.UTF-8") != nil, isUnicode { return .unicode }
    setlocale(LC_CTYPE, "C")
    return .ascii
  }

  private static var isUnicode: Bool {
    nl_langinfo(Int32(CODESET)).map { String(cString: $0) } == "UTF-8"
  }

  /// Whether the locale that is in force was asked for, and has a character set of its own.
  private static var isDeliberate: Bool {
    let plain: Set = ["C", "POSIX"]
    let name = setlocale(LC_CTYPE, nil).map { String(cString: $0) } ?? "C"
    if !plain.contains(name) { return true }
    return getenv("LC_ALL").map { plain.contains(String(cString: $0)) } ?? false
  }

  /// The ASCII character that stands for a scalar where there are no others.
  static func ascii(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{20}"..."\u{7e}": scalar
    case "‐", "‑", "‒", "–", "—", "―", "─", "━", "┄", "┈", "−": "-"
    case "│", "┃", "▏", "▎", "▐", "▌", "█": "|"
    case "‘", "’", "‚", "′": "'"
    case "“", "”", "„", "«", "»", "″": "\""
    case "●", "•", "·", "★", "◆": "*"
    case "◐", "○", "◦": "o"
    case "…": "."
    case "→", "›", "▸": ">"
    case "←", "‹", "◂": "<"
    case "↑": "^"
    case "↓": "v"
    default: scalar.properties.isWhitespace ? " " : "?"
    }
  }
}
