/// Numbers in brackets that text browsers put before links.
enum LinkMarks {
  /// The bytes without them.
  /// - Parameter mark: what to put in the place of each.
  static func removed(from bytes: ArraySlice<UInt8>, leaving mark: String = "") -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "[")) else { return Array(bytes) }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if let length = length(bytes[index...]) {
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
    bytes.indices.count { bytes[$0] == UInt8(ascii: "[") && length(bytes[$0...]) != nil }
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
