import Articles
import Glibc

/// The articles of a state that have marks, encoded, to be put in the order of the file.
///
/// Marks are encoded in the order in which they lie in memory, which costs half of what looking each
/// one up would; then only numbers are sorted.
struct SortedLines: ~Copyable {
  private struct Line {
    /// The bytes of the key behind what all begin with, as a number that orders as they do.
    var leading: UInt64 = 0
    let key: Range<Int>
    let text: Range<Int>
  }

  /// All keys, as they are before JSON escapes them, one after the other.
  private var keys: [UInt8] = []
  private var text: JSONWriter
  private var lines: [Line] = []

  init(_ articles: [ArticlePath: Marks]) {
    lines.reserveCapacity(articles.count)
    keys.reserveCapacity(64 * articles.count)
    text = JSONWriter(capacity: 256 + 200 * articles.count)
    for (path, marks) in articles where !marks.isEmpty { add(PathKey.encoded(path), marks) }
    sort()
  }

  private mutating func add(_ key: [UInt8], _ marks: Marks) {
    let start = (key: keys.count, text: text.count)
    keys += key
    text.putArticle(key, marks)
    lines.append(Line(key: start.key..<keys.count, text: start.text..<text.count))
  }

  private mutating func sort() {
    let keys = keys
    keys.withUnsafeBytes { keys in
      func key(_ line: Line) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: keys[line.key])
      }
      guard let first = lines.first else { return }
      let common = lines.reduce(first.key.count) { common, line in
        commonBytes(key(first), key(line), atMost: common)
      }
      for index in lines.indices {
        lines[index].leading = leadingBytes(key(lines[index]).dropFirst(common))
      }
      lines.sort { one, other in
        one.leading == other.leading
          ? key(one).precedes(key(other)) : one.leading < other.leading
      }
    }
  }

  /// The lines between two texts, each after a line feed, with a comma between two.
  func between(_ header: [UInt8], _ end: [UInt8]) -> [UInt8] {
    var file: [UInt8] = []
    file.reserveCapacity(header.count + text.count + 2 * lines.count + end.count)
    file += header
    let text = text.written
    var isFirst = true
    for line in lines {
      if !isFirst { file.append(UInt8(ascii: ",")) }
      file.append(UInt8(ascii: "\n"))
      file += UnsafeRawBufferPointer(rebasing: text[line.text])
      isFirst = false
    }
    return file + end
  }
}

/// With how many equal bytes two keys begin.
private func commonBytes(
  _ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer, atMost most: Int
) -> Int {
  let most = min(most, one.count, other.count)
  var count = 0
  while count < most, one[count] == other[count] { count += 1 }
  return count
}

/// The first eight bytes, zeros after a shorter key: a zero is in no key, so the order stays.
private func leadingBytes(_ key: Slice<UnsafeRawBufferPointer>) -> UInt64 {
  var number: UInt64 = 0
  for byte in key.prefix(8) { number = number << 8 | UInt64(byte) }
  return number << UInt64(8 * (8 - min(key.count, 8)))
}

extension UnsafeRawBufferPointer {
  /// Whether these bytes come first.
  func precedes(_ other: UnsafeRawBufferPointer) -> Bool {
    guard let left = baseAddress, let right = other.baseAddress else { return count < other.count }
    let order = memcmp(left, right, Swift.min(count, other.count))
    return order == 0 ? count < other.count : order < 0
  }
}
