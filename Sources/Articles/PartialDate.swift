/// A day, a month or a year. Of two that begin alike the less exact one comes first, as it does
/// where their texts are sorted.
package struct PartialDate: Hashable, Comparable, Sendable {
  /// Year, month and day as one number; 0 stands for what is not said.
  private let digits: Int32

  /// - Parameters:
  ///   - year: beyond 1 to 9999, which is all that can be written, the nearest of these counts.
  ///   - month: 0 where only the year is known.
  ///   - day: 0 where only the month is known.
  package init(year: Int, month: Int = 0, day: Int = 0) {
    digits = Int32(min(max(year, 1), 9_999) * 10_000 + month * 100 + day)
  }

  /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; nil for anything else.
  package init?(_ text: String) {
    let bytes = text.utf8
    guard [4, 7, 10].contains(bytes.count) else { return nil }
    var digits = 0
    for (place, byte) in bytes.enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    let (year, month, day) =
      switch bytes.count {
      case 4: (digits, 1, 1)
      case 7: (digits / 100, digits % 100, 1)
      default: (digits / 10_000, digits / 100 % 100, digits % 100)
      }
    guard year > 0, (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.init(
      year: year, month: bytes.count > 4 ? month : 0, day: bytes.count > 7 ? day : 0)
  }

  package static func < (left: PartialDate, right: PartialDate) -> Bool {
    left.digits < right.digits
  }
}

extension PartialDate: CustomStringConvertible {
  /// As it is read.
  package var description: String {
    func text(_ number: Int32, digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(digits - text.count, 0)) + text
    }
    let (month, day) = (digits / 100 % 100, digits % 100)
    return text(digits / 10_000, digits: 4) + (month > 0 ? "-" + text(month, digits: 2) : "")
      + (day > 0 ? "-" + text(day, digits: 2) : "")
  }
}
