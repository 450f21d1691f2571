/// The place of a text at which most of what is looked for stands together.
package struct SearchPlace: Sendable {
  /// How many of the phrases stand there.
  package let count: Int
  /// Where the longest of those stands, in bytes of the text, and which it is.
  package let offset: Int
  package let phrase: Int
  /// Where phrases stand from there on, in order.
  let ranges: [Range<Int>]

  private struct Match {
    let range: Range<Int>
    /// Which of the phrases it is.
    let phrase: Int
  }

  /// Of several such places the first; nil where none of the phrases stands anywhere.
  package init?(of phrases: [SearchPhrase], in text: SearchableText) {
    let matches = phrases.enumerated().flatMap { number, phrase in
      text.ranges(of: phrase).map { Match(range: $0, phrase: number) }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let best = SearchPlace.densest(matches, phrases: phrases.count)
    let together = matches[best.range]
    // Of those that are as long as another, the first.
    guard
      let longest = together.max(by: { phrases[$0.phrase].length < phrases[$1.phrase].length })
    else { return nil }
    count = best.distinct
    offset = longest.range.lowerBound
    phrase = longest.phrase
    ranges = matches[best.range.lowerBound...].map(\.range)
  }

  /// The matches that stand together where most phrases stand within the length of a snippet.
  private static func densest(
    _ matches: [Match], phrases: Int
  ) -> (range: Range<Int>, distinct: Int) {
    var counts = [Int](repeating: 0, count: phrases)
    var (end, distinct) = (0, 0)
    var best = (range: 0..<0, distinct: 0)
    for (start, match) in matches.enumerated() {
      while end < matches.count,
        matches[end].range.upperBound <= match.range.lowerBound + Snippet.reach || end == start
      {
        counts[matches[end].phrase] += 1
        if counts[matches[end].phrase] == 1 { distinct += 1 }
        end += 1
      }
      if distinct > best.distinct { best = (start..<end, distinct) }
      counts[match.phrase] -= 1
      if counts[match.phrase] == 0 { distinct -= 1 }
    }
    return best
  }
}

extension SearchPhrase {
  fileprivate var length: Int { words.reduce(0) { $0 + $1.count } }
}
