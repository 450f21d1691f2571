/// What is shown in place of that which must not reach the terminal.
///
/// All scalars of a code are one column wide.
enum VisibleCode {
  static let replacement = "\u{FFFD}"

  static func of(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x0A: "␊"
    case 0x0C: "␌"
    case 0x0D: "␍"
    case 0x00...0x1F, 0x7F: "^" + String(UnicodeScalar(UInt8(scalar.value ^ 0x40)))
    case 0x202A: "<LRE>"
    case 0x202B: "<RLE>"
    case 0x202C: "<PDF>"
    case 0x202D: "<LRO>"
    case 0x202E: "<RLO>"
    default: "<" + hexadecimal(scalar) + ">"
    }
  }

  static func tags(_ count: Int) -> String { "<TAG×\(count)>" }

  static func badBytes(_ count: Int) -> String { "<\(count) bad bytes>" }

  static func furtherMarks(_ count: Int) -> String { "+\(count)" }

  /// Two digits for a control, else four or more.
  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let isShort = scalar.value <= 0xFF || digits.count >= 4
    return isShort ? digits : String(repeating: "0", count: 4 - digits.count) + digits
  }
}
