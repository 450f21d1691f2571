import CNcurses
import Glibc
import Screen

/// The looks of cells, made once: one blank cell for each style.
struct Palette {
  private let blanks: [cchar_t]

  /// Asks the terminal for its colours, unless the user wants none (`NO_COLOR`).
  init() {
    let hasColors = Self.startColors()
    let colors: [Style.Color?] = [nil] + Style.Color.allCases
    blanks = (0..<Self.attributeSets).flatMap { rawValue in
      colors.map { color in
        let attributes = Self.attributes(Style.Attributes(rawValue: UInt8(rawValue)))
        return curses_blank(attributes, hasColors ? Int32(color?.rawValue ?? 0) : 0)
      }
    }
  }

  private static let attributeSets = 32
  private static let colorsPerSet = Style.Color.allCases.count + 1

  /// A blank cell of this style.
  func blank(_ style: Style) -> cchar_t {
    let set = Int(style.attributes.rawValue) % Self.attributeSets
    return blanks[set * Self.colorsPerSet + Int(style.color?.rawValue ?? 0)]
  }

  /// Pairs of a colour and the terminal's own background; without such a background a pair would
  /// paint black patches, so then there are no colours.
  private static func startColors() -> Bool {
    guard !isColorRefused, has_colors(), start_color() == OK, use_default_colors() == OK else {
      return false
    }
    return Style.Color.allCases.allSatisfy { color in
      init_pair(Int16(color.rawValue), Int16(color.rawValue), -1) == OK
    }
  }

  private static var isColorRefused: Bool {
    getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
  }

  private static func attributes(_ attributes: Style.Attributes) -> attr_t {
    var result: attr_t = 0
    if attributes.contains(.bold) { result |= curses_bold }
    if attributes.contains(.dim) { result |= curses_dim }
    if attributes.contains(.italic) { result |= curses_italic }
    if attributes.contains(.underline) { result |= curses_underline }
    if attributes.contains(.reverse) { result |= curses_reverse }
    return result
  }
}
