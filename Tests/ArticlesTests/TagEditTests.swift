import Articles
import Testing

@Suite struct TagEditTests {
  @Test(arguments: [
    ("", [], []), ("a", ["a"], []), ("+a b", ["a", "b"], []), ("-a  b", ["b"], ["a"]),
    ("a a", ["a"], []), ("a -a", [], ["a"]), ("-a +a", ["a"], []), ("a-b c+d", ["a-b", "c+d"], []),
  ])
  func wordsAreTags(line: String, added: [String], removed: [String]) throws {
    let edit = try #require(TagEdit(line))
    #expect(edit.added == added && edit.removed == removed)
    #expect(edit.isEmpty == (added + removed).isEmpty)
    #expect(edit.marks == added.map { .tag($0, true) } + removed.map { .tag($0, false) })
  }

  @Test(arguments: ["-", "a +", "a\u{7}b", String(repeating: "a", count: 257)])
  func whatIsNoWordIsNoTag(line: String) {
    #expect(TagEdit(line) == nil)
  }
}
