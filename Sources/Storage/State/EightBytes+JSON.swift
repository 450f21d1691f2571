import Typesetting

extension EightBytes {
  /// Whether one of them would end, or be more than itself, in a JSON string.
  @inline(__always)
  var haveSyntax: Bool { holds(0x22) || holds(0x5C) || holdsLess(than: 0x20) }

  /// Whether one of them is a quotation mark, a backslash, a control, or begins one of C1.
  @inline(__always)
  var needCare: Bool { haveSyntax || holds(0x7F) || holds(0xC2) }
}
