import Screen
import Testing
import Typesetting

@Suite struct SettingGalleyTests {
  private var essay: Document {
    var sample = Sample()
    sample.add(.furniture, ["Home > News", "Share this"])
    sample.add(.title, ["On Reading"])
    sample.add(.furniture, ["Menu"])
    sample.add(.byline, ["By A. Writer"])
    sample.add(
      .paragraph,
      [
        "The first paragraph was wrapped by hand at some width or",
        "other, and it is one again.  See C++ and https://example.com/a/long/address?q=1 there.",
      ])
    sample.add(.heading, level: 1, ["A heading"])
    sample.add(.list, ["- |one item that is long enough for a second line of text"])
    sample.add(.list, isClose: true, ["- |another"])
    sample.add(.list, level: 1, isClose: true, ["  10. |nested"])
    sample.add(.quote, level: 2, ["> > |quoted words that go on and on until they are wrapped"])
    sample.add(
      .preformatted, ["code {", "\tindented by a tab and far too long for the measure", "", "}"])
    return sample.document
  }

  private let options = Galley.Options(
    measure: 40, header: Galley.Header(title: "On Reading", details: "1 min"))

  @Test func aPageOfAllKinds() {
    let page = Galley(essay, options: options).page
    #expect(
      page == [
        "On Reading",
        "",
        "1 min",
        "",
        "┄ 3 lines of page furniture",
        "",
        "By A. Writer",
        "",
        "The first paragraph was wrapped",
        "by hand at some width or other,",
        "and it is one again. See C++ and",
        "https://example.com/a/long/address?q=1",
        "there.",
        "",
        "",
        "A heading",
        "",
        "  - one item that is long enough for a",
        "    second line of text",
        "  - another",
        "    10. nested",
        "",
        "│ │ quoted words that go on and on until",
        "│ │ they are wrapped",
        "",
        "code {",
        "        indented by a tab and far too long for the measure",
        "",
        "}",
      ])
  }

  @Test func whatTheHeaderSaysIsNotSaidAgain() {
    let text = "---\ntitle: A\nauthor: B. Writer\ndate: 2020-01-02\n---\n\nThe text is this.\n"
    let document = Document(Source(Array(text.utf8)), name: "a.md")
    func page(_ header: Galley.Header) -> String {
      var galley = Galley(document, options: Galley.Options(header: header))
      return galley.lines(from: galley.start, count: 20).flatMap(\.spans).map(\.text.string)
        .joined(separator: "\n")
    }
    #expect(page(Galley.Header()).contains("author: B. Writer"))
    let shown = page(Galley.Header(title: "A", details: "B. Writer"))
    #expect(!shown.contains("author:") && shown.contains("The text is this."))
  }

  @Test func anAuthorWhomTheHeaderNamesIsNotNamedAgain() {
    func page(_ byline: String) -> String {
      let text = "The Lamp\n\n\(byline)\n\nIt burned in the window of the house by the sea.\n"
      var galley = Galley(
        Document(Source(Array(text.utf8)), name: "a.txt"),
        options: Galley.Options(header: Galley.Header(title: "The Lamp", details: "the author")))
      return galley.lines(from: galley.start, count: 20).flatMap(\.spans).map(\.text.string)
        .joined(separator: "\n")
    }
    #expect(!page("By Ann Writer").contains("Writer"))
    #expect(page("By Ann Writer, 2 May 1902").contains("Writer"), "the date is said by it alone")
  }
}
