/// Which names of files are those of articles.
enum ArticleName {
  private static let extensions: [[UInt8]] =
    ["txt", "text", "md", "markdown", "rst", "org", "adoc", "asc"].map { Array($0.utf8) }
  private static let compressed = Array("gz".utf8)

  /// Names with a leading dot are hidden, whatever else they say.
  static func isHidden(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.first == UInt8(ascii: ".")
  }

  /// One of the known extensions, in any case, on its own or followed by `.gz`.
  static func isArticle(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let (stem, last) = split(name) else { return false }
    guard matches(last, compressed) else { return extensions.contains { matches(last, $0) } }
    guard let (_, inner) = split(stem) else { return false }
    return extensions.contains { matches(inner, $0) }
  }

  /// The file holds its text compressed by gzip.
  static func isCompressed(_ path: [UInt8]) -> Bool {
    path.withUnsafeBufferPointer { name in
      split(name).map { matches($0.last, compressed) } ?? false
    }
  }

  /// At the last dot, where something stands before it.
  private static func split(
    _ name: UnsafeBufferPointer<UInt8>
  ) -> (stem: UnsafeBufferPointer<UInt8>, last: UnsafeBufferPointer<UInt8>)? {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return nil }
    return (.init(rebasing: name[..<dot]), .init(rebasing: name[(dot + 1)...]))
  }

  private static func matches(_ name: UnsafeBufferPointer<UInt8>, _ lower: [UInt8]) -> Bool {
    name.count == lower.count && zip(name, lower).allSatisfy { $0 == $1 || isUpper($0, of: $1) }
  }

  private static func isUpper(_ byte: UInt8, of lower: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte | 0x20 == lower
  }
}
