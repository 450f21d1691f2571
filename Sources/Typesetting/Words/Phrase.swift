/// A short text as it is looked up: lower case, without link marks and the punctuation around words.
struct Phrase {
  let words: [String]
  /// The words joined by spaces.
  let text: String
  /// Whether there may be ideographs or kana.
  let mayHaveIdeographs: Bool

  /// More bytes than any phrase that is looked up needs.
  static let longest = 600

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: some Collection<UInt8>) {
    let read = bytes.withContiguousStorageIfAvailable(WordReader.read)
    self = read ?? Array(bytes).withUnsafeBufferPointer(WordReader.read)
  }

  fileprivate init(words: [String], text: String, mayHaveIdeographs: Bool) {
    (self.words, self.text, self.mayHaveIdeographs) = (words, text, mayHaveIdeographs)
  }

  static let empty = Phrase(words: [], text: "", mayHaveIdeographs: false)
}

/// Cuts a text into words in lower case, without the marks around them.
private struct WordReader {
  private var words: [String] = []
  /// The words that are read, each with a space behind it, and the beginning of the next one.
  private var text: [UInt8] = []
  /// Where the word begins, and where it ends without the marks behind it.
  private var start = 0
  private var end = 0
  private var isASCII = true
  private var mayHaveIdeographs = false

  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Phrase {
    var reader = WordReader()
    reader.text.reserveCapacity(bytes.count + 1)
    reader.words.reserveCapacity(bytes.count / 5 + 1)
    var index = 0
    while index < bytes.count {
      var end = index
      while end < bytes.count, isPlain(bytes[end]) { end += 1 }
      if end > index {
        reader.take(plain: bytes[index..<end])
        index = end
        continue
      }
      if bytes[index] < 0x80 {
        reader.take(bytes[index])
        index += 1
        continue
      }
      let (scalar, length) = UTF8Scalar.decode(bytes, at: index, before: bytes.count)
      reader.take(scalar, bytes[index..<index + length])
      index += length
    }
    reader.close()
    return Phrase(
      words: reader.words, text: String(decoding: reader.text.dropLast(), as: UTF8.self),
      mayHaveIdeographs: reader.mayHaveIdeographs)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Takes small letters and digits, which most bytes of a word are, all at once.
  private mutating func take(plain bytes: Swift.Slice<UnsafeBufferPointer<UInt8>>) {
    text.append(contentsOf: bytes)
    end = text.count
  }

  private mutating func take(_ byte: UInt8) {
    switch byte {
    case 0x09, 0x20: close()
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      text.append(byte | 0x20)
      end = text.count
    default: if end > start { text.append(byte) }
    }
  }

  /// Takes a scalar beyond ASCII, or a byte that is not UTF-8.
  private mutating func take(
    _ scalar: UInt32, _ bytes: Swift.Slice<UnsafeBufferPointer<UInt8>>
  ) {
    if scalar >= 0x3000 { mayHaveIdeographs = true }
    switch WideClass(scalar) {
    case .space: close()
    case .punctuation where scalar != 0xA9: mark(bytes)
    case .mark, .ideographicStop: mark(bytes)
    default:
      isASCII = false
      text.append(contentsOf: bytes)
      end = text.count
    }
  }

  /// A mark belongs to the word if a letter follows.
  private mutating func mark(_ bytes: Swift.Slice<UnsafeBufferPointer<UInt8>>) {
    if end > start { text.append(contentsOf: bytes) }
  }

  private mutating func close() {
    guard end > start else { return }
    text.removeLast(text.count - end)
    var word = String(decoding: text[start...], as: UTF8.self)
    if !isASCII {
      word = word.lowercased()
      text.replaceSubrange(start..., with: word.utf8)
    }
    words.append(word)
    text.append(0x20)
    start = text.count
    end = start
    isASCII = true
  }
}
