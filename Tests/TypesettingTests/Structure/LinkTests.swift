import Testing

@testable import Typesetting

/// The links of a text.
@Suite struct LinkTests {
  /// Number, words and address of each link, and the part of the source where it stands.
  private func links(_ text: String, name: String = "a.txt") -> [String] {
    let document = Document(Source(Array(text.utf8)), name: name)
    return document.links().map { link in
      let place = String(decoding: document.source.bytes[link.source], as: UTF8.self)
      return "\(link.number) \(link.text) → \(link.address) @ \(place)"
    }
  }

  private func addresses(_ text: String) -> [String] {
    Document(Source(Array(text.utf8)), name: "a.txt").links().map(\.address)
  }

  @Test func linksOfMarkdownAreNumberedInOrder() {
    let text = """
      # T

      See [the *map*](/m "t"), ![a lamp](l.png) and <https://x.example/>, then
      http://y.example/z and [more][ref]. `http://z.example`

      [ref]: http://ref.example
      """
    #expect(
      links(text, name: "a.md") == [
        "1 the map → /m @ [the *map*](/m \"t\")", "2 a lamp → l.png @ ![a lamp](l.png)",
        "3 https://x.example/ → https://x.example/ @ <https://x.example/>",
        "4 http://y.example/z → http://y.example/z @ http://y.example/z",
        "5 more → http://ref.example @ [more][ref]",
        "6 http://z.example → http://z.example @ http://z.example",
      ])
  }

  @Test func linksOfTables() {
    #expect(
      links("a | b\n--|--\n[x](y) | <http://z.example>\n", name: "a.md") == [
        "1 x → y @ [x](y)", "2 http://z.example → http://z.example @ <http://z.example>",
      ])
  }

  @Test(arguments: [
    ("see http://a.example/b?c=d&e#f.", ["http://a.example/b?c=d&e#f"]),
    ("(HTTPS://a.example/x_(y))", ["HTTPS://a.example/x_(y)"]),
    ("<http://a.example>, \"http://b.example\"", ["http://a.example", "http://b.example"]),
    ("www.a.example and WWW.B.example!", ["http://www.a.example", "http://WWW.B.example"]),
    ("mailto:ada@a.example; xmailto:b@c", ["mailto:ada@a.example"]),
    ("http:// and http://... and ://x and www.", []), ("awww.a.example", []),
    ("于http://a.example/b。然后", ["http://a.example/b"]),
    ("http://a.example/ü/b", ["http://a.example/ü/b"]),
    ("http://a.example/http://b.example", ["http://a.example/http://b.example"]),
    ("ftp://a.example/x gopher://b.example", ["ftp://a.example/x", "gopher://b.example"]),
    ("http://a.example\nhttp://b.example", ["http://a.example", "http://b.example"]),
    ("no links: at all. None", []), ("", []),
  ])
  func addressesInText(text: String, wanted: [String]) { #expect(addresses(text) == wanted) }

  @Test func numbersOfTextBrowsersAreKept() {
    let text = """
      The keeper

      He lit [2]the amber lantern and went on with the work of that evening, which was
      long. Then [4]he slept. See http://bare.example/ too, it is said.

      References

         1. https://lamps.example/1
         2. https://lamps.example/2
         4. https://lamps.example/4
      """
    #expect(
      links(text) == [
        "1 https://lamps.example/1 → https://lamps.example/1 @ 1. https://lamps.example/1",
        "2 the amber lantern and went on → https://lamps.example/2 @ [2]",
        "4 he slept. See http://bare.example/ too, it → https://lamps.example/4 @ [4]",
        "5 http://bare.example/ → http://bare.example/ @ http://bare.example/",
      ])
  }
}
