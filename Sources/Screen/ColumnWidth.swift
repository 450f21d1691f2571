import CSystem

/// How many columns a scalar takes.
package enum ColumnWidth {
  /// The columns by which curses advances for a scalar: 0, 1 or 2, and -1 for what has no width.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value &- 0x20 < 0x5F { return 1 }
    return Int(lectern_column_width(scalar.value))
  }
}
