/// What is typed to search as one types: words and "phrases", and nothing that could be a mistake.
package struct TypedWords: Hashable, Sendable {
  /// The words and phrases, without their quotation marks; the last one may not be whole yet.
  package let phrases: [Phrase]

  package init(_ text: String) {
    var phrases: [Phrase] = []
    // What stands between quotation marks, the first included, is every second piece.
    let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
    for (number, piece) in pieces.enumerated() {
      let isQuoted = number % 2 == 1
      let words = isQuoted ? [piece] : piece.split(separator: " ")
      for (index, word) in words.enumerated() {
        let isLast = number == pieces.count - 1 && index == words.count - 1
        let isPrefix = isLast && word.last != " "
        if !word.isEmpty { phrases.append(Phrase(String(word), isPrefix: isPrefix)) }
      }
    }
    self.phrases = phrases
  }

  /// All of them must stand in the article; those without a letter or digit stand nowhere, and are
  /// not looked for. Nil where nothing is left.
  package var condition: Condition? {
    let terms = phrases.filter(\.text.hasLetterOrDigit).map {
      Condition.term(Term(.text($0), range: 0..<0))
    }
    return terms.isEmpty ? nil : .all(terms)
  }
}
