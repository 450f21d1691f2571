/// Marks of a short text that menus, forms and addresses have more of than sentences.
struct TextMarks {
  /// Bars, arrows and other marks between the links of a menu or the steps of a path.
  private(set) var separators = 0
  private(set) var brackets = 0
  /// Whether some of them point onward, as between the steps of a path.
  private(set) var hasSteps = false
  /// Fields to fill in, drawn with underscores.
  private(set) var hasField = false
  private(set) var hasAddress = false
  private(set) var hasMail = false
  /// A pilcrow at the end, as generated pages have behind headings.
  private(set) var hasPilcrow = false
  /// Four digits in a row, or the ideograph for a year.
  private(set) var hasYear = false
  /// Where the first colon stands that ends a word and has words behind it.
  private(set) var colon: Int?

  init(_ bytes: [UInt8]) {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "@"): hasMail = true
      case UInt8(ascii: ":"), 0xEF: takeColon(index, bytes)
      case UInt8(ascii: "_"):
        if bytes[index...].starts(with: "____".utf8) { hasField = true }
      default: continue
      }
    }
    hasPilcrow = bytes.suffix(2).elementsEqual([0xC2, 0xB6])
    hasYear = Self.hasYear(bytes)
    separators = Self.separators(bytes)
    hasSteps = separators > 0 && Self.hasSteps(bytes)
  }

  private static func hasYear(_ bytes: [UInt8]) -> Bool {
    var run = 0
    var value = 0
    for (index, byte) in bytes.enumerated() {
      if ByteClass.table[Int(byte)] == .digit {
        run += 1
        value = run > 4 ? 0 : (run == 1 ? 0 : value * 10) + Int(byte - 0x30)
        continue
      }
      if run == 4 && DateText.years.contains(value)
        || byte == 0xE5 && bytes[index...].starts(with: "年".utf8)
      {
        return true
      }
      run = 0
    }
    return run == 4 && DateText.years.contains(value)
  }

  private mutating func takeColon(_ index: Int, _ bytes: [UInt8]) {
    let rest = bytes[(index + 1)...]
    if bytes[index] == 0xEF {
      if rest.starts(with: [0xBC, 0x9A]), rest.count > 2 { colon = colon ?? index }
    } else if rest.starts(with: "//".utf8) {
      hasAddress = true
    } else if rest.count > 1, rest.first == 0x20 {
      colon = colon ?? index
    }
  }

  private static let marks = Set("|»›<>→·•/¦«‹⟩〉＞｜".unicodeScalars)

  /// Words that are nothing but such marks, and words that end in one.
  private static func separators(_ bytes: [UInt8]) -> Int {
    var count = 0
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x20 { end += 1 }
      if start < end, isSeparator(bytes[start..<end]) { count += 1 }
      start = end + 1
    }
    return count
  }

  private static func isSeparator(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    if word.count > 1, last == UInt8(ascii: "/") { return !word.contains(UInt8(ascii: ":")) }
    if word.count > 2, last == 0xBB, word.dropLast().last == 0xC2 { return true }
    guard word.count <= 6, first >= 0x80 || isASCIIMark(first) else { return false }
    return String(decoding: word, as: UTF8.self).unicodeScalars.allSatisfy(marks.contains)
  }

  private static func hasSteps(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: 0x20).contains { word in
      [">", "/", "\u{BB}", "\u{203A}", "\u{2192}"].contains { word.elementsEqual($0.utf8) }
    }
  }

  private static func isASCIIMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: ">")
  }
}
