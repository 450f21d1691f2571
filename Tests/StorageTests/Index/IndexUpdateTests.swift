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
    let writer = try #require(try IndexWriter(indexed.index))
    let failure = LibraryError(.list, path: [], reason: .system(13))
    let update = IndexUpdate(of: indexed.library, into: writer)
    #expect(try update.run([], unlisted: [failure]).removed == 0)
    #expect(try update.run([]).removed == 1)
  }

  @Test func oneWritesAtATime() throws {
    let indexed = try IndexedLibrary()
    var first = try IndexWriter(indexed.index)
    #expect(first != nil)
    #expect(try IndexWriter(SearchIndex(indexed.location)) == nil)
    first = nil
    #expect(try IndexWriter(SearchIndex(indexed.location)) != nil)
  }

  @Test func searchesGoOnWhileAnotherWrites() throws {
    let indexed = try IndexedLibrary()
    try indexed.folder.write("Title: One\n\nalpha\n", to: "one.txt")
    try indexed.update()
    #expect(try indexed.search("alpha") == ["one.txt"])
    let other = IndexedLibrary(sharing: indexed)
    try indexed.folder.write("Title: Two\n\nalpha\n", to: "two.txt")
    let writer = try #require(try IndexWriter(other.index))
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
