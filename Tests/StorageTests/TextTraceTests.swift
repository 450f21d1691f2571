import Articles
import Storage
import Testing
import Typesetting

/// What is remembered of a text that was read.
@Suite struct TextTraceTests {
  private let article = ArticlePath("a.txt")

  private func document(_ paragraphs: String...) -> Document {
    let text = "Title\n\n" + paragraphs.map { $0 + "\n\n" }.joined()
    return Document(Source(Array(text.utf8)), name: "a.txt")
  }

  private func changed(_ document: Document, since trace: TextTrace) -> [String] {
    trace.changes(in: document).map { range in
      String(decoding: document.source.bytes[range], as: UTF8.self)
    }
  }

  @Test func whatIsAddedOrChangedIsFoundAndNothingElse() {
    let trace = TextTrace(document("One is here.", "Two is here.", "Three is here."))
    #expect(changed(document("One is here.", "Two is here.", "Three is here."), since: trace) == [])
    #expect(
      changed(document("New is here.", "One is here.", "Two is not."), since: trace)
        == ["New is here.", "Two is not."])
    #expect(changed(document("Three is here.", "One is here."), since: trace) == [])
  }

  @Test func aParagraphWrappedAnewIsTheSame() {
    let lines = [
      "The lamp burns in the window of the house at the end of the",
      "street, and its keeper reads on until the last of the boats has",
      "come in. Nobody in the village can say what it is that he reads,",
      "or whether he has ever come to the end of it.",
    ]
    let trace = TextTrace(document(lines.joined(separator: "\n")))
    #expect(changed(document(lines.joined(separator: " ")), since: trace) == [])
  }

  @Test func aTraceIsKeptAndComesBack() throws {
    let folder = try TemporaryFolder()
    let traces = TraceFolder(folder.path + "/cache/read")
    #expect(traces.trace(of: article) == nil)
    for text in ["One.", "Two."] {
      let trace = TextTrace(document(text))
      try traces.keep(trace, of: article)
      #expect(traces.trace(of: article) == trace)
    }
    #expect(traces.trace(of: ArticlePath("b.txt")) == nil)
  }

  @Test func whatIsNoTraceIsNone() throws {
    let folder = try TemporaryFolder()
    let traces = TraceFolder(folder.path)
    try traces.keep(TextTrace(document("One.")), of: article)
    let name = try #require(try folder.names().first)
    let whole = try folder.bytes(name)
    for bytes in [[], Array(whole.dropLast()), [0] + whole, Array("hello".utf8)] {
      try folder.write(bytes, to: name)
      #expect(traces.trace(of: article) == nil)
    }
  }

  @Test func newFurnitureIsNotNews() {
    let text = "<!-- saved today -->\n\nOne is here.\n"
    let before = Document(Source(Array(text.utf8)), name: "a.md")
    let later = text.replacing("today", with: "later")
    let after = Document(Source(Array(later.utf8)), name: "a.md")
    #expect(after.blocks.contains { $0.kind == .furniture })
    #expect(TextTrace(before).changes(in: after).isEmpty)
  }
}
