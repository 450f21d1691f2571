import Articles
import Seeded
import Testing
import Typesetting

@testable import ReaderCore

/// Titles that a search finds, against a plain look at each title.
@Suite struct TitlesFoundTests {
  private static let words = [
    "a", "night", "Night", "C++", "it's", "Café", "CAFE", "foo-bar", "東京", "ﬁne", "e\u{301}t", "7",
    "“so”", "soft\u{AD}ly", "#12",
  ]
  private static let typed =
    words + ["igh", "NIG", "oo-b", "'s", "++", "softly", "京", "et", "\"a 7\""]

  @Test(arguments: 0..<6) func areThoseOfAPlainLook(seed: Int) {
    var random = Seeded(UInt64(seed))
    var list = ArticleList()
    _ = list.take(
      (0..<80).map { Article(path: ArticlePath("night \($0).txt"), bytes: 1, modified: 1) })
    let described = (0..<60).map { index in
      let count = Int.random(in: 0...5, using: &random)
      let title = (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }
      let description = Description(
        path: ArticlePath("night \(index).txt"),
        outcome: .success(Summary(title: title.joined(separator: " "), words: 1, minutes: 1)))
      return (index: index, description: description)
    }
    _ = list.describe(described, keeping: nil)
    for _ in 0..<300 {
      let count = Int.random(in: 1...2, using: &random)
      let text = (0..<count).map { _ in Self.typed.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
      let search = TitleSearch(text)
      let plain = list.present.filter { search.matches(list.title(of: $0)) }
      let found = list.titled(search, among: list.everyFlag)
      #expect(list.present.filter { found[$0] } == plain, "seed \(seed), \(text)")
    }
  }

  @Test(arguments: [
    ("It's late", "it s late", true), ("Foo-bar", "foo bar", true), ("Foo, “bar”", "oo bar", true),
    ("Foo and bar", "foo bar", false), ("Bar, foo", "foo bar", false),
  ]) func findsPhrasesWhateverStandsBetweenTheirWords(title: String, phrase: String, isFound: Bool)
  {
    var list = ArticleList()
    let path = ArticlePath("one.txt")
    _ = list.take([Article(path: path, bytes: 1, modified: 1)])
    let summary = Summary(title: title, words: 1, minutes: 1)
    _ = list.describe([(0, Description(path: path, outcome: .success(summary)))], keeping: nil)
    #expect(list.titled(TitleSearch("\"\(phrase)\""), among: list.everyFlag)[0] == isFound)
  }
}
