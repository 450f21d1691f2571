import Testing
import Typesetting

@testable import Storage

/// What is shown of an article that a search found.
@Suite struct SnippetTests {
  @Test func snippetsShowWhatWasFound() {
    let text = "Title: A\n\nNothing here.\n\nFar away, a Café stands by the night train.\n"
    let document = Document(Source(Array(text.utf8)), name: "a.txt")
    let phrases = [SearchPhrase("night tra", isPrefix: true), SearchPhrase("cafe")]
    let snippet = Snippet(of: SearchableText(of: document), showing: phrases)
    #expect(snippet.text == "Nothing here. Far away, a Café stands by the night train.")
    #expect(snippet.parts.filter(\.isMatch).map(\.text) == ["Café", "night train"])
    let none = Snippet(of: SearchableText(of: document), showing: [SearchPhrase("zzz")])
    #expect(none.text.hasPrefix("Nothing here."))
    let empty = Document(Source([]), name: "a.txt")
    #expect(Snippet(of: SearchableText(of: empty), showing: phrases).parts.isEmpty)
  }

  @Test func aSnippetOfVerseIsOneLine() {
    let verse = "Title\n\n```\n  A raven sat\n\t  upon   the bust\n```\n"
    let document = Document(Source(Array(verse.utf8)), name: "a.md")
    let snippet = Snippet(of: SearchableText(of: document), showing: [SearchPhrase("raven")])
    #expect(snippet.text.trimmingPrefix(" ") == "A raven sat upon the bust")
  }

  @Test(arguments: 0..<12) func aSnippetBeginsWithAWord(shift: Int) {
    let row = String(repeating: "o", count: shift) + "ne     two     three     four     five     "
    let text = "Title: A\n\n```\n\(row + row)\nlantern\n```\n"
    let document = Document(Source(Array(text.utf8)), name: "a.md")
    let snippet = Snippet(of: SearchableText(of: document), showing: [SearchPhrase("lantern")]).text
    #expect(snippet.hasPrefix("… ") && !snippet.hasPrefix("…  ") && snippet.contains("lantern"))
  }

  @Test func longSnippetsAreCutAtWords() {
    let text = "Title: A\n\n" + String(repeating: "lorem ipsum ", count: 40) + "needle "
    let document = Document(
      Source(Array((text + String(repeating: "dolor 東京 ", count: 40)).utf8)), name: "a.txt")
    let snippet = Snippet(of: SearchableText(of: document), showing: [SearchPhrase("needle")]).text
    #expect(snippet.hasPrefix("… ") && snippet.hasSuffix(" …") && snippet.contains("needle"))
    #expect(snippet.utf8.count < 180 && !snippet.contains("\u{FFFD}"))
  }
}
