/// What a text says of itself.
package struct Metadata: Hashable, Sendable {
  /// As a person would write it in a list: without the site's name or a section number.
  package var title: String?
  /// As the text writes the name; several are joined by ", ".
  package var author: String?
  /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, never more exact than the text.
  package var date: String?
  /// The address of the page that the text was saved from.
  package var address: String?
  package var tags: [String]
  /// The language that a header states.
  package var language: Language?
  /// Words of the text without furniture; each ideograph or kana counts as a character.
  package var words: Int
  /// Reading time in whole minutes, at least 1 for a text that has words.
  package var minutes: Int
  /// How many of the words are ideographs or kana.
  var ideographs = 0

  package init(
    title: String? = nil, author: String? = nil, date: String? = nil, address: String? = nil,
    tags: [String] = [], words: Int = 0, minutes: Int = 0
  ) {
    self.title = title
    self.author = author
    self.date = date
    self.address = address
    self.tags = tags
    self.words = words
    self.minutes = minutes
  }

  /// The length that a text of so many times the size has, if it goes on like this one.
  package mutating func extend(by share: Double) {
    ideographs = Int(Double(ideographs) * share)
    words = Int(Double(words) * share)
    minutes = WordCount.minutes(words: words - ideographs, ideographs: ideographs)
  }
}
