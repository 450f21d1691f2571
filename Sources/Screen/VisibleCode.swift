/// What is shown in place of that which must not reach the terminal.
struct VisibleCode {
  let string: String
  let columns: Int

  /// Every scalar of a code is one column wide.
  private init(_ string: String) {
    self.string = string
    columns = string.unicodeScalars.count
  }

  init(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0A: self.init("␊")
    case 0x0C: self.init("␌")
    case 0x0D: self.init("␍")
    case 0x00...0x1F, 0x7F: self.init("^" + String(Unicode.Scalar(UInt8(scalar.value ^ 0x40))))
    case 0x202A: self.init("<LRE>")
    case 0x202B: self.init("<RLE>")
    case 0x202C: self.init("<PDF>")
    case 0x202D: self.init("<LRO>")
    case 0x202E: self.init("<RLO>")
    default: self.init("<" + Self.hexadecimal(scalar) + ">")
    }
  }

  static func tags(_ count: Int) -> VisibleCode { VisibleCode("<TAG×\(count)>") }

  static func furtherMarks(_ count: Int) -> VisibleCode { VisibleCode("+\(count)") }

  static func badBytes(_ count: Int) -> VisibleCode { VisibleCode("<\(count) bad bytes>") }

  static func replacements(_ count: Int) -> VisibleCode {
    VisibleCode(String(repeating: "\u{FFFD}", count: count))
  }

  /// Two digits for a control, else four or more.
  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    if scalar.value <= 0xFF || digits.count >= 4 { return digits }
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
