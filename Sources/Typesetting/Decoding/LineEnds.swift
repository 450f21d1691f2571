/// Line ends of the old Macintosh.
enum LineEnds {
  /// The text with line feeds for carriage returns, if it has the one and not the other.
  static func normalised(_ bytes: [UInt8]) -> [UInt8] {
    let head = bytes.prefix(ByteCensus.reach)
    guard head.contains(0x0D), !bytes.contains(0x0A) else { return bytes }
    return bytes.map { $0 == 0x0D ? 0x0A : $0 }
  }
}
