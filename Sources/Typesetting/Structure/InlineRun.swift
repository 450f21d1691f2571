/// A part of a text that its markup sets apart from the words around it.
package struct InlineRun: Hashable, Sendable {
  /// What the markup says of it.
  package struct Style: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let emphasis = Style(rawValue: 1)
    package static let strong = Style(rawValue: 2)
    package static let code = Style(rawValue: 4)
    package static let struck = Style(rawValue: 8)
    package static let link = Style(rawValue: 16)
  }

  /// In `Source.bytes`.
  package let source: Range<Int>
  package let style: Style

  package init(_ style: Style, source: Range<Int>) {
    self.style = style
    self.source = source
  }
}
