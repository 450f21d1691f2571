/// Tells where words of a language may be divided. Two that serve one language are the same.
package struct Hyphenator: Hashable, Sendable {
  package let language: Language
  /// Of a word in lower case the numbers of letters after which a hyphen may stand, in order.
  package let points: @Sendable (String) -> [Int]

  package init(language: Language, points: @escaping @Sendable (String) -> [Int]) {
    self.language = language
    self.points = points
  }

  package static func == (left: Self, right: Self) -> Bool { left.language == right.language }

  package func hash(into hasher: inout Hasher) { hasher.combine(language) }
}

extension Hyphenator {
  private static let shortestWord = 5
  private static let longestWord = 60
  private static let leastBefore = 2
  private static let leastAfter = 3

  /// The offsets in a text at which a word may be divided that stands in a part of it, after a
  /// space, with nothing around it but punctuation. Only what is a plain word for certain is
  /// divided: letters with a mark or a digit among them are not, nor capitals after the first letter.
  func points(
    in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>
  ) -> [Int] {
    guard part.count >= Self.shortestWord,
      part.lowerBound == 0 || text[part.lowerBound - 1] == UInt8(ascii: " ")
    else { return [] }
    let scalars = String(decoding: text[part], as: UTF8.self).unicodeScalars
    let rest = scalars.drop { Self.openings.contains($0) }
    let letters = rest.prefix { $0.properties.isLowercase || $0.properties.isUppercase }
    guard (Self.shortestWord...Self.longestWord).contains(letters.count),
      letters.dropFirst().allSatisfy({ $0.properties.isLowercase }),
      rest[letters.endIndex...].allSatisfy({ Self.closings.contains($0) }),
      let word = letters.inLowerCase
    else { return [] }
    // What stands before the word is as long in the text: both are valid UTF-8 up to its end.
    let start = part.lowerBound + String(scalars[..<rest.startIndex]).utf8.count
    return points(word).filter { $0 >= Self.leastBefore && $0 <= letters.count - Self.leastAfter }
      .map { start + String(letters.prefix($0)).utf8.count }
  }

  private static let openings = Set("([\"'“‘«„‚¿¡".unicodeScalars)
  private static let closings = Set(" .,;:!?)]\"'”’»…".unicodeScalars)
}

extension Substring.UnicodeScalarView {
  /// The letters in lower case, if that leaves as many.
  fileprivate var inLowerCase: String? {
    guard let first, first.properties.isUppercase else { return String(self) }
    let small = first.properties.lowercaseMapping
    return small.unicodeScalars.count == 1 ? small + String(self.dropFirst()) : nil
  }
}
