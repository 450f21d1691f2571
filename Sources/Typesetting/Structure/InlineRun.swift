/// A part of a text that its markup sets apart from the words around it.
package struct InlineRun: Hashable, Sendable {
  /// What the markup says of it.
  package struct Markup: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let emphasis = Markup(rawValue: 1)
    package static let strong = Markup(rawValue: 2)
    package static let code = Markup(rawValue: 4)
    package static let struck = Markup(rawValue: 8)
    package static let link = Markup(rawValue: 16)
  }

  /// In `Source.bytes`.
  package let source: Range<Int>
  package let markup: Markup

  package init(_ markup: Markup, source: Range<Int>) {
    self.markup = markup
    self.source = source
  }
}
