/// What the sanitiser does with a scalar.
enum Treatment {
  /// Stands in a cell of its own, one or two columns wide.
  case base(columns: Int)
  /// Stands on the base before it.
  case mark
  /// Shown as a visible code.
  case code
  /// A letter of an invisible language tag; a run of them is one visible code.
  case tag
  case tab
  /// Left out, counted if it may have meant something.
  case dropped(isCounted: Bool)

  init(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09:
      self = .tab
    case 0x00...0x1F, 0x7F...0x9F:
      self = .code
    case 0xAD, 0x200B...0x200D, 0xFE0E...0xFE0F:
      // Soft hyphen, zero-width space, joiners, text and emoji form.
      self = .dropped(isCounted: false)
    case 0x034F, 0x061C, 0x180B...0x180F, 0x200E...0x200F, 0x2060, 0x2066...0x2069,
      0xFE00...0xFE0D, 0xFEFF, 0xE0100...0xE01EF:
      // Grapheme joiner, direction marks and isolates, word joiners, variation selectors.
      self = .dropped(isCounted: true)
    case 0xE0001, 0xE0020...0xE007F:
      self = .tag
    case 0x115F...0x1160, 0x17B4...0x17B5, 0x3164, 0xFFA0:
      // Letters that print nothing: Hangul fillers, Khmer inherent vowels.
      self = .code
    case 0x202A...0x202E, 0x2061...0x2065, 0x206A...0x206F, 0xFFF9...0xFFFB, 0x13430...0x1343F,
      0x1BCA0...0x1BCA3, 0x1D173...0x1D17A:
      // Format controls without width, which else would be marks: embeddings and overrides of
      // direction, invisible operators, annotations, controls of hieroglyphs, shorthand, music.
      self = .code
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF:
      // Private use: glibc calls it printable.
      self = .code
    default:
      self.init(byWidthOf: scalar)
    }
  }

  /// What has no width is unassigned or separates lines.
  private init(byWidthOf scalar: Unicode.Scalar) {
    switch ColumnWidth.columns(of: scalar) {
    case 0: self = .mark
    case 1: self = .base(columns: 1)
    case 2: self = .base(columns: 2)
    default: self = .code
    }
  }
}
