import Testing

@testable import Typesetting

/// The blocks of Markdown.
@Suite struct MarkdownBlockTests {
  private func outline(_ text: String, name: String = "a.md") -> [String] {
    let reading = Reading("# Title\n\n" + text, name: name)
    #expect(StructureLaws.broken(by: reading.document) == [])
    return Array(reading.outline.dropFirst())
  }

  @Test(arguments: [
    ("One\ntwo.\n\nThree.", ["paragraph: One two.", "paragraph: Three."]),
    ("## Part A\nIt begins here.", ["heading 2: Part A", "paragraph: It begins here."]),
    ("### B ###", ["heading 3: B"]), ("## C#", ["heading 2: C#"]),
    ("Two\nlines\n---", ["heading 2: Two lines"]),
    ("    code\n      more\n\n    end", ["preformatted: code\n  more\n\nend"]),
    ("~~~ sh\n# no heading\n~~~", ["preformatted: # no heading"]),
    ("```\nnever closed\n\nto the end", ["preformatted: never closed\n\nto the end"]),
    ("a\n\n***\n\nb", ["paragraph: a", "preformatted: ***", "paragraph: b"]),
    ("#hashtag\n\n####### seven", ["paragraph: #hashtag", "paragraph: ####### seven"]),
  ])
  func leaves(text: String, wanted: [String]) { #expect(outline(text) == wanted) }

  @Test(arguments: [
    ("- a\n- b\n  goes on\n\n  again", ["list: a", "list: b goes on", "list: again"]),
    ("1. a\n   - b\n     1) c\n2. d", ["list: a", "list 1: b", "list 2: c", "list: d"]),
    ("- [x] done\n- [ ] open", ["list: done", "list: open"]),
    ("* a\n\n  ```\n  x\n    y\n  ```", ["list: a", "preformatted: x\n  y"]),
    ("-\n  a", ["list: -", "list: a"]), ("1986\\. A year", ["paragraph: 1986. A year"]),
    ("- ## head\n- b", ["heading 2: head", "list: b"]),
  ])
  func lists(text: String, wanted: [String]) { #expect(outline(text) == wanted) }

  @Test func markers() {
    let reading = Reading("# T\n\n7. seven\n   * star\n- [X] done\n", name: "a.markdown")
    let markers = reading.document.blocks.compactMap { block in
      block.marker.map { String(decoding: reading.document.source.bytes[$0], as: UTF8.self) }
    }
    #expect(markers == ["7.", "*", "- [X]"])
  }

  @Test(arguments: [
    ("> a\nlazy\n>\n> b", ["quote 1: a lazy", "quote 1: ", "quote 1: b"]),
    ("> a\n> > b\n> > c", ["quote 1: a", "quote 2: b c"]),
    ("> - item\n>   on\n> - next", ["quote 1: - item on", "quote 1: - next"]),
    ("- > said\n  > so", ["quote 1: said so"]), ("> # Head", ["quote 1: Head"]),
    ("> ```\n> x\n>   y\n> ```", ["preformatted: x\n  y"]),
  ])
  func quotes(text: String, wanted: [String]) { #expect(outline(text) == wanted) }

  @Test(arguments: [
    (
      "| a | b |\n|---|:-:|\n| c |\n\nend",
      ["preformatted: | a | b |\n|---|:-:|\n| c |", "paragraph: end"]
    ),
    ("above\na | b\n-|-\nc | d", ["paragraph: above", "preformatted: a | b\n-|-\nc | d"]),
    ("a | b\n---|---|---\nno table", ["paragraph: a | b ---|---|--- no table"]),
    ("a \\| b | c\n---|---", ["preformatted: a \\| b | c\n---|---"]),
  ])
  func tables(text: String, wanted: [String]) { #expect(outline(text) == wanted) }

  /// A line is hidden only where it says nothing to a reader.
  @Test(arguments: [
    ("<!-- a\n\nb -->\nIt begins.", ["furniture: <!-- a  b -->", "paragraph: It begins."]),
    ("<!-- a --> It begins.", ["paragraph: It begins."]),
    ("<!-- a\n\nIt goes on.", ["paragraph: <!-- a  It goes on."]),
    ("<div>\nwords *here*\n</div>", ["paragraph: words here"]),
    (
      "see [x]\n\n[x]: /a\n  'Title'\n[y]: /b",
      ["paragraph: see x", "furniture: [x]: /a 'Title' [y]: /b"]
    ),
    ("[x]: /a \"T\"\nand [x]", ["furniture: [x]: /a \"T\"", "paragraph: and x"]),
    ("[x]: /a words", ["paragraph: [x]: /a words"]),
    ("note[^1]\n\n[^1]: Ibid.", ["paragraph: note[^1]", "paragraph: [^1]: Ibid."]),
    ("> quoted [x]\n>\n> [x]: /a", ["quote 1: quoted x", "quote 1: ", "furniture: > [x]: /a"]),
  ])
  func whatIsHidden(text: String, wanted: [String]) {
    #expect(outline(text) == wanted)
  }

  @Test func lineEndsThatTheAuthorSet() {
    #expect(
      outline("Ada  \nStreet\\\nTown\n\nnext") == [
        "paragraph: Ada", "paragraph: Street", "paragraph: Town", "paragraph: next",
      ])
    let document = Reading("Ada  \nTown\n\nnext\n", name: "a.md").document
    var galley = Galley(document, options: Galley.Options(measure: 40))
    #expect(
      galley.lines(from: galley.start, count: 9).map(\.string) == ["Ada", "Town", "", "next"])
  }

  @Test func frontMatterAndTitles() {
    let front = Reading("---\ntitle: The Lamp\nauthor: A. B\n---\nText\n===\n", name: "a.md")
    #expect(front.document.metadata.title == "The Lamp")
    #expect(front.document.metadata.author == "A. B")
    #expect(front.outline.last == "heading 1: Text")
    let marked = Reading("# The *old* `lamp`\n\nWords.\n", name: "b.md.gz")
    #expect(marked.document.metadata.title == "The old lamp")
    #expect(marked.document.metadata.words == 4)
  }

  @Test func wordsAreCountedAsTheyRead() {
    let plain = Reading("# T\n\nin**side** out *and* [on](http://x.example/a/b)\n", name: "a.md")
    #expect(plain.document.metadata.words == 5)
  }

  @Test func otherNamesAreNotReadAsMarkdown() {
    #expect(outline("*a* and `b`.", name: "a.txt") == ["paragraph: *a* and `b`."])
  }

  @Test func aWindowOfALongTextIsMarkdownToo() {
    let text = "- *a*\n- b\n"
    let document = Document(
      Source(window: Array(text.utf8), start: 5_000, total: 9_000), name: "long.md")
    #expect(document.blocks.map(\.kind) == [.list, .list])
    #expect(document.inlines == [InlineRun(.emphasis, source: 3..<4)])
  }
}
