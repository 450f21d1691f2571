import Articles
import Seeded
import Storage
import Testing
import Typesetting

/// What is found in files, against a plain look at every article, and against the index.
@Suite struct FileSearchTests {
  private static let words = [
    "night", "Nightly", "NIGHT", "train", "Zug", "über", "café", "cafe\u{301}", "e-mail", "東京",
    "ไทย", "7", "x", "caf&eacute;", "&#110;ight", "ni&shy;ght", "ni<b>gh</b>t", "ni**gh**t",
    "ni\\ght", "ni_gh_t", "ni`gh`t", "ni[gh](u)t", "n\u{8}ni\u{8}ig\u{8}gh\u{8}ht\u{8}t",
    "ni~~gh~~t", "*ni*ght", "<i>ni</i>ght",
  ]
  /// What formats take out, or put in another's place, and what they leave.
  private static let joints = [
    "*", "**", "_", "__", "`", "<b>", "</b>", "<!-- a -->", "&eacute;", "&amp;", "&shy;", "\\", "[",
    "](u)", "\u{8}", "\u{1B}[1m", "~~", "=", "+", "/", "-", "-\n", "\n", "'", ".", ":", "|", "^",
    "{", "}", "\u{C}", "\u{AD}", "[1]", "!", "\"", "(", ")", ",", "--",
  ]
  private static let names = ["a.txt", "b.md", "c.rst", "d.org", "e.adoc", "night.txt", "f.asc"]
  private static let queries = [
    "night", "nig", "nightly", "night train", "\"night train\"", "train night", "caf", "cafe",
    "uber", "京", "東京", "zug", "e mail", "nighttrain", "trainnight", "7", "x", "nightx", "ight",
    "\"train\" ni", "...", "cafenight", "trainx", "xx", "e", "emailx",
  ]

  /// What formats are told by.
  private static let heads = [
    "", "", "# Title\n\nSome **strong** words, [a link](http://a.b/) and `code`.\n\n- one\n\n",
    "<html><body><h1>Title</h1>\n<p>Some <b>strong</b> words.</p>\n\n",
    "Title\n=====\n\nSome *words* and ``code``.\n\n",
    "#+TITLE: Title\n\n* Part\n\nSome =words=.\n\n",
    "= Title\n\nSome *words* and _others_.\n\n== Part\n\n",
    "LS(1)    User Commands    LS(1)\n\nNAME\n       ls - list\n\n",
    "---\ntitle: \"A title\"\n---\n\n", "Subject: A title\nFrom: A <a@b.c>\n\n",
  ]

  private func text(_ random: inout Seeded) -> String {
    // Most files are in ASCII, so that their bytes can tell.
    let isASCII = Int.random(in: 0..<3, using: &random) > 0
    let words = isASCII ? FileSearchTests.words.filter(\.isASCII) : FileSearchTests.words
    let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in
      var word = Array(words.randomElement(using: &random) ?? "")
      // A word is cut in two, or has a mark behind it.
      if Int.random(in: 0..<2, using: &random) == 0 {
        let joint = FileSearchTests.joints.randomElement(using: &random) ?? ""
        let cut = Int.random(in: 0...word.count, using: &random)
        word.insert(contentsOf: joint, at: cut)
        if Bool.random(using: &random) { word.append(contentsOf: joint) }
      }
      return String(word) + ([" ", " ", "", "\n\n"].randomElement(using: &random) ?? "")
    }.joined()
    return (FileSearchTests.heads.randomElement(using: &random) ?? "") + text + "\n"
  }

  private func bytes(_ text: String, _ random: inout Seeded) -> [UInt8] {
    switch Int.random(in: 0..<6, using: &random) {
    case 0 where !text.isASCII:
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 1 where !text.isASCII: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    default: Array(text.utf8)
    }
  }

  @Test(arguments: 0..<40) func findsWhatAPlainLookFinds(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let indexed = try IndexedLibrary()
    for name in FileSearchTests.names {
      try indexed.folder.write(bytes(text(&random), &random), to: name)
    }
    try indexed.update()
    for typed in FileSearchTests.queries {
      let search = FileSearch(typed: typed)
      let condition = TypedWords(typed).condition
      let hits = try condition.map { try indexed.index.search($0, limit: 100) } ?? []
      for article in try indexed.articles {
        let entry = try indexed.library.indexEntry(article)
        let isWanted = condition.map { condition in
          condition.wantedPhrases.allSatisfy { phrase in
            phrase.occurs(in: entry.titleWords) || phrase.occurs(in: entry.textWords)
          }
        }
        let isFound = search?.finds(article.path, in: indexed.library) ?? false
        #expect(isFound == isWanted ?? false, "seed \(seed), \(typed) in \(article.path)")
        #expect(isFound == hits.contains { $0.path == article.path }, "seed \(seed), \(typed)")
      }
    }
  }

  /// Marks that a format takes out of a word do not hide it.
  @Test(arguments: [
    "ni**gh**t", "ni*gh*t", "ni__gh__t", "ni`gh`t", "ni\\_ght", "ni<b>gh</b>t", "ni&shy;ght",
    "ni[gh](http://a.b/)t", "ni~~gh~~t",
  ])
  func aWordWithMarksInItIsFound(word: String) throws {
    let indexed = try IndexedLibrary()
    try indexed.folder.write("A title\n\nWords and a \(word) here.\n", to: "a.md")
    let path = ArticlePath("a.md")
    let entry = try indexed.library.indexEntry(Article(path: path, bytes: 0, modified: 0))
    let words = Set(entry.textWords.map { String(decoding: $0, as: UTF8.self) })
    for typed in words.union(["night", "ni"]) {
      let search = try #require(FileSearch(typed: "\"\(typed)\""))
      #expect(search.finds(path, in: indexed.library) == words.contains(typed), "\(typed)")
    }
  }

  @Test func whatCannotBeReadIsNotFound() throws {
    let indexed = try IndexedLibrary()
    let search = try #require(FileSearch(typed: "night"))
    #expect(!search.finds(ArticlePath("gone.txt"), in: indexed.library))
  }
}

extension String {
  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
