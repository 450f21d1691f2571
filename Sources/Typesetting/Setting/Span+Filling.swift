import Screen

extension [Span] {
  /// Widens the spaces of a line by so many columns in all, evenly from left to right.
  ///
  /// A line with so few spaces that they would become holes is left as it is; then false is
  /// returned.
  mutating func widenSpaces(by columns: Int) -> Bool {
    let count = reduce(0) { $0 + $1.text.string.utf8.count { $0 == UInt8(ascii: " ") } }
    guard columns <= 2 * count else { return false }
    var passed = 0
    for index in indices {
      self[index].text = self[index].text.withSpaces { _ in
        defer { passed += 1 }
        return 1 + columns * (passed + 1) / count - columns * passed / count
      }
    }
    return true
  }
}

extension SafeText {
  /// The text with each space as wide as is asked for it.
  fileprivate func withSpaces(_ width: (Int) -> Int) -> SafeText {
    var result = SafeText.empty
    var start = 0
    for (offset, byte) in string.utf8.enumerated() where byte == UInt8(ascii: " ") {
      result = result + slice(utf8: start..<offset) + .spaces(width(offset))
      start = offset + 1
    }
    return result + slice(utf8: start..<string.utf8.count)
  }
}
