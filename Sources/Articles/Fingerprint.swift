/// XXH3-128 of some bytes: tells contents apart, against accidents and not against attackers.
package struct Fingerprint: Hashable, Sendable, BitwiseCopyable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  /// Nil for a text that is not what `text` gives.
  package init?(_ text: String) {
    guard let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.dropFirst(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
    guard self.text == text else { return nil }
  }

  /// 32 hexadecimal digits.
  package var text: String { Fingerprint.digits(high) + Fingerprint.digits(low) }

  private static func digits(_ half: UInt64) -> String {
    let digits = String(half, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
