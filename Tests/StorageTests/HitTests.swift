import Articles
import Storage
import Testing
import Typesetting

/// Where in a long text stands what a search of the library has found.
@Suite struct HitTests {
  private let folder: TemporaryFolder
  private let library: Library
  private let path = ArticlePath("a.txt")
  /// Two parts, with words in the window that is there anyway, across a seam, and further down.
  private let text: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    library = try Library(root: folder.path)
    var text = Array(String(repeating: "The train runs on. ", count: 68_000).utf8)
    let places = [
      (900, "A lantern. "), (Library.longestOpenedWhole - 9, "Far night trains "),
      (1_150_000, "A lantern in Zürich, "), (1_250_000, "Late night trains "),
    ]
    for (start, words) in places {
      let bytes = Array(words.utf8)
      text.replaceSubrange(start..<start + bytes.count, with: bytes)
    }
    try folder.write(text, to: "a.txt")
    self.text = text
  }

  private func snippet(_ typed: String, isWanted: Bool = true) throws -> Snippet? {
    let text = SearchedText(of: try library.document(path))
    return library.snippet(
      of: text, path, showing: SearchPhrase.phrases(typed: typed), while: { isWanted })
  }

  @Test(arguments: [
    ("lantern", "lantern", "lantern"), ("zurich lantern", "lantern", "Zürich"),
    ("\"night trains\"", "night trains", ""), ("zur", "Zürich", ""),
    ("zeppelin lantern", "lantern", ""),
  ])
  func aSnippetShowsThePlaceInALongText(typed: String, first: String, second: String) throws {
    let snippet = try #require(try snippet(typed))
    let matches = snippet.parts.filter(\.isMatch).map(\.text)
    #expect(matches.first == first && (second.isEmpty || matches.contains(second)), "\(snippet)")
    #expect(snippet.text.hasPrefix("… ") && snippet.text.utf8.count < 180)
  }

  /// Nor would its beginning be right.
  @Test func whatIsNoLongerWantedShowsNothing() throws {
    #expect(try snippet("zurich", isWanted: false) == nil)
  }

  @Test func whatIsNowhereShowsTheBeginning() throws {
    #expect(try snippet("zeppelin")?.text.hasPrefix("The train runs on.") == true)
  }

  @Test func aHitIsTheFirstPlaceOfAll() throws {
    let cases = [
      ("lantern", 0, "lantern", 902), ("zurich lantern", 0, "lantern", 1_150_002),
      ("\"night trains\"", 0, "night", Library.longestOpenedWhole - 5),
      ("\"night trains\"", Library.longestOpenedWhole, "night", 1_250_005),
    ]
    for (typed, start, word, offset) in cases {
      let hit = try library.hit(
        of: SearchPhrase.phrases(typed: typed), in: path, from: start)
      #expect(hit?.offset == offset && text[offset...].starts(with: Array(word.utf8)), "\(typed)")
    }
  }

  /// What the index does not know is not looked for.
  @Test func aHitIsNoFurtherDownThanTheIndexGoes() throws {
    let phrases = [SearchPhrase("Zürich")]
    for (longest, isFound) in [(500_000, false), (2 << 20, true)] {
      let hit = try library.hit(of: phrases, in: path, longest: longest)
      #expect((hit != nil) == isFound)
    }
  }
}
