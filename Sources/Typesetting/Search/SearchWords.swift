/// The words of a text as a search compares them: folded, one after the other.
///
/// A word is a run of letters, marks and digits. Scripts that are written without spaces have
/// none; there each character stands for itself, so that looking for a few of them in a row finds
/// them wherever they stand.
package struct SearchWords: Sendable {
  /// Bytes of a word that are compared; longer ones are no words.
  package static let longest = 64

  private let folding = Folding.folding(keepsCase: false)
  private let letters = SearchWords.asciiLetters

  package init() {}

  /// Finds the words of bytes of UTF-8; what is not UTF-8 stands between words.
  /// - Parameter take: gets the bytes of each folded word, and where it stands.
  package func scan(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ take: (_ word: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: SearchWords.longest) { room in
      var word = WordBuffer(room)
      var offset = 0
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte < 0x80 {
          let letter = letters[Int(byte)]
          if letter != 0 { word.add(letter, at: offset) } else { word.end(at: offset, take) }
          offset += 1
        } else {
          let (value, length) = UTF8Scalar.decode(bytes, at: offset, before: bytes.count)
          add(value, at: offset..<offset + length, to: &word, take)
          offset += length
        }
      }
      word.end(at: offset, take)
    }
  }

  private func add(
    _ scalar: UInt32, at range: Range<Int>, to word: inout WordBuffer,
    _ take: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
  ) {
    let folded = folding.fold(scalar)
    guard folded != Folding.ignored else { return }
    switch WordClass(folded) {
    case .letter: word.add(scalar: folded, at: range.lowerBound)
    case .alone:
      word.end(at: range.lowerBound, take)
      word.add(scalar: folded, at: range.lowerBound)
      word.end(at: range.upperBound, take)
    case .other: word.end(at: range.lowerBound, take)
    }
  }

  /// The small letter or digit that each ASCII byte is compared as; 0 for all else.
  static let asciiLetters: [UInt8] = (0..<0x80).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): UInt8(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
    default: 0
    }
  }
}

/// A word while its bytes are gathered.
private struct WordBuffer {
  private let room: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  private var start = 0

  init(_ room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  mutating func add(_ byte: UInt8, at offset: Int) {
    if count == 0 { start = offset }
    guard count < room.count else { return }
    room[count] = byte
    count += 1
  }

  /// A scalar of a word goes in whole or not at all.
  mutating func add(scalar value: UInt32, at offset: Int) {
    guard let bytes = Unicode.Scalar(value).flatMap({ UTF8.encode($0) }) else { return }
    guard count + bytes.count <= room.count else { return }
    for byte in bytes { add(byte, at: offset) }
  }

  mutating func end(
    at offset: Int, _ take: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
  ) {
    guard count > 0 else { return }
    take(UnsafeBufferPointer(rebasing: room[..<count]), start..<offset)
    count = 0
  }
}

/// What a scalar is to a search.
private enum WordClass {
  case letter
  /// A word by itself.
  case alone
  case other

  init(_ scalar: UInt32) {
    switch scalar {
    case 0..<UInt32(WordClass.table.count): self = WordClass.table[Int(scalar)]
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .alone
    case 0xAC00...0xD7A3: self = .letter
    default: self = WordClass.look(up: scalar)
    }
  }

  private static let table = (0..<0x3100).map { look(up: $0) }

  private static func look(up scalar: UInt32) -> WordClass {
    guard let scalar = Unicode.Scalar(scalar) else { return .other }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return isUnspaced(scalar.value) ? .alone : .letter
    default: return .other
    }
  }

  /// Thai, Lao, Burmese and Khmer, kana and bopomofo.
  private static func isUnspaced(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FFF, 0x3005...0x3007,
      0x3040...0x312F, 0x31A0...0x31FF, 0xFF66...0xFF9F:
      true
    default: false
    }
  }
}
