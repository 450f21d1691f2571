import CICU

/// How a search compares: without accents, and without case unless it is asked for.
struct Folding: Sendable {
  private let keepsCase: Bool
  private let table: [UInt32]
  /// What is not compared at all: a mark, a soft hyphen.
  static let ignored: UInt32 = 0
  private static let space = UInt32(UInt8(ascii: " "))

  private static let exact = Folding(keepsCase: true)
  private static let caseless = Folding(keepsCase: false)

  static func folding(keepsCase: Bool) -> Folding { keepsCase ? exact : caseless }

  private init(keepsCase: Bool) {
    self.keepsCase = keepsCase
    table = (0..<0x0800).map { Self.fold($0, keepsCase: keepsCase) }
  }

  /// What a scalar is compared as; every white space is compared as a space.
  func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < table.count { return table[Int(scalar)] }
    switch scalar {
    case 0x3400...0x9FFF, 0xAC00...0xD7A3, 0x20000...0x3FFFF: return scalar
    default: return Self.fold(scalar, keepsCase: keepsCase)
    }
  }

  private static func fold(_ scalar: UInt32, keepsCase: Bool) -> UInt32 {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000:
      return space
    case 0xAD, 0x200B...0x200F, 0x2060, 0x2066...0x2069, 0xFE00...0xFE0F, 0xFEFF:
      return ignored
    case 0x2018, 0x2019: return UInt32(UInt8(ascii: "'"))
    case 0x201C, 0x201D: return UInt32(UInt8(ascii: "\""))
    case 0x2010, 0x2011: return UInt32(UInt8(ascii: "-"))
    case 0x3040...0x30FF: return scalar
    default: break
    }
    if isAccent(scalar) { return ignored }
    let base = lectern_base_scalar(scalar)
    return keepsCase ? base : lectern_fold_case(base)
  }

  /// Marks above and below a letter and the points of Hebrew and Arabic; not the vowel signs of
  /// India, nor what tells が from か.
  private static func isAccent(_ scalar: UInt32) -> Bool {
    switch lectern_combining_class(scalar) {
    case 10...35, 200...240: true
    default: false
    }
  }
}
