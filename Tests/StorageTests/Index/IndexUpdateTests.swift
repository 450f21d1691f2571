import Articles
import Storage
import Testing

/// The index follows the folder.
@Suite struct IndexUpdateTests {
  @Test func onlyWhatIsNewOrChangedIsRead() throws {
    let indexed = try IndexedLibrary()
    try indexed.folder.write("Title: One\n\nalpha\n", to: "one.txt")
    try indexed.folder.write("Title: Two\n\nbeta\n", to: "two.txt")
    #expect(try indexed.update().added == 2)
    #expect(try indexed.update().added == 0)
    try indexed.folder.write("Title: One\n\ngamma\n", to: "one.txt")
    #expect(try indexed.update().added == 1)
    #expect(try indexed.search("alpha") == [] && indexed.search("gamma") == ["one.txt"])
    indexed.folder.remove("two.txt")
    let outcome = try indexed.update()
    #expect(outcome.added == 0 && outcome.removed == 1)
    #expect(try indexed.search("beta") == [] && indexed.search("two") == [])
  }

  @Test func whatTheListShowsIsKnownUntilTheFileChanges() throws {
    let indexed = try IndexedLibrary()
    try indexed.folder.write("Title: One\nAuthor: Ann\nDate: 2019-06-14\n\nalpha\n", to: "one.txt")
    let before = try indexed.articles
    #expect((try? indexed.index.known(before)) == nil, "there is no index yet")
    try indexed.update()
    let known = try indexed.index.known(before)
    #expect(known[ArticlePath("one.txt")] == (try indexed.library.summary(ArticlePath("one.txt"))))
    try indexed.folder.write("Title: Eno\nAuthor: Ann\nDate: 2019-06-14\n\nalpha\n", to: "one.txt")
    #expect(try indexed.index.known(try indexed.articles).isEmpty)
  }

  @Test func textsOfTheSameWordsAreTold() throws {
    let indexed = try IndexedLibrary()
    let words = "Seven cafés stood by the night train that goes to the coast every day"
    let other = words.replacing(" ", with: "\n").replacing("cafés", with: "CAFE\u{301}S")
    try indexed.folder.write("A title\n\n\(words) of the week.\n", to: "a.txt")
    try indexed.folder.write("A title\n\n\(other)\r\nof the week.\r\n", to: "b.txt")
    try indexed.folder.write("A title\n\n\(words) of the month.\n", to: "c.txt")
    for name in ["d.txt", "e.txt"] { try indexed.folder.write("Few words.\n", to: name) }
    try indexed.update()
    let known = try indexed.index.known(try indexed.articles)
    func hash(_ name: String) -> UInt64? { known[ArticlePath(name)]?.textHash }
    #expect(hash("a.txt") != nil && hash("a.txt") == hash("b.txt"))
    #expect(hash("c.txt") != nil && hash("c.txt") != hash("a.txt"))
    #expect(hash("d.txt") == nil && hash("e.txt") == nil && known.count == 5)
  }

  @Test func namesMayBeAnyBytes() throws {
    let indexed = try IndexedLibrary()
    for name in ["e\u{301}.txt", "\u{E9}.txt", "a b'\"%;.txt", "new\nline.txt"] {
      try indexed.folder.write("Title: T\n\nalpha\n", to: name)
    }
    try indexed.update()
    #expect(try indexed.search("alpha").count == 4)
    #expect(try indexed.index.known(try indexed.articles).count == 4)
  }

  @Test func whatCannotBeListedStays() throws {
    let indexed = try IndexedLibrary()
    try indexed.folder.write("Title: One\n\nalpha\n", to: "one.txt")
    try indexed.update()
    let writer = try #require(try indexed.writer())
    let failure = LibraryError(.list, path: [], reason: .system(13))
    let update = IndexUpdate(of: indexed.library, into: writer)
    #expect(try update.run([], unlisted: [failure]).removed == 0)
    #expect(try update.run([]).removed == 1)
  }

  @Test func oneWritesAtATime() throws {
    let indexed = try IndexedLibrary()
    var first = try indexed.writer()
    #expect(first != nil)
    #expect(try IndexWriter(SearchIndex(indexed.location)) == nil)
    first = nil
    #expect(try IndexedLibrary(sharing: indexed).writer() != nil)
  }

  @Test func searchesGoOnWhileAnotherWrites() throws {
    let indexed = try IndexedLibrary()
    try indexed.folder.write("Title: One\n\nalpha\n", to: "one.txt")
    try indexed.update()
    #expect(try indexed.search("alpha") == ["one.txt"])
    let other = IndexedLibrary(sharing: indexed)
    try indexed.folder.write("Title: Two\n\nalpha\n", to: "two.txt")
    let writer = try #require(try other.writer())
    #expect(try indexed.search("alpha") == ["one.txt"])
    _ = try IndexUpdate(of: indexed.library, into: writer).run(try indexed.articles)
    #expect(try Set(indexed.search("alpha")) == ["one.txt", "two.txt"])
  }

  @Test func anIndexInMemoryIsAsGood() throws {
    let indexed = try IndexedLibrary()
    try indexed.folder.write("Title: One\n\nalpha\n", to: "one.txt")
    let index = try SearchIndex()
    let writer = try #require(try IndexWriter(index))
    _ = try IndexUpdate(of: indexed.library, into: writer).run(try indexed.articles)
    let found = try index.search(try Query("alpha").condition, limit: 9)
    #expect(found.map(\.path) == [ArticlePath("one.txt")])
  }
}
