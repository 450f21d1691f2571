/// A short text as it is looked up: lower case, without link marks and the punctuation around words.
struct Phrase {
  let words: [String]
  /// The words joined by spaces.
  let text: String

  /// More bytes than any phrase that is looked up needs.
  static let longest = 600

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    var reader = WordReader()
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if bytes[index] < 0x80 {
          reader.take(bytes[index])
          index += 1
          continue
        }
        let (scalar, length) = UTF8Scalar.decode(bytes, at: index, before: bytes.count)
        reader.take(scalar, bytes[index..<index + length])
        index += length
      }
    }
    (words, text) = reader.finish()
  }

  private init(words: [String], text: String) { (self.words, self.text) = (words, text) }

  static let empty = Phrase(words: [], text: "")
}

/// Cuts a text into words in lower case, without the marks around them.
private struct WordReader {
  private var words: [String] = []
  private var text: [UInt8] = []
  private var word: [UInt8] = []
  /// The length of the word without the marks behind it.
  private var kept = 0
  private var isASCII = true

  mutating func take(_ byte: UInt8) {
    switch byte {
    case 0x09, 0x20: close()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      word.append(byte)
      kept = word.count
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      word.append(byte | 0x20)
      kept = word.count
    default: if kept > 0 { word.append(byte) }
    }
  }

  /// Takes a scalar beyond ASCII, or a byte that is not UTF-8.
  mutating func take(_ scalar: UInt32, _ bytes: Swift.Slice<UnsafeBufferPointer<UInt8>>) {
    switch WideClass(scalar) {
    case .space: close()
    case .punctuation where scalar != 0xA9: mark(bytes)
    case .mark, .ideographicStop: mark(bytes)
    default:
      isASCII = false
      add(bytes)
    }
  }

  private mutating func add(_ bytes: Swift.Slice<UnsafeBufferPointer<UInt8>>) {
    word.append(contentsOf: bytes)
    kept = word.count
  }

  /// A mark belongs to the word if a letter follows.
  private mutating func mark(_ bytes: Swift.Slice<UnsafeBufferPointer<UInt8>>) {
    if kept > 0 { word.append(contentsOf: bytes) }
  }

  private mutating func close() {
    if kept > 0 {
      let plain = String(decoding: word[..<kept], as: UTF8.self)
      words.append(isASCII ? plain : plain.lowercased())
      if !text.isEmpty { text.append(0x20) }
      if isASCII { text += word[..<kept] } else { text += words[words.count - 1].utf8 }
    }
    word.removeAll(keepingCapacity: true)
    kept = 0
    isASCII = true
  }

  mutating func finish() -> ([String], String) {
    close()
    return (words, String(decoding: text, as: UTF8.self))
  }
}
