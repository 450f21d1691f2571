/// What the user pressed, as the terminal's bytes were understood.
package enum Key: Hashable, Sendable {
  /// A printable scalar; the space bar is `.character(" ")`.
  case character(Unicode.Scalar)
  /// A letter with Ctrl, in lower case: `Ctrl-D` is `.control("d")`.
  case control(Unicode.Scalar)
  /// A scalar after Escape or with Alt.
  case alt(Unicode.Scalar)
  case enter, tab, backTab, escape, backspace
  case insert, delete, home, end, pageUp, pageDown, up, down, left, right
  case function(Int)
  /// A bracketed paste: the pasted bytes as text, not yet sanitised.
  case paste(String)
}
