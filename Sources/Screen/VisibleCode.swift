/// What is shown in place of that which must not reach the terminal.
enum VisibleCode {
  /// A scalar, by its caret form, its name or its number.
  case scalar(Unicode.Scalar)
  /// A run of tag characters, by their count.
  case tags(Int)
  /// Marks beyond what a base may carry, by their count.
  case furtherMarks(Int)
  /// A few pieces that are not UTF-8, one by one.
  case replacements(Int)
  /// A longer run of bytes that are not UTF-8.
  case badBytes(Int)

  /// Writes the code as UTF-8; every scalar of it is one column wide.
  func write(to output: inout [UInt8]) {
    switch self {
    case .scalar(let scalar): Self.write(scalar, to: &output)
    case .tags(let count): output += "<TAG×\(count)>".utf8
    case .furtherMarks(let count): output += "+\(count)".utf8
    case .replacements(let count): for _ in 0..<count { output += "\u{FFFD}".utf8 }
    case .badBytes(let count): output += "<\(count) bad bytes>".utf8
    }
  }

  private static func write(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    switch scalar.value {
    case 0x0A: output += "␊".utf8
    case 0x0C: output += "␌".utf8
    case 0x0D: output += "␍".utf8
    case 0x00...0x1F, 0x7F:
      output.append(UInt8(ascii: "^"))
      output.append(UInt8(scalar.value ^ 0x40))
    case 0x202A: output += "<LRE>".utf8
    case 0x202B: output += "<RLE>".utf8
    case 0x202C: output += "<PDF>".utf8
    case 0x202D: output += "<LRO>".utf8
    case 0x202E: output += "<RLO>".utf8
    default:
      output.append(UInt8(ascii: "<"))
      writeNumber(scalar.value, to: &output)
      output.append(UInt8(ascii: ">"))
    }
  }

  /// Two hexadecimal digits for a control, else four or more.
  private static func writeNumber(_ value: UInt32, to output: inout [UInt8]) {
    var shift: UInt32 = value <= 0xFF ? 4 : 12
    while value >> shift > 0xF { shift += 4 }
    while true {
      let digit = UInt8(value >> shift & 0xF)
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
      if shift == 0 { return }
      shift -= 4
    }
  }
}
