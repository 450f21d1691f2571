import CICU

/// From the bytes of a file to UTF-8.
enum Decoder {
  struct Decoded {
    let bytes: [UInt8]
    let encoding: Source.Encoding
    let isBinary: Bool
  }

  /// A mark at the beginning that names the encoding; the longer ones first.
  private static let marks: [(mark: [UInt8], name: String)] = [
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]

  static func decode(_ bytes: [UInt8]) -> Decoded {
    if let (mark, name) = marks.first(where: { bytes.starts(with: $0.mark) }) {
      return decode(Array(bytes.dropFirst(mark.count)), marked: name)
    }
    let census = ByteCensus(bytes)
    if census.isBinary { return Decoded(bytes: bytes, encoding: .utf8, isBinary: true) }
    let isShifted = hasShifts(bytes)
    if !isShifted, isUTF8(bytes) { return Decoded(bytes: bytes, encoding: .utf8, isBinary: false) }
    guard isShifted || !census.isMostlyUTF8 || census.invalid == 0, let guess = guess(bytes) else {
      return Decoded(bytes: bytes, encoding: damaged(census), isBinary: false)
    }
    return Decoded(bytes: guess.bytes, encoding: guess.encoding, isBinary: false)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private static func damaged(_ census: ByteCensus) -> Source.Encoding {
    let share = Double(census.sequences) / Double(max(census.sequences + census.invalid, 1))
    return Source.Encoding(name: "UTF-8", confidence: share)
  }

  private static func decode(_ bytes: [UInt8], marked name: String) -> Decoded {
    let encoding = Source.Encoding(name: name, confidence: 1)
    if name == "UTF-8" {
      return Decoded(bytes: bytes, encoding: encoding, isBinary: ByteCensus(bytes).isBinary)
    }
    let converted = converted(bytes, from: name) ?? []
    return Decoded(bytes: converted, encoding: encoding, isBinary: ByteCensus(converted).isBinary)
  }

  /// Whether escape sequences switch to two bytes a character, as in ISO-2022-JP.
  private static func hasShifts(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(ByteCensus.reach)
    guard let escape = head.firstIndex(of: 0x1B) else { return false }
    return head[escape...].starts(with: [0x1B, 0x24])
  }

  /// The likeliest legacy encoding; where the detector is unsure, the most common one.
  private static func guess(_ bytes: [UInt8]) -> (bytes: [UInt8], encoding: Source.Encoding)? {
    let found = detected(bytes) ?? Source.Encoding(name: "windows-1252", confidence: 0.1)
    return converted(bytes, from: superset(found.name)).map { ($0, found) }
  }

  /// The encoding of Windows has what Latin-1 has, and quotation marks where that has controls.
  private static func superset(_ name: String) -> String {
    name == "ISO-8859-1" ? "windows-1252" : name
  }

  /// ICU's best guess, from the part that is not ASCII, in which all bytes mean something.
  private static func detected(_ bytes: [UInt8]) -> Source.Encoding? {
    let first = bytes.firstIndex { $0 >= 0x80 || $0 == 0x1B } ?? 0
    let sample = Array(bytes[max(0, first - 512)...].prefix(2 * ByteCensus.reach))
    for rank in 0..<8 {
      guard let guess = guess(rank, sample) else { return nil }
      guard let text = converted(sample, from: superset(guess.name)) else { continue }
      let lost = ByteCensus.replacements(text)
      if lost * 200 <= text.count { return guess }
    }
    return nil
  }

  private static func guess(_ rank: Int, _ sample: [UInt8]) -> Source.Encoding? {
    var name = [CChar](repeating: 0, count: 64)
    let confidence = sample.withUnsafeBytes { raw in
      lectern_detect_encoding(
        raw.bindMemory(to: CChar.self).baseAddress, Int32(raw.count), Int32(rank), &name,
        Int32(name.count))
    }
    guard confidence >= 10 else { return nil }
    let text = String(
      decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return Source.Encoding(name: text, confidence: Double(confidence) / 100)
  }

  /// The bytes in UTF-8; nil if the encoding is not known or the text is too long for ICU.
  static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    guard let count = Int32(exactly: bytes.count), count < Int32.max / 4 else { return nil }
    return bytes.withUnsafeBytes { raw -> [UInt8]? in
      let source = raw.bindMemory(to: CChar.self).baseAddress
      var capacity = count * 2 + 16
      for _ in 0..<2 {
        var target = [UInt8](repeating: 0, count: Int(capacity))
        let length = target.withUnsafeMutableBytes { out in
          lectern_convert_to_utf8(
            name, source, count, out.bindMemory(to: CChar.self).baseAddress, capacity)
        }
        guard length >= 0 else { return nil }
        if length <= capacity { return Array(target[..<Int(length)]) }
        capacity = length
      }
      return nil
    }
  }
}
