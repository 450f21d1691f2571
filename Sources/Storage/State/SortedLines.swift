import Articles
import Glibc

/// The articles of a state that have marks, encoded, to be put in the order of the file.
///
/// Marks are encoded in the order in which they lie in memory, which costs half of what looking each
/// one up would; then only numbers are sorted.
struct SortedLines {
  private struct Line {
    /// The first bytes of the key, as a number that orders as they do.
    let prefix: UInt64
    let key: Range<Int>
    let text: Range<Int>
  }

  /// All keys, as they are before JSON escapes them, one after the other.
  private var keys: [UInt8] = []
  private var text = JSONWriter()
  private var lines: [Line] = []

  init(_ articles: [ArticlePath: Marks]) {
    lines.reserveCapacity(articles.count)
    keys.reserveCapacity(64 * articles.count)
    text.reserve(200 * articles.count)
    for (path, marks) in articles where !marks.isEmpty { add(PathKey.encoded(path), marks) }
    sort()
  }

  private mutating func add(_ key: [UInt8], _ marks: Marks) {
    let start = (key: keys.count, text: text.count)
    keys += key
    text.putArticle(key, marks)
    lines.append(
      Line(
        prefix: leadingBytes(key), key: start.key..<keys.count,
        text: start.text..<text.count))
  }

  private mutating func sort() {
    let keys = keys
    keys.withUnsafeBytes { keys in
      lines.sort { one, other in
        if one.prefix != other.prefix { return one.prefix < other.prefix }
        return precedes(
          UnsafeRawBufferPointer(rebasing: keys[one.key]),
          UnsafeRawBufferPointer(rebasing: keys[other.key]))
      }
    }
  }

  /// Writes the lines, each after a line feed, with a comma between two.
  func put(into output: inout JSONWriter) {
    var separator: StaticString = "\n"
    for line in lines {
      output.put(separator)
      output.put(text[line.text])
      separator = ",\n"
    }
  }
}

/// The first eight bytes, zeros after a shorter key: a zero is in no key, so the order stays.
private func leadingBytes(_ key: [UInt8]) -> UInt64 {
  var number: UInt64 = 0
  for place in 0..<8 { number = number << 8 | UInt64(place < key.count ? key[place] : 0) }
  return number
}

/// Whether the bytes come first.
private func precedes(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
  guard let left = one.baseAddress, let right = other.baseAddress else {
    return one.count < other.count
  }
  let order = memcmp(left, right, min(one.count, other.count))
  return order == 0 ? one.count < other.count : order < 0
}
