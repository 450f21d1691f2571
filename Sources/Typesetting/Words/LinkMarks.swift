/// Numbers in brackets that text browsers put before links.
enum LinkMarks {
  /// The bytes without them.
  /// - Parameter mark: what to put in the place of each.
  static func removed(from bytes: ArraySlice<UInt8>, leaving mark: String = "") -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "[")) else { return Array(bytes) }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "["), isBeforeLink(index, bytes),
        let length = length(bytes[index...])
      {
        result += mark.utf8
        index += length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// The number of them in the bytes.
  static func count(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.indices.count { bytes[$0] == UInt8(ascii: "[") && isBeforeLink($0, bytes) }
  }

  /// Whether a mark stands before a word, not behind one as a note does.
  private static func isBeforeLink(_ index: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
    guard let length = length(bytes[index...]) else { return false }
    let next = index + length < bytes.endIndex ? bytes[index + length] : 0x20
    let former = index > bytes.startIndex ? bytes[index - 1] : 0x20
    return next > 0x20 && !isWord(former)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch ByteClass.table[Int(byte)] {
    case .small, .capital, .digit: true
    default: false
    }
  }

  /// The length of the mark at the beginning of the bytes: `[`, one to four digits, `]`.
  private static func length(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.first == UInt8(ascii: "[") else { return nil }
    let digits = bytes.dropFirst().prefix(5).prefix { (0x30...0x39).contains($0) }
    guard (1...4).contains(digits.count), digits.endIndex < bytes.endIndex,
      bytes[digits.endIndex] == UInt8(ascii: "]")
    else { return nil }
    return digits.count + 2
  }
}
