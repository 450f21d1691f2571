/// How a cell looks: attributes that every terminal has, and one of the eight basic colours.
package struct Style: Hashable, Sendable {
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let italic = Attributes(rawValue: 4)
    package static let underline = Attributes(rawValue: 8)
    package static let reverse = Attributes(rawValue: 16)
  }

  /// The terminal's own palette, so that the user's theme decides; nil is its default foreground.
  package enum Color: UInt8, Sendable, CaseIterable {
    case red = 1, green, yellow, blue, magenta, cyan
  }

  package var attributes: Attributes
  package var color: Color?

  package init(_ attributes: Attributes = [], color: Color? = nil) {
    self.attributes = attributes
    self.color = color
  }

  package static let plain = Style()
  package static let bold = Style(.bold)
  package static let dim = Style(.dim)

  package func adding(_ attributes: Attributes) -> Style {
    Style(self.attributes.union(attributes), color: color)
  }

  /// The attributes of both; the colour of the other, if it has one.
  package func adding(_ style: Style) -> Style {
    Style(attributes.union(style.attributes), color: style.color ?? color)
  }
}
