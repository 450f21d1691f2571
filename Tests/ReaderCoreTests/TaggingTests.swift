import Articles
import ReaderCore
import Screen
import Testing

/// `t`: tags.
@Suite struct TaggingTests {
  @Test(arguments: [
    ("later", ["later"], "Tagged 1 article later"), ("+b a", ["a", "b"], "Tagged 1 article b a"),
    ("x -x", [], ""), ("-x x", ["x"], "Tagged 1 article x"),
  ])
  func wordsBecomeTags(text: String, tags: [String], message: String) {
    var reader = TestReader(Samples.six)
    reader.press("t")
    reader.send(.key(.paste(text)))
    reader.press("Enter")
    #expect(reader.tags("alpha.txt") == tags)
    #expect(reader.message.hasPrefix(message))
  }

  @Test func tagsAreRemovedAndChanged() {
    var reader = TestReader(Samples.six)
    reader.press("t", "old", "Enter", "t")
    #expect(reader.statusLine.hasSuffix("now: old"))
    reader.press("-old", "Enter")
    #expect(reader.tags("alpha.txt") == [])
    #expect(reader.message == "Took the tag old from 1 article. U undoes it.")
    reader.press("U", "t", "-old", "Space", "new", "Enter")
    #expect(reader.tags("alpha.txt") == ["new"])
    #expect(reader.message == "Changed the tags of 1 article. U undoes it.")
    reader.press("t", "new", "Enter")
    #expect(reader.message == "The tags are so already.")
  }

  @Test func selectedRowsAreOneActionThatCanBeUndone() {
    var reader = TestReader(Samples.six)
    reader.press("t", "a", "Enter", "v", "2j", "t", "a", "Space", "b", "Enter")
    #expect(reader.message == "Tagged 3 articles a b. U undoes it.")
    #expect(["alpha", "bravo", "charlie"].allSatisfy { reader.tags($0 + ".txt") == ["a", "b"] })
    #expect(reader.tags("delta.txt") == [])
    reader.press("U")
    #expect(reader.tags("alpha.txt") == ["a"] && reader.tags("bravo.txt") == [])
    reader.press("Ctrl-R")
    #expect(reader.tags("charlie.txt") == ["a", "b"])
  }

  @Test func tabCompletesTagsInUse() {
    var reader = TestReader(Samples.six)
    reader.press("t", "later", "Enter", "j", "t", "-la", "Tab")
    #expect(reader.message == "tags: -later")
    reader.press("Ctrl-U", "l", "Tab", "Enter")
    #expect(reader.tags("bravo.txt") == ["later"])
  }

  @Test func escChangesNothing() {
    var reader = TestReader(Samples.six)
    reader.press("t", "later", "Esc", "t", "Enter")
    #expect(reader.tags("alpha.txt") == [] && reader.saved.isEmpty)
  }

  @Test func whatIsNoTagIsRefused() {
    var reader = TestReader(Samples.six)
    reader.press("t", "-", "Enter")
    #expect(reader.statusLine.contains("a tag is one word"))
    reader.press("Backspace", "a", "Enter")
    #expect(reader.tags("alpha.txt") == ["a"])
  }

  @Test func theReadingPaneTagsItsArticleAndInfoShowsIt() {
    var reader = TestReader(Samples.six)
    reader.press("j", "Enter", "t", "b", "Space", "a", "Enter", "i")
    #expect(reader.rows.contains { $0.hasPrefix(" Tags") && $0.hasSuffix("a b") })
  }
}
