import Screen
import Testing

@testable import Typesetting

/// Inline markup: what is shown, and how it looks.
@Suite struct MarkdownTextTests {
  /// What is shown of a paragraph; the parts that markup sets apart are in braces.
  private func shown(_ text: String) -> String {
    let document = Document(Source(Array(text.utf8)), name: "a.md")
    #expect(StructureLaws.broken(by: document) == [])
    var result: [UInt8] = []
    for slice in document.blocks.flatMap(\.slices) {
      for offset in slice.source {
        if document.inlines.contains(where: { $0.source.lowerBound == offset }) {
          result.append(0x7B)
        }
        result.append(document.source.bytes[offset])
        if document.inlines.contains(where: { $0.source.upperBound == offset + 1 }) {
          result.append(0x7D)
        }
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
    ("` `", "{ }"), ("a `b", "a `b"), ("`a\\`", "{a\\}"),
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
    ("\\*no\\* \\\\ \\a", "*no* \\ \\a"), ("&copy; &amp;lt; &nope; &", "&copy; &amp;lt; &nope; &"),
    ("<b>bold</b> a < b", "<b>bold</b> a < b"), ("\u{FEFF}*a*", "{a}"), ("été *dû*", "été {dû}"),
    ("*日本*語", "{日本}語"),
  ])
  func escapes(text: String, wanted: String) { #expect(shown(text) == wanted) }

  /// Line ends, indentation and quote marks inside of markup.
  @Test(arguments: [
    ("an *old\n  lamp* here", "an {oldlamp} here"), ("> *a\n> b*\nc", "{ab}c"),
    ("- [a\n  b](c\n  \"t\") d", "{ab} d"), ("`a\nb` c", "{ab} c"),
    ("a **b**\r\n*c*\r\n", "a {b}{c}"),
    ("a *b* \\\n*c*", "a {b} {c}"),
  ])
  func severalLines(text: String, wanted: String) {
    #expect(shown(text).replacing("\n", with: "") == wanted)
  }

  private func page(_ text: String, measure: Int = 40, isOriginal: Bool = false) -> [SetLine] {
    let document = Document(Source(Array(text.utf8)), name: "a.md")
    var galley = Galley(
      document, options: Galley.Options(measure: measure, isOriginal: isOriginal))
    return galley.lines(from: galley.start, count: 100)
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
    let document = Document(Source(Array("an **amb**er [lamp](x) here".utf8)), name: "a.md")
    var galley = Galley(document, options: Galley.Options(measure: 40))
    let matches = galley.matches(of: "amber lamp")
    #expect(matches.count == 1)
    let lines = galley.lines(
      from: galley.start, count: 1, highlighting: matches, current: nil)
    let hit = lines[0].spans.filter { $0.style.attributes.contains(.reverse) }
    #expect(hit.map(\.text.string).joined() == "amber lamp")
    #expect(hit.allSatisfy { !$0.style.attributes.contains(.bold) }, "only the current one is bold")
    #expect(hit.last?.style == Style([.reverse, .underline]))
    #expect(galley.place(at: 6).line == 0 && galley.quote(at: galley.start).hasPrefix("an amber"))
  }
}
