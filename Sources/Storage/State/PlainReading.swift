import Articles
import Glibc

// Marks are nearly always spelled as this program spells them. Such a spelling is read by comparing
// whole pieces of it, which takes a third of the time; and it proves that the marks would be written
// as the same bytes.
extension JSONCursor {
  /// Reads the marks of an article, if they stand here to the byte as they would be written.
  /// - Returns: nil where they do not; the cursor may then be anywhere.
  mutating func plainMarks() -> Marks? {
    guard takeExactly("{") else { return nil }
    var isFirst = true
    var fingerprint: String?
    var position: Register<Position>?
    var (read, starred): (Register<Bool>?, Register<Bool>?)
    var tags: [String: Register<Bool>] = [:]
    if takesMember("\"fingerprint\": ", &isFirst) {
      fingerprint = plainString()
      if fingerprint?.isEmpty ?? true { return nil }
    }
    if takesMember("\"position\": ", &isFirst) {
      position = plainPosition()
      if position == nil { return nil }
    }
    if takesMember("\"read\": ", &isFirst) {
      read = plainFlag()
      if read == nil { return nil }
    }
    if takesMember("\"starred\": ", &isFirst) {
      starred = plainFlag()
      if starred == nil { return nil }
    }
    if takesMember("\"tags\": ", &isFirst) {
      tags = plainTags()
      if tags.isEmpty { return nil }
    }
    guard !isFirst, takeExactly("}") else { return nil }
    return Marks(
      fingerprint: fingerprint, read: read, position: position, starred: starred, tags: tags)
  }

  /// Whether the bytes of a path are spelled as themselves.
  func isPlainKey(_ key: Spelling) -> Bool {
    isWrittenAsItIs(key) && !contains(UInt8(ascii: "%"), in: key.range)
  }

  private mutating func takesMember(_ name: StaticString, _ isFirst: inout Bool) -> Bool {
    let start = at
    guard isFirst || takeExactly(", "), takeExactly(name) else {
      at = start
      return false
    }
    isFirst = false
    return true
  }

  private mutating func plainFlag() -> Register<Bool>? {
    guard takeExactly("{\"value\": ") else { return nil }
    let value = takeExactly("true")
    guard value || takeExactly("false"), takeExactly(", \"at\": "), let time = plainNumber(),
      Marks.stamps.contains(time), takeExactly("}")
    else { return nil }
    return .flag(value, at: time)
  }

  private mutating func plainPosition() -> Register<Position>? {
    guard takeExactly("{\"value\": {\"offset\": "), let offset = plainNumber(),
      takeExactly(", \"quote\": "), let quote = plainString(),
      takeExactly(", \"progress\": "), let progress = plainShare(),
      takeExactly("}, \"at\": "), let time = plainNumber(), Marks.stamps.contains(time),
      takeExactly("}")
    else { return nil }
    return .place(Position(offset: Int(offset), quote: quote, progress: progress), at: time)
  }

  /// Empty where they do not stand here as they would be written.
  private mutating func plainTags() -> [String: Register<Bool>] {
    var tags: [String: Register<Bool>] = [:]
    var last = ""
    repeat {
      guard takeExactly(tags.isEmpty ? "{" : ", "), let name = plainString(),
        tags.isEmpty || last.utf8.lexicographicallyPrecedes(name.utf8), takeExactly(": "),
        let register = plainFlag(), tags.updateValue(register, forKey: name) == nil
      else { return [:] }
      last = name
    } while !takeExactly("}")
    return tags
  }

  private mutating func plainString() -> String? {
    guard next == UInt8(ascii: "\""), let spelling = try? string(), isWrittenAsItIs(spelling) else {
      return nil
    }
    return string(spelling)
  }

  /// Whether no byte of a string would be written as an escape.
  private func isWrittenAsItIs(_ spelling: Spelling) -> Bool {
    !spelling.hasEscapes && !contains(0x7F, in: spelling.range)
      && !contains(0xC2, in: spelling.range)
  }

  /// A whole number in as few digits as it has, at most 18.
  private mutating func plainNumber() -> Int64? {
    bytes.withUnsafeBytes { bytes in
      let start = at
      var number: Int64 = 0
      while at < end, isDigit(bytes[at]), at - start < 18 {
        number = number * 10 + Int64(bytes[at] - UInt8(ascii: "0"))
        at += 1
      }
      let isLeadingZero = at > start + 1 && bytes[start] == UInt8(ascii: "0")
      return at == start || isLeadingZero ? nil : number
    }
  }

  /// A share, 0…1, in the fewest digits.
  private mutating func plainShare() -> Double? {
    guard let range = try? number() else { return nil }
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard let share = Double(text), share >= 0, share <= 1 else { return nil }
    return text == JSONWriter.spelling(share: share) ? share : nil
  }

  private func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    bytes.withUnsafeBytes { bytes in
      guard let start = bytes[range].isEmpty ? nil : bytes.baseAddress else { return false }
      return memchr(start + range.lowerBound, Int32(byte), range.count) != nil
    }
  }
}
