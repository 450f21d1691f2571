import Articles
import Glibc
import Seeded
import Testing
import Typesetting

@testable import Storage

/// What the index finds, against a plain look at every article.
@Suite struct IndexSearchTests {
  @Test(arguments: 0..<12) func everyQueryFindsWhatAPlainLookFinds(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let indexed = try IndexedLibrary()
    for number in 0..<Int.random(in: 1...30, using: &random) {
      let title = RandomWords.text(2, &random)
      let text = (0..<3).map { _ in RandomWords.text(.random(in: 1...12, using: &random), &random) }
      try indexed.folder.write(
        "Title: \(title)\n\n\(text.joined(separator: "\n\n"))\n", to: "\(number % 3)/\(number).txt")
    }
    try indexed.update()
    let entries = try indexed.articles.map { try indexed.library.indexEntry($0) }
    let filters = (0..<3).map { Filter.folder(Array("\($0)/".utf8)) }
    for round in 0..<120 {
      let condition = RandomWords.condition(depth: 3, filters: filters, &random)
      let frequent =
        round.isMultiple(of: 2) ? SearchIndex.frequent : .random(in: 1...8, using: &random)
      let isHurried = round.isMultiple(of: 3)
      let page = round % 3 == 1 ? nil : Int.random(in: 1...5, using: &random)
      let limits = SearchIndex.Limits(
        frequent: frequent, page: page, patience: isHurried ? .zero : .seconds(100))
      var first: [SearchIndex.Hit] = []
      let found = try indexed.index.search(
        condition, limit: 1_000, limits: limits, holds: { holds($0, $1) }, first: { first += $0 })
      let expected = entries.filter { entry in
        condition.holds { term in
          switch term.test {
          case .filter(let filter): holds(filter, entry.path)
          case .text(let phrase): entry.contains(phrase)
          }
        }
      }
      #expect(
        Set(found.map(\.path)) == Set(expected.map(\.path)), "seed \(seed), \(condition)")
      #expect(found.count == Set(found.map(\.path)).count, "nothing comes twice")
      #expect(Array(found.prefix(first.count)) == first, "what was shown stays where it is")
      // One that just fills the page is the whole answer, unless it was not known yet that it is.
      let fillsPage = page.map { found.count > $0 || isHurried && found.count == $0 } ?? false
      #expect(first.count == (fillsPage ? page : 0))
      for part in [first, Array(found.dropFirst(first.count))] {
        #expect(part.map(\.score) == part.map(\.score).sorted(by: >), "the best come first")
      }
    }
  }

  private func holds(_ filter: Filter, _ path: ArticlePath) -> Bool {
    guard case .folder(let folder) = filter else { return false }
    return path.bytes.starts(with: folder)
  }

  @Test func titlesWeighMoreThanTextAndNewerComesFirst() throws {
    let indexed = try IndexedLibrary()
    let filler = String(repeating: "lorem ipsum dolor ", count: 20)
    try indexed.folder.write("Title: Night\n\n\(filler)\n", to: "title.txt")
    try indexed.folder.write("Title: Other\n\nnight \(filler)\n", to: "a.txt")
    try indexed.folder.write("Title: Other\n\nnight night night night \(filler)\n", to: "often.txt")
    for number in 0..<9 {
      try indexed.folder.write("Title: X\n\n\(filler)\n", to: "x\(number).txt")
    }
    try indexed.update()
    try indexed.folder.write("Title: Other\n\nnight \(filler)\n", to: "b.txt")
    try indexed.update()
    #expect(try indexed.search("night") == ["title.txt", "often.txt", "b.txt", "a.txt"])
    #expect(try indexed.search("night", limit: 1) == ["title.txt"])
  }

  /// What a word that stands in very many articles says of them is too dear to know.
  @Test func aFrequentWordDoesNotWeigh() throws {
    let indexed = try IndexedLibrary()
    let filler = String(repeating: "lorem ipsum dolor ", count: 20)
    for (name, text) in [("a", "night night owl owl owl"), ("b", "night owl"), ("c", "night")] {
      try indexed.folder.write("Title: X\n\n\(text) \(filler)\n", to: name + ".txt")
      try indexed.update()
    }
    let limits = SearchIndex.Limits(frequent: 3)
    func found(
      _ typed: String, _ limits: SearchIndex.Limits, limit: Int = 9
    ) throws -> [String] {
      let condition = try #require(TypedWords(typed).condition)
      return try indexed.index.search(condition, limit: limit, limits: limits)
        .map(\.path.displayString)
    }
    #expect(try found("\"night\"", SearchIndex.Limits()) == ["a.txt", "c.txt", "b.txt"])
    #expect(try found("\"night\"", limits) == ["a.txt", "c.txt", "b.txt"], "there is no other")
    #expect(
      try found("\"night\" \"lorem\"", limits) == ["c.txt", "b.txt", "a.txt"],
      "of frequent words alone the last comes first")
    #expect(try found("\"night\" owl", limits) == ["a.txt", "b.txt"], "the other word weighs")
    let cut = SearchIndex.Limits(ranked: 2)
    #expect(
      try found("\"night\"", cut, limit: 2) == ["c.txt", "b.txt"], "the last ones are ranked")
  }

  /// Nine articles, of which each that came later has the word once less.
  private func nights() throws -> IndexedLibrary {
    let indexed = try IndexedLibrary()
    for number in 0..<9 {
      let words = String(repeating: "night ", count: 9 - number)
      try indexed.folder.write("Title: X\n\n\(words)\n", to: "\(number).txt")
      try indexed.update()
    }
    return indexed
  }

  /// Of what takes long to find, that which came last is there first.
  @Test func whatCameLastIsAnsweredFirst() throws {
    let indexed = try nights()
    var first: [[String]] = []
    let found = try indexed.index.search(
      try Query("night").condition, limit: 7,
      limits: SearchIndex.Limits(page: 3, patience: .zero),
      first: { first.append($0.map(\.path.displayString)) })
    #expect(first == [["6.txt", "7.txt", "8.txt"]])
    let few = try indexed.index.search(
      try Query("night").condition, limit: 2,
      limits: SearchIndex.Limits(page: 3, patience: .zero))
    #expect(few.map(\.path.displayString) == ["6.txt", "7.txt"])
    #expect(
      found.map(\.path.displayString)
        == ["6.txt", "7.txt", "8.txt", "0.txt", "1.txt", "2.txt", "3.txt"])
  }

  /// Where there is time to rank all, the best of all come first.
  @Test func theBestAreAnsweredFirst() throws {
    let indexed = try nights()
    for (page, firsts) in [(3, [["0.txt", "1.txt", "2.txt"]]), (9, [])] {
      var first: [[String]] = []
      let found = try indexed.index.search(
        try Query("night").condition, limit: 7,
        limits: SearchIndex.Limits(page: page, patience: .seconds(3_600)),
        first: { first.append($0.map(\.path.displayString)) })
      #expect(first == firsts)
      #expect(found.map(\.path.displayString) == (0..<7).map { "\($0).txt" })
    }
  }

  /// What one more letter asks for is known after the one before.
  @Test func wordsAreReadAhead() throws {
    let indexed = try IndexedLibrary()
    try indexed.folder.write("Title: X\n\nnight nile night's\n", to: "a.txt")
    try indexed.update()
    func known(_ beginning: String) throws -> [String]? {
      try indexed.index.reading { try indexed.index.memory.words(beginningWith: beginning, in: $0) }
    }
    for text in ["n", "\"ni\"", "one \"two n"] {
      try indexed.index.readAhead(typed: text)
      #expect(try known("nig") == nil, "\(text): the next letter asks for no beginning of a word")
    }
    try indexed.index.readAhead(typed: "one \"two ni")
    #expect(try known("nig") == ["night"])
    #expect(try known("nil") == ["nile"])
    #expect(try known("no") == nil)
  }

  /// Who waits for all gets all ranked, however long it takes.
  @Test func oneAnswerIsRankedAsAWhole() throws {
    let indexed = try nights()
    let terms = [
      Term(.text(Phrase("night")), range: 0..<0), Term(.filter(.folder([])), range: 0..<0),
    ]
    let found = try indexed.index.search(
      .all(terms.map { .term($0) }), limit: 9, limits: SearchIndex.Limits(),
      holds: { _, _ in usleep(1_000) == 0 }, first: { _ in Issue.record("nobody waits for it") })
    #expect(found.map(\.path.displayString) == (0..<9).map { "\($0).txt" })
  }

  /// A beginning of a few words is looked up word by word, one of very many by SQLite itself.
  @Test(arguments: [3, 499, 500, 501, 700]) func beginningsOfManyWordsAreFound(count: Int) throws {
    let indexed = try IndexedLibrary()
    for part in 0..<3 {
      let words = (0..<count).filter { $0 % 3 == part }.map { "night\($0)" }
      try indexed.folder.write(
        "Title: \(part)\n\nand \(words.joined(separator: " "))\n", to: "\(part).txt")
    }
    try indexed.folder.write("Title: Nigh\n\nnigh nighu\n", to: "other.txt")
    try indexed.folder.write("Title: Last\n\nand nightz\n", to: "z.txt")
    try indexed.update()
    func found(_ typed: String) throws -> Set<String> {
      let condition = try #require(TypedWords(typed).condition)
      return Set(try indexed.index.search(condition, limit: 9).map(\.path.displayString))
    }
    #expect(try found("night") == ["0.txt", "1.txt", "2.txt", "z.txt"])
    #expect(try found("night1") == (count > 3 ? ["0.txt", "1.txt", "2.txt"] : ["1.txt"]))
    #expect(try found("nigh") == ["0.txt", "1.txt", "2.txt", "other.txt", "z.txt"])
    #expect(try found("and night") == ["0.txt", "1.txt", "2.txt", "z.txt"])
    #expect(try found("\"and night") == ["0.txt", "1.txt", "2.txt", "z.txt"])
    #expect(try found("\"nigh nig") == ["other.txt"])
    #expect(try found("\"and nightx") == [])
    #expect(try found("nightx") == [])
  }

  /// What is remembered of one letter for the next is not what the index has come to know meanwhile.
  @Test func aWordThatIsNewIsFoundByItsBeginning() throws {
    let indexed = try IndexedLibrary()
    func found(_ typed: String) throws -> Set<String> {
      let condition = try #require(TypedWords(typed).condition)
      return Set(try indexed.index.search(condition, limit: 9).map(\.path.displayString))
    }
    try indexed.folder.write("Title: X\n\nThe nightingale sings.\n", to: "a.txt")
    try indexed.update()
    #expect(try found("nig") == ["a.txt"])
    #expect(try found("nigh") == ["a.txt"])
    try indexed.folder.write("Title: X\n\nThe nightfall comes.\n", to: "b.txt")
    try indexed.update()
    #expect(try found("night") == ["a.txt", "b.txt"])
    #expect(try found("nightf") == ["b.txt"])
    #expect(try found("nightfx") == [])
    let writer = try #require(try indexed.writer())
    try writer.clear()
    try indexed.folder.write("Title: X\n\nThe nightfall is over.\n", to: "c.txt")
    _ = try IndexUpdate(of: indexed.library, into: writer).run(
      try indexed.articles.filter { $0.path == ArticlePath("c.txt") })
    #expect(try found("nightf") == ["c.txt"])
  }

  /// A place in the page belongs to an article that is still there.
  @Test func oneThatIsGoneTakesNoPlace() throws {
    let indexed = try IndexedLibrary()
    for name in ["old", "new"] {
      try indexed.folder.write("Title: X\n\nnight\n", to: name + ".txt")
      try indexed.update()
    }
    func found() throws -> [String] {
      let limits = SearchIndex.Limits(ranked: 1)
      return try indexed.index.search(try Query("night").condition, limit: 1, limits: limits)
        .map(\.path.displayString)
    }
    #expect(try found() == ["new.txt"])
    #expect(unlink(indexed.folder.path + "/new.txt") == 0)
    try indexed.update()
    #expect(try found() == ["old.txt"])
  }

  /// What begins with a word of which more is found than is ranked is not sought: known or not.
  @Test func aWordInVeryManyIsTakenForWhole() throws {
    let indexed = try IndexedLibrary()
    for number in 0..<SearchIndex.mostRanked {
      try indexed.folder.write("Title: X\n\nnight\n", to: "\(number).txt")
    }
    try indexed.folder.write("Title: X\n\nnights\n", to: "nights.txt")
    try indexed.update()
    let condition = try #require(TypedWords("night").condition)
    for isReadAhead in [false, true] {
      if isReadAhead { try indexed.index.readAhead(typed: "nigh") }
      let found = try indexed.index.search(condition, limit: 9_999)
      #expect(found.count == SearchIndex.mostRanked)
      #expect(!found.contains { $0.path == ArticlePath("nights.txt") })
    }
  }

  @Test func phrasesGoAcrossLinesAndAnythingTypedIsData() throws {
    let indexed = try IndexedLibrary()
    let lines = "The night\ntrain goes to the coast every day of the week, and it is\nnever late."
    try indexed.folder.write("Title: One\n\n\(lines)\n", to: "one.txt")
    try indexed.update()
    #expect(try indexed.search("\"night train\"") == ["one.txt"])
    #expect(try indexed.search("\"train night\"") == [])
    for typed in [
      "night*", "title:night", "NEAR(night train)", "night AND coast", "{night}:x", "^night",
      "'night'", "night;drop", "night\0x", "col: night", "night NOT train", "+night",
      "\u{202E}night",
    ] {
      _ = try indexed.search(typed)
    }
    #expect(try indexed.search("night NOT train") == [], "NOT is a word like others")
  }
}

extension IndexEntry {
  /// Whether the phrase stands in the title or in the text.
  fileprivate func contains(_ phrase: Phrase) -> Bool {
    let wanted = SearchPhrase(phrase.text, isPrefix: phrase.isPrefix)
    return [titleWords, textWords].contains { wanted.occurs(in: $0) }
  }
}
