import Articles
import Testing

@Suite struct CompletionTests {
  private func lines(_ completion: Completion) -> [String] {
    completion.candidates.indices.map(completion.line)
  }

  @Test(arguments: [
    ("ta", ["tag:"]), ("x -un", ["x -unread"]), ("(sta", ["(starred"]),
    ("tag:", ["tag:http", "tag:later"]), ("read tag:l", ["read tag:later"]),
    ("TAG:l", ["TAG:later"]),
    ("in:my", ["in:\"my texts/\""]), ("sort:da", ["sort:date"]), ("title:x", []), ("nothing", []),
    ("colour:", []),
  ])
  func queries(line: String, completed: [String]) {
    let completion = Completion(query: line, tags: ["http", "later"]) { ["a/", "my texts/"] }
    #expect(lines(completion) == completed)
  }

  @Test(arguments: [
    ("l", ["later"]), ("a -h", ["a -http"]), ("+", ["+http", "+later"]), ("x", []),
  ])
  func tags(line: String, completed: [String]) {
    #expect(lines(Completion(tags: line, known: ["http", "later"])) == completed)
  }

  @Test func candidatesAreCountedAround() {
    let completion = Completion(tags: "", known: ["a", "b", "c"])
    #expect([3, 4, -1, -3, -4].map(completion.line) == ["a", "b", "c", "a", "c"])
  }

  /// Whatever is offered for a filter can be understood.
  @Test func whatIsOfferedIsAQuery() throws {
    let names = Completion(query: "", tags: [], folders: { [] }).candidates
    for name in names {
      let completion = Completion(query: name, tags: ["x"]) { ["my texts/"] }
      for line in lines(completion) where !line.hasSuffix(":") { _ = try Query(line) }
    }
  }
}
