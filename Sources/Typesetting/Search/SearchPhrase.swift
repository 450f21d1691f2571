import Articles

/// Words that are looked for, one directly after the other.
package struct SearchPhrase: Hashable, Sendable {
  /// Folded; empty where there was nothing to look for, which is found nowhere.
  package let words: [[UInt8]]
  /// Whether the last one may be the beginning of a longer word.
  package let isPrefix: Bool

  /// A beginning of fewer bytes stands for too many words to look all of them up.
  package static let shortestPrefix = 3

  package init(_ text: String, isPrefix: Bool = false) {
    words = SearchWords().words(of: text)
    self.isPrefix = isPrefix && (words.last?.count ?? 0) >= SearchPhrase.shortestPrefix
  }

  /// What is looked for by words that were typed in a search, in their order.
  package static func phrases(typed text: String) -> [SearchPhrase] {
    TypedWords(text).phrases.map { SearchPhrase($0.text, isPrefix: $0.isPrefix) }
  }

  /// Whether the phrase stands in a line.
  package func occurs(in text: String) -> Bool { occurs(in: SearchWords().words(of: text)) }

  /// Whether the phrase stands among folded words.
  package func occurs(in text: [[UInt8]]) -> Bool {
    !words.isEmpty && text.indices.contains { stands(at: $0, in: text) }
  }

  /// Where the phrase stands in bytes of UTF-8.
  package func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    SearchableText(bytes).ranges(of: self)
  }

  /// The words with a space before each and behind the last one, unless it may go on; nil where there
  /// is nothing to look for.
  var line: [UInt8]? {
    if words.isEmpty { return nil }
    let space = [UInt8(ascii: " ")]
    return space + Array(words.joined(separator: space)) + (isPrefix ? [] : space)
  }

  private func stands(at index: Int, in text: [[UInt8]]) -> Bool {
    guard index + words.count <= text.count else { return false }
    return words.indices.allSatisfy { offset in
      let word = text[index + offset]
      let mayGoOn = isPrefix && offset == words.count - 1
      return mayGoOn ? word.starts(with: words[offset]) : word == words[offset]
    }
  }
}

extension SearchWords {
  /// The folded words of a line.
  package func words(of text: String) -> [[UInt8]] { wordsAndPlaces(of: Array(text.utf8)).words }

  /// The folded words of bytes of UTF-8, and where each stands.
  package func wordsAndPlaces(of bytes: [UInt8]) -> (words: [[UInt8]], places: [Range<Int>]) {
    var words: [[UInt8]] = []
    var places: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { buffer in
      scan(buffer) { word, range in
        words.append(Array(word))
        places.append(range)
      }
    }
    return (words, places)
  }

  /// Adds the folded words to a line in which a space stands between any two.
  package func append(_ bytes: [UInt8], to line: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      scan(buffer) { word, _ in
        if !line.isEmpty { line.append(UInt8(ascii: " ")) }
        line.append(contentsOf: word)
      }
    }
  }
}
