import CICU

/// The direction in which a paragraph is written.
enum Direction {
  /// Whether the first letter with a direction of its own is written from right to left.
  static func isRightToLeft(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.contains(where: { $0 >= 0x80 }) else { return false }
    let letters = String(decoding: text.prefix(1024), as: UTF8.self).utf16.map { $0 }
    return letters.withUnsafeBufferPointer {
      lectern_runs_right_to_left($0.baseAddress, Int32($0.count))
    }
  }
}
