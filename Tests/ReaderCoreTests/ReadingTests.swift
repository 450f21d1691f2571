import Articles
import ReaderCore
import Screen
import Testing

@Suite struct ReadingTests {
  let texts: [(path: String, text: String?)] = [
    ("a.txt", longText("Alpha of Lanterns")),
    ("b.txt", "Beta in Brief\n\nOne short paragraph.\n"),
    ("c.txt", longText("Gamma of Lecterns", paragraphs: 12)),
  ]

  @Test func firstStartShowsTheListAndSelectsTheFirstUnread() {
    let reader = TestReader(texts)
    #expect(
      reader.rows.prefix(5).joined(separator: "\n") == """
         articles                                                  3 articles, 3 unread

         ● Alpha of Lanterns                                    8 min        2019-04-23
         ● Beta in Brief                                        1 min        2019-04-23
         ● Gamma of Lecterns                                    3 min        2019-04-23
        """)
    #expect(reader.cursorRow.contains("Alpha"))
  }

  @Test func spaceReadsTheWholeLibrary() {
    var reader = TestReader(texts)
    var presses = 0
    while !reader.statusLine.contains("Nothing unread"), presses < 200 {
      reader.press("Space")
      presses += 1
    }
    let read = reader.saved.filter { $0.mark == .read(true) }.map(\.path.displayString)
    #expect(read == ["a.txt", "b.txt", "c.txt"])
  }
}
