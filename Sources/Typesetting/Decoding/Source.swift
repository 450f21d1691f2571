/// Decoded text, whole or a window of a long file.
///
/// UTF-8 stands as it came and may hold invalid sequences, which the sanitiser shows; other
/// encodings are converted. A line ends at a line feed and nowhere else.
package struct Source: Sendable {
  /// The encoding of the file and how sure we are of it.
  package struct Encoding: Hashable, Sendable {
    /// As IANA registers it: "UTF-8", "windows-1252".
    package let name: String
    /// 0…1; 1 where the bytes leave no doubt.
    package let confidence: Double

    package init(name: String, confidence: Double) {
      self.name = name
      self.confidence = confidence
    }

    package static let utf8 = Encoding(name: "UTF-8", confidence: 1)
  }

  package let bytes: [UInt8]
  package let encoding: Encoding
  /// The offset of `bytes[0]` in the whole decoded text.
  package let start: Int
  /// The length of the whole decoded text in bytes: more than `bytes.count` in a window.
  package let total: Int
  /// No text: more than 1 % NUL in the first 64 KiB, or too many other controls or invalid bytes.
  package let isBinary: Bool

  /// The whole of a file: its encoding is detected.
  package init(_ bytes: [UInt8]) {
    let decoded = Decoder.decode(bytes)
    self.bytes = LineEnds.normalised(decoded.bytes)
    encoding = decoded.encoding
    start = 0
    total = self.bytes.count
    isBinary = decoded.isBinary
  }

  /// A part of a long file of UTF-8, cut at line ends, that begins at byte `start` of `total`.
  package init(window bytes: [UInt8], start: Int, total: Int) {
    self.bytes = bytes
    encoding = .utf8
    self.start = start
    self.total = total
    isBinary = ByteCensus(bytes).isBinary
  }

  /// Whether it is no part of a long text.
  package var isWhole: Bool { start == 0 && bytes.count == total }

  /// Bytes in UTF-8 that are in an encoding of this name; nil where that is not known.
  package static func utf8(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    Decoder.converted(bytes, from: encoding)
  }
}
