import Screen

extension SafeText {
  /// The text in lines of at most so many columns, broken at spaces where there are any.
  func wrapped(columns limit: Int) -> [SafeText] {
    guard columns > limit, limit > 1 else { return [self] }
    let head = prefix(columns: limit)
    let length = head.string.utf8.count
    let isBetweenWords = string.utf8.dropFirst(length).first == UInt8(ascii: " ")
    let lastSpace = head.string.utf8.lastIndex(of: UInt8(ascii: " "))
    let space = lastSpace.map { head.string.utf8.distance(from: head.string.startIndex, to: $0) }
    let end = isBetweenWords ? length : space.flatMap { $0 > 0 ? $0 : nil } ?? length
    let bytes = string.utf8.count
    let next = end < bytes && (isBetweenWords || end < length) ? end + 1 : end
    return [slice(utf8: 0..<end)] + slice(utf8: next..<bytes).wrapped(columns: limit)
  }
}
