import CSystem
import Screen

/// What may be drawn, by the Unicode database and the C library rather than by the sanitiser.
enum Oracle {
  enum Kind {
    case base, mark, hidden, dropped, tag, code, tab
  }

  static let allScalars: [Unicode.Scalar] = (0...0x10FFFF).compactMap(Unicode.Scalar.init)

  /// The columns of each scalar that may be drawn, -1 for the others.
  static let columns: [Int8] = {
    var columns = [Int8](repeating: -1, count: 0x110000)
    for scalar in allScalars {
      let kind = kind(of: scalar)
      if kind != .base, kind != .mark { continue }
      columns[Int(scalar.value)] = Int8(lectern_column_width(scalar.value))
    }
    return columns
  }()

  static func kind(of scalar: Unicode.Scalar) -> Kind {
    if scalar == "\t" { return .tab }
    if uncounted.contains(scalar.value) { return .dropped }
    if counted.contains(where: { $0.contains(scalar.value) }) { return .hidden }
    if scalar.value == 0xE0001 || (0xE0020...0xE007F).contains(scalar.value) { return .tag }
    let width = lectern_column_width(scalar.value)
    if width < 0 { return .code }
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return .code
    case .format where width == 0:
      return .code
    default:
      if scalar.properties.isDefaultIgnorableCodePoint { return .code }
      return width == 0 ? .mark : .base
    }
  }

  /// Soft hyphen, zero-width space, joiners, text and emoji form.
  private static let uncounted: Set<UInt32> = [0xAD, 0x200B, 0x200C, 0x200D, 0xFE0E, 0xFE0F]

  /// Grapheme joiner, marks of direction, Mongolian selectors, word joiners, isolates, selectors.
  private static let counted: [ClosedRange<UInt32>] = [
    0x34F...0x34F, 0x61C...0x61C, 0x180B...0x180F, 0x200E...0x200F, 0x2060...0x2060,
    0x2066...0x2069, 0xFE00...0xFE0D, 0xFEFF...0xFEFF, 0xE0100...0xE01EF,
  ]

  /// Why a text may not be drawn; nil if it may.
  static func objection(to text: SafeText, marks limit: Int) -> String? {
    var sum = 0
    var marks = limit
    for scalar in text.string.unicodeScalars {
      let width = Int(columns[Int(scalar.value)])
      if width < 0 { return "U+\(String(scalar.value, radix: 16)) is in the text" }
      marks = width > 0 ? 0 : marks + 1
      if marks > limit { return "a mark without a base, or one too many" }
      sum += width
    }
    return sum == text.columns ? nil : "\(text.columns) columns claimed, \(sum) counted"
  }
}

extension Surface {
  static let all: [Surface] = [.body, .line]

  var marks: Int { self == .body ? 4 : 2 }
}
