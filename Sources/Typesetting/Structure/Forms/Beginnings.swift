/// Beginnings of texts, found by their first byte: most bytes begin none of them.
struct Beginnings {
  private var texts = [[[UInt8]]](repeating: [], count: 256)

  init(_ beginnings: [String]) {
    for bytes in beginnings.map({ Array($0.utf8) }) { texts[Int(bytes[0])].append(bytes) }
  }

  /// Whether a text begins with one of them.
  @inline(__always)
  func begin(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, !texts[Int(first)].isEmpty else { return false }
    return texts[Int(first)].contains { text.starts(with: $0) }
  }
}
