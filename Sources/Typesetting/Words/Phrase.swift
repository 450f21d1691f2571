/// A short text as it is looked up: lower case, without link marks and the punctuation around words.
struct Phrase {
  let words: [String]
  /// The words joined by spaces.
  let text: String

  /// More bytes than any phrase that is looked up needs.
  static let longest = 600

  init(_ text: String) {
    var words: [String] = []
    for word in LinkMarks.removed(from: text).lowercased().split(whereSeparator: \.isWhitespace) {
      let trimmed = Self.trimmed(word.unicodeScalars)
      if !trimmed.isEmpty { words.append(String(trimmed)) }
    }
    self.words = words
    self.text = words.joined(separator: " ")
  }

  private static func trimmed(
    _ word: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView.SubSequence {
    guard let first = word.firstIndex(where: isKept), let last = word.lastIndex(where: isKept) else {
      return word.prefix(0)
    }
    return word[first...last]
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "©"
  }
}

/// Numbers in brackets that text browsers put before links.
enum LinkMarks {
  /// The text without them.
  /// - Parameter mark: what to put in the place of each.
  static func removed(from text: String, leaving mark: String = "") -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if let length = length(rest) {
        result += mark.utf8
        rest = rest.dropFirst(length)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
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
