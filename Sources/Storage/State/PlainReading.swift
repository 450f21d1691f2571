import Articles

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
    guard !key.hasEscapes else { return false }
    let percent = UInt8(ascii: "%")
    return bytes.withUnsafeBytes {
      $0.first(
        in: key.range, where: { $0.needsCare || $0 == percent },
        among: { $0.needCare || $0.holds(percent) }) == key.range.upperBound
    }
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

  /// A string of which no byte would be written as an escape.
  private mutating func plainString() -> String? {
    guard takeExactly("\"") else { return nil }
    let start = at
    at = bytes.withUnsafeBytes {
      $0.first(in: start..<end, where: { $0.needsCare }, among: { $0.needCare })
    }
    guard at - start <= JSONCursor.longestString, takeExactly("\"") else { return nil }
    return string(Spelling(range: start..<(at - 1), hasEscapes: false))
  }

  /// A whole number in as few digits as it has, at most 18.
  private mutating func plainNumber() -> Int64? {
    let start = at
    guard let number = plainDigits(atMost: 18) else { return nil }
    return at > start + 1 && bytes[start] == UInt8(ascii: "0") ? nil : number
  }

  /// Digits as a number; nil where there are none.
  @inline(__always)
  private mutating func plainDigits(atMost most: Int) -> Int64? {
    bytes.withUnsafeBytes { bytes in
      let (start, end) = (at, min(end, at + most))
      var number: Int64 = 0
      while at < end, isDigit(bytes[at]) {
        number = number &* 10 &+ Int64(bytes[at] &- UInt8(ascii: "0"))
        at += 1
      }
      return at == start ? nil : number
    }
  }

  /// A share, 0…1, in the fewest digits.
  private mutating func plainShare() -> Double? {
    let start = at
    if let share = shortShare() { return share }
    at = start
    guard let range = try? number() else { return nil }
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard let share = Double(text), share >= 0, share <= 1 else { return nil }
    return text == JSONWriter.spelling(share: share) ? share : nil
  }

  /// A share like `0.31`. Up to 15 digits are exact, and so is the power of ten by which they are
  /// divided: the quotient is rounded once, to the number that is meant. No fewer digits would mean it,
  /// as long as the last is no zero; and less than 0.0001 is written in another way.
  private mutating func shortShare() -> Double? {
    guard takeExactly("0.") else { return nil }
    let start = at
    guard let digits = plainDigits(atMost: 15), !digits.isMultiple(of: 10) else { return nil }
    let power = JSONCursor.powersOfTen[at - start]
    let isEnd = next == UInt8(ascii: ",") || next == UInt8(ascii: "}")
    return isEnd && digits >= power / 10_000 ? Double(digits) / Double(power) : nil
  }

  private static let powersOfTen = (0...15).map { exponent in
    (0..<exponent).reduce(Int64(1)) { power, _ in power * 10 }
  }
}
