import Screen
import Testing

@testable import Typesetting

/// Inline markup: what is shown, and how it looks.
@Suite struct MarkdownTextTests {
  private static let head = "# Some title\n\n"

  private func document(_ text: String) -> Document {
    Document(Source(Array((Self.head + text).utf8)), name: "a.md")
  }

  /// What is shown of a paragraph; the parts that markup sets apart are in braces.
  private func shown(_ text: String) -> String {
    let document = document(text)
    #expect(StructureLaws.broken(by: document) == [])
    let starts = Set(document.inlines.map(\.source.lowerBound))
    let ends = Set(document.inlines.map(\.source.upperBound))
    var result: [UInt8] = []
    for slice in document.blocks.dropFirst().flatMap(\.slices) {
      let character = document.references[slice.source.lowerBound]
      for offset in slice.source {
        if starts.contains(offset) { result.append(UInt8(ascii: "{")) }
        if character == nil { result.append(document.source.bytes[offset]) }
        if offset == slice.source.lowerBound { result += character ?? [] }
        if ends.contains(offset + 1) { result.append(UInt8(ascii: "}")) }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  @Test(arguments: [
    ("an *old* lamp", "an {old} lamp"), ("an _old_ lamp", "an {old} lamp"),
    ("**so** and __so__", "{so} and {so}"), ("in*side*d", "in{side}d"),
    ("snake_case_name", "snake_case_name"), ("2 * 3 * 4", "2 * 3 * 4"),
    ("***both*** and", "{both} and"), ("*a **b** c*", "{a }{b}{ c}"),
    ("**is*", "*{is}"), ("*open", "*open"), ("~~gone~~ ~not~", "{gone} ~not~"),
  ])
  func emphasis(text: String, wanted: String) { #expect(shown(text) == wanted) }

  @Test(arguments: [
    ("run `make -j`.", "run {make -j}."), ("`` a ` b ``", "{a ` b}"), ("`*a*`", "{*a*}"),
    ("` `", "`{ }`"), ("a `b", "a `b"), ("`a\\`", "{a\\}"),
  ])
  func code(text: String, wanted: String) { #expect(shown(text) == wanted) }

  @Test(arguments: [
    ("see [the map](http://x.example \"T\").", "see {the map}."), ("[a *b*](c)", "{a }{b}"),
    ("<http://x.example/a>", "{http://x.example/a}"),
    ("![a picture](p.png) there", "{a picture} there"),
    ("[![badge](b.svg)](c) text", "{badge} text"), ("[not a link]", "[not a link]"),
    ("[x](<a b>) y", "{x} y"), ("[x](a(b)c) y", "{x} y"), ("![](p.png)", "![](p.png)"),
    ("[a]\n\n[a]: /b", "{a}[a]: /b"), ("[a][b] c\n\n[b]: /b", "{a} c[b]: /b"),
  ])
  func links(text: String, wanted: String) { #expect(shown(text) == wanted) }

  @Test(arguments: [
    ("\\*no\\* \\\\ \\a", "*no* \\ \\a"), ("&copy; &amp;lt; &nope; &", "© &lt; &nope; &"),
    ("*&#8212;*&#x41;`&lt;`", "{—}A{&lt;}"), ("a &quot;b&quot;", "a \"b\""),
    ("été *dû*", "été {dû}"),
    ("*日本*語", "{日本}語"),
  ])
  func escapes(text: String, wanted: String) { #expect(shown(text) == wanted) }

  /// Tags are markup where they have their other half; else they may be words.
  @Test(arguments: [
    ("<b>bold</b> a < b", "{bold} a < b"), ("<EM>*a*</EM> b", "{a} b"), ("a <b> c", "a <b> c"),
    ("cp <source> <dest>", "cp <source> <dest>"), ("x</i> y", "x</i> y"),
    ("press <kbd>Ctrl</kbd>+<kbd>R</kbd>", "press {Ctrl}+{R}"), ("H<sub>2</sub>O", "H2O"),
    ("one<br>two", "one two"), ("a<!-- no --> b", "a b"), ("<i>a <b>c</b></i>", "{a }{c}"),
    ("<img src=\"p.png\" alt='A lamp'> lit", "{A lamp} lit"),
    ("<a href=\"/map\">the map</a>.", "{the map}."), ("<a>b</a>", "b"), ("<b>&lt;</b>", "{<}"),
  ])
  func tags(text: String, wanted: String) { #expect(shown(text) == wanted) }

  @Test func linksOfTags() {
    let links = document("<a href=\"/map\">the *old* map</a> <img alt=\"A lamp\" src=p.png>")
      .links()
    #expect(links.map(\.address) == ["/map", "p.png"])
    #expect(links.map(\.text) == ["the old map", "A lamp"])
  }

  @Test(arguments: [
    ("<div align=\"center\">\n\nText.\n\n</div>", "Text."),
    ("<p align=center>\n  <b>Lamp</b>, a lamp\n</p>", "{Lamp}, a lamp"),
    ("<details>\n<summary>More</summary>\n\nText.\n</details>", "MoreText."),
    ("<table><tr><td>a</td></tr></table>", "<table><tr><td>a</td></tr></table>"),
    ("<script>\nrun()\n</script>", "<script>run()</script>"),
  ])
  func blocksOfTags(text: String, wanted: String) {
    #expect(shown(text).replacing("\n", with: "") == wanted)
  }

  @Test func aHeadingOfTags() {
    let document = Document(
      Source(Array("<h1 align=\"center\">\n  The &amp; Lamp\n</h1>\n\nIt burns all night.\n".utf8)),
      name: "a.md")
    #expect(document.metadata.title == "The & Lamp")
    #expect(document.blocks.map(\.kind) == [.title, .paragraph])
  }

  /// Line ends, indentation and quote marks inside of markup.
  @Test(arguments: [
    ("an *old\n  lamp* here", "an {oldlamp} here"), ("> *a\n> b*\nc", "{ab}c"),
    ("- [a\n  b](c\n  \"t\") d", "{ab}d"), ("`a\nb` c", "{ab} c"),
    ("a **b**\r\n*c*\r\n", "a {b}{c}"),
    ("a *b* \\\n*c*", "a {b}{c}"), ("a<br/>\n*c*", "a{c}"),
  ])
  func severalLines(text: String, wanted: String) {
    #expect(shown(text).replacing("\n", with: "") == wanted)
  }

  /// The lines of the text below the title and a blank line.
  private func page(_ text: String, measure: Int = 40, isOriginal: Bool = false) -> [SetLine] {
    var galley = Galley(
      document(text), options: Galley.Options(measure: measure, isOriginal: isOriginal))
    return Array(galley.lines(from: galley.start, count: 100).dropFirst(measure < 12 ? 3 : 2))
  }

  @Test func looks() {
    let line = page("a *b* **c** `d` ~~e~~ [f](g) ***h***")[0]
    let looks = line.spans.map { ($0.text.string, $0.style) }
    let wanted: [(String, Style)] = [
      ("b", Style(.italic)), ("c", .bold), ("d", Style(color: .cyan)), ("e", .dim),
      ("f", Style(.underline)), ("h", Style([.bold, .italic])),
    ]
    for (text, style) in wanted { #expect(looks.contains { $0 == (text, style) }, "\(text)") }
    #expect(looks.filter { $0.1 == .plain }.map(\.0).joined() == "a      ")
  }

  @Test func aStyleGoesOnOnTheNextLine() {
    let lines = page("one *two three\nfour* five", measure: 9)
    #expect(lines.map(\.string) == ["one two", "three", "four five"])
    #expect(lines[1].spans == [Span(SafeText("three"), style: Style(.italic))])
    #expect(lines[2].spans.first == Span(SafeText("four"), style: Style(.italic)))
    #expect(lines.allSatisfy { $0.columns == $0.spans.reduce(0) { $0 + $1.text.columns } })
  }

  @Test func spacesAroundWhatIsHiddenAreOne() {
    let lines = page("one ![](a.png) *two* ![](b.png)\nthree")
    #expect(lines[0].string == "one two three")
    #expect(lines[0].columns == 13)
  }

  @Test func theOriginalShowsTheMarkup() {
    let lines = page("an *old* lamp", isOriginal: true)
    #expect(lines[0].spans == [Span(SafeText("an *old* lamp"))])
  }

  @Test func searchReadsAcrossTheMarkup() {
    let document = document("an **amb**er [lamp](x) here")
    var galley = Galley(document, options: Galley.Options(measure: 40))
    let start = galley.moved(galley.start, by: 2)
    let matches = galley.matches(of: "amber lamp")
    #expect(matches.count == 1)
    let lines = galley.lines(
      from: start, count: 1, highlighting: matches, current: nil)
    let hit = lines[0].spans.filter { $0.style.attributes.contains(.reverse) }
    #expect(hit.map(\.text.string).joined() == "amber lamp")
    #expect(hit.allSatisfy { !$0.style.attributes.contains(.bold) }, "only the current one is bold")
    #expect(hit.last?.style == Style([.reverse, .underline]))
    #expect(galley.place(at: Self.head.utf8.count + 6) == start)
    #expect(galley.quote(at: start) == "an amber lamp here")
  }
}
