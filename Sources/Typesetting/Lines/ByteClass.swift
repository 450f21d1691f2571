/// What a byte of UTF-8 is for the analysis of lines.
enum ByteClass: UInt8 {
  case other, space, tab, small, capital, digit, symbol, bar, dash, stop, lead, continuation

  /// The class of each of the 256 bytes.
  static let table: [ByteClass] = (0...255).map { of(UInt8($0)) }

  private static func of(_ byte: UInt8) -> ByteClass {
    switch byte {
    case UInt8(ascii: "\t"): .tab
    case 0x0B...0x0D, 0x1C...0x20: .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .small
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): .stop
    case UInt8(ascii: "|"): .bar
    case UInt8(ascii: "-"): .dash
    case 0x80...0xBF: .continuation
    case 0xC0...0xFF: .lead
    default: symbols.contains(byte) ? .symbol : .other
    }
  }

  private static let symbols = Set("{}[]<>=|\\/;#$%&*+@^_~".utf8)

  static func isLetter(_ byte: UInt8) -> Bool {
    switch table[Int(byte)] {
    case .small, .capital: true
    default: false
    }
  }
}
