import Articles
import ReaderCore
import Screen
import Testing

/// The search in a text of which only a part is there.
@Suite struct SeekingTests {
  /// Two paragraphs among many have a lighthouse.
  private static let text =
    (["The coast"]
    + (1...60).map { number in
      let word = number == 3 || number == 50 ? "lighthouse" : "harbour"
      return "Paragraph \(number) of a \(word) "
        + String(repeating: "where the boats come and go ", count: 10) + "ends."
    }).joined(separator: "\n\n") + "\n"

  private func reader() -> TestReader {
    var reader = TestReader([("a.txt", Self.text)], window: 4_000)
    reader.press("Enter", "/", "lighthouse", "Enter")
    return reader
  }

  @Test func nGoesOnInTheRestOfTheText() {
    var reader = reader()
    #expect(reader.screen.contains("Paragraph 3 of a lighthouse"))
    #expect(reader.statusLine.contains("1 of 1 in this part"))
    reader.press("n")
    #expect(reader.screen.contains("Paragraph 50 of a lighthouse"))
    #expect(reader.statusLine.contains("1 of 1 in this part"))
    #expect(
      reader.text(
        [.reverse, .bold], row: reader.rows.firstIndex { $0.contains("Paragraph 50") } ?? 0)
        == "lighthouse")
    reader.press("n")
    #expect(reader.screen.contains("Paragraph 3 of a lighthouse"), "once around")
    #expect(reader.message == "From the end on to the first match.")
    reader.press("N")
    #expect(reader.screen.contains("Paragraph 50 of a lighthouse"), "and back")
    #expect(reader.message == "From the start on to the last match.")
  }

  @Test func wordsThatAreOnlyInTheRestAreFound() {
    var reader = reader()
    reader.press("Esc", "gg", "/", "Paragraph 44 of", "Enter")
    #expect(reader.statusLine.contains("not in this part"))
    reader.press("n")
    #expect(reader.topLine.hasPrefix("Paragraph 44 of"))
  }

  @Test func wordsThatAreNowhereAreNotFound() {
    var reader = reader()
    reader.press("/", "zeppelin", "Enter", "n")
    #expect(reader.message == "Not found: zeppelin")
  }

  @Test func whatIsNoLongerLookedForMovesNothing() {
    var reader = reader()
    reader.isSlow = true
    reader.press("n", "n")
    #expect(reader.message == "Looking through the rest of the text …")
    reader.press("Esc")
    let before = reader.rows
    reader.deliver()
    #expect(reader.rows == before)
  }

  @Test func errorsAreTold() {
    var reader = reader()
    reader.isSlow = true
    reader.press("n")
    let error = LibraryError(.read, path: Array("a.txt".utf8), reason: .system(5))
    reader.send(.sought(ArticlePath("a.txt"), "lighthouse", .failure(error)))
    #expect(reader.message == "Cannot read a.txt: the disk reports an error.")
  }

  // MARK: From a search of the library

  private func found(_ typed: String, isSlow: Bool = false) -> TestReader {
    var reader = TestReader([("a.txt", Self.text)], window: 4_000)
    reader.press("/", typed, "Enter")
    reader.isSlow = isSlow
    reader.press("Enter")
    return reader
  }

  @Test func itOpensWhereTheWordsStandTogether() {
    var reader = found("paragraph 44 harbour")
    #expect(reader.topLine.hasPrefix("Paragraph 44 of a harbour"))
    #expect(reader.text([.reverse, .bold], row: 1) == "Paragraph", "the longest of them")
    #expect(reader.statusLine.contains("in this part"))
    reader.press("h", "Esc", "/", "lighthouse", "Enter", "Enter")
    #expect(reader.screen.contains("Paragraph 3 of a lighthouse"), "the first of all")
  }

  /// Where it was left, the same word stands again.
  @Test func itOpensAtTheFirstPlaceEvenIfItWasLeftFurtherDown() {
    var reader = TestReader([("a.txt", Self.text)], window: 4_000)
    reader.press("Enter", "80%", "h", "/", "lighthouse", "Enter", "Enter")
    #expect(reader.screen.contains("Paragraph 3 of a lighthouse"))
  }

  @Test func aHitThatIsNoLongerLookedForMovesNothing() {
    var reader = found("paragraph 44", isSlow: true)
    #expect(reader.message == "Looking through the rest of the text …")
    reader.press("Esc")
    let before = reader.rows
    reader.deliver()
    #expect(reader.rows == before)
  }

  @Test func aHitThatIsGoneIsNotFound() {
    var reader = found("paragraph 44", isSlow: true)
    reader.send(.hitSought(ArticlePath("a.txt"), showing: "paragraph 44", .success(nil)))
    #expect(reader.message == "Not found: paragraph")
  }

  @Test func theLinesOfALongTextAreCounted() {
    var reader = reader()
    reader.press("Esc", "G", "i")
    #expect(reader.screen.contains("Lines       121"))
    #expect(reader.screen.contains("At the top  paragraph, line 11"))
    #expect(reader.screen.contains("Title       The coast"))
  }
}
