import Articles
import Typesetting

extension Library {
  /// White space is looked for in so many bytes at the end of a part.
  private static let cutRange = 64 << 10

  /// Hands over a long text in UTF-8, part by part. No part ends within a character, nor within a
  /// word unless that has no end for very long. Of what is no text, there is one part. Blocks.
  /// - Parameter take: gets a part, and the byte at which it begins. Returns false to stop.
  /// - Throws: `LibraryError`.
  func readParts(
    of path: ArticlePath, _ take: (_ part: [UInt8], _ start: Int) -> Bool
  ) throws(LibraryError) {
    let first = try read(path, from: 0, count: Library.longestOpenedWhole)
    // Half a character would pass for one of another encoding.
    let source = Source(Array(first.bytes[..<Library.cut(first.bytes, unit: 1)]))
    guard !source.isBinary else { return _ = take(source.bytes, 0) }
    let encoding = source.encoding.name
    let unit = encoding.hasPrefix("UTF-32") ? 4 : encoding.hasPrefix("UTF-16") ? 2 : 1
    var part = first
    while !part.bytes.isEmpty {
      let isLast = part.start + part.bytes.count >= part.total
      let end = isLast ? part.bytes.count : Library.cut(part.bytes, unit: unit)
      let bytes = Array(part.bytes[..<end])
      let isUTF8 = encoding == "UTF-8" || encoding == "US-ASCII"
      let text = isUTF8 ? bytes : Source.utf8(bytes, from: encoding) ?? bytes
      guard take(text, part.start), !isLast else { return }
      part = try read(path, from: part.start + end, count: Library.longestOpenedWhole)
    }
  }

  /// After the last white space; else between characters.
  private static func cut(_ bytes: [UInt8], unit: Int) -> Int {
    let last = bytes.count / unit * unit
    for end in stride(from: last, to: max(last - cutRange, 0), by: -unit)
    where bytes[end - unit..<end].isWhiteSpace {
      return end
    }
    return unit == 1 ? bytes.characterEnd : last
  }
}

extension ArraySlice<UInt8> {
  /// Whether one character of ASCII stands here, in whatever order of bytes, that ends a word.
  fileprivate var isWhiteSpace: Bool {
    let values = filter { $0 != 0 }
    return values.count == 1 && values.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}
