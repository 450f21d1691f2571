import Foundation
import TerminalTesting
import Testing

/// What the shell can do: output that is safe to print, and honest statuses.
@Suite struct CommandJourneys {
  private let articles = Result { try TestLibrary.shipped() }

  @Test func versionHelpAndKeys() throws {
    let library = try articles.get()
    let version = try library.run("--version")
    #expect(version.exit == .status(0) && version.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    let help = try library.run("--help")
    #expect(help.exit == .status(0))
    for word in ["lectern FOLDER", "read", "show", "keys", "--version"] {
      #expect(help.text.contains(word), "\(help.text)")
    }
    #expect(try library.run("read", "--help").text.contains("--library"))
    let keys = try library.run("keys")
    #expect(keys.exit == .status(0))
    for line in [/Space +page down/, /gg Home +first line/, /Ctrl-R +redo/, /\? F1 +keys/] {
      #expect(keys.text.firstMatch(of: line) != nil, "\(keys.text)")
    }
    #expect(keys.error.isEmpty && keys.text.unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test(
    arguments: [
      (["--nonsense"], 64), (["show"], 64), (["show", "--width", "0", "-"], 64),
      (["show", ""], 66),
      (["show", "--format", "xml", "-"], 64), (["show", "/nowhere/x.txt"], 66),
      (["read", "/nowhere"], 66), (["read", "a", "b"], 64), (["keys", "extra"], 64), ([""], 64),
      (["show", "/tmp"], 66),
    ])
  func mistakesHaveAStatusAndALine(arguments: [String], status: Int) throws {
    let library = try articles.get()
    let finished = try library.finish("exec \"$@\"", [Products.path("lectern")] + arguments)
    #expect(finished.exit == .status(status), "\(finished.error)")
    #expect(finished.output.isEmpty && !finished.errorLines.isEmpty)
    if status == 66 { #expect(finished.errorLines.count == 1, "\(finished.error)") }
  }

  @Test func outputThatCannotBeWrittenIsAnError() throws {
    let library = try articles.get()
    let program = Products.path("lectern")
    let text = library.path + "/a-place-for-the-book.txt"
    let full = try library.finish("\"$1\" show \"$2\" >/dev/full; exit $?", [program, text])
    #expect(full.exit == .status(74) && full.errorLines.count == 1, "\(full.error)")
    let closed = try library.finish("exec \"$1\" show \"$2\" >&-", [program, text])
    #expect(closed.exit == .status(74) && closed.errorLines.count == 1, "\(closed.error)")
    let piped = try library.finish(
      "{ \"$1\" show \"$2\" \"$2\" \"$2\" \"$2\" \"$2\" \"$2\" \"$2\"; echo $? >&2; } | head -n 1",
      [program, text])
    #expect(piped.errorLines == ["141"] || piped.errorLines == ["0"], "\(piped.error)")
    let keys = try library.finish("\"$1\" keys >/dev/full; exit $?", [program])
    #expect(keys.exit == .status(74) && keys.errorLines.count == 1, "\(keys.error)")
  }

  @Test func showSetsAnArticleAsTheScreenDoes() throws {
    let library = try articles.get()
    let file = library.path + "/huawei-5g-russia.txt"
    let shown = try library.run("show", file)
    let lines = shown.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "Huawei Signs a 5G Deal With Russian Telecoms")
    #expect(lines.allSatisfy { $0.count <= 72 } && lines.contains { $0.count > 60 })
    #expect(!shown.output.contains(0x1b) && !shown.text.contains("web analytics"))

    let journey = try library.open(columns: 120, rows: 60)
    try journey.waitFor("16 articles")
    journey.press("/", "huawei", "Enter", "Enter")
    try journey.waitFor("deal with Russian telecoms firm")
    let body = lines.dropFirst(4).map(String.init)
    try journey.waitUntil("the same lines") { _ in
      journey.pageRows.joined(separator: "\n").contains(body.joined(separator: "\n").trimmed)
    }
    try journey.quit()

    let narrow = try library.run("show", "--width", "30", file)
    #expect(narrow.text.split(separator: "\n").allSatisfy { $0.count <= 30 })
    let source = try library.run("show", "--format", "source", file)
    let original = String(decoding: try #require(library.read(file)), as: UTF8.self)
    #expect(source.text == original + "\n")
    let input = try library.run("show", "-", input: Array("Title Here\n\nSome text.\n".utf8))
    #expect(input.exit == .status(0) && input.text.contains("Some text."))
  }

  @Test func jsonAccountsForEveryLine() throws {
    let library = try articles.get()
    try library.write("hostile.txt", bytes: Torture.article(Torture.texts, title: "Hostile"))
    for path in try FileManager.default.subpathsOfDirectory(atPath: library.path)
    where path.hasSuffix(".txt") || path.hasSuffix(".md") {
      let finished = try library.run("show", "--format", "json", library.path + "/" + path)
      #expect(finished.exit == .status(0) && finished.error.isEmpty)
      let value = try JSONSerialization.jsonObject(with: Data(finished.output))
      let members = try #require(value as? [String: Any])
      for key in ["path", "words", "minutes", "encoding", "blocks"] {
        #expect(members[key] != nil, "\(key) of \(path)")
      }
      let blocks = try #require(members["blocks"] as? [[String: Any]])
      try expectPartition(blocks, of: try #require(library.read(library.path + "/" + path)), path)
    }
  }

  /// Every line that is not blank belongs to exactly one block.
  private func expectPartition(_ blocks: [[String: Any]], of text: [UInt8], _ path: String) throws {
    var owners: [Int: Int] = [:]
    for block in blocks {
      let kind = try #require(block["kind"] as? String)
      let kinds = [
        "title", "byline", "heading", "paragraph", "list", "quote", "preformatted", "furniture",
      ]
      #expect(kinds.contains(kind) && block["text"] is String)
      let lines = try #require(block["lines"] as? [Int])
      try #require(lines.count == 2 && lines[0] <= lines[1])
      for line in lines[0]...lines[1] { owners[line, default: 0] += 1 }
    }
    let lines = text.split(separator: 0x0a, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      #expect(owners[number + 1] == 1, "line \(number + 1) of \(path)")
    }
  }

  @Test func hostileTextIsSafeToPrint() throws {
    let library = try articles.get()
    let pieces = Torture.texts + Torture.invalid
    try library.write("evil.txt", bytes: Torture.article(pieces, title: "\u{1b}]0;x\u{7}"))
    for format in ["text", "source", "json"] {
      let finished = try library.run("show", "--format", format, library.path + "/evil.txt")
      #expect(finished.exit == .status(0))
      var grammar = OutputGrammar()
      grammar.feed(finished.output)
      #expect(grammar.violation == nil, "\(format): \(grammar.violation?.description ?? "")")
      #expect(!finished.output.contains(0x1b), "\(format)")
    }
    let error = try library.run("show", "no\u{1b}[2Jsuch\u{202e}file")
    #expect(error.error.contains("no^[[2Jsuch<RLO>file"), "\(error.error)")
  }

  @Test func showOnATerminalKeepsToItsColumns() throws {
    let library = try articles.get()
    let file = library.path + "/huawei-5g-russia.txt"
    let journey = try Journey(
      Products.path("lectern"), ["show", file], environment: library.environment(), columns: 40,
      rows: 120)
    #expect(try journey.end() == .status(0))
    #expect(journey.screen.cell(column: 0, row: 0).isBold)
    #expect(!journey.screen.isAlternateScreen)
    #expect(journey.rows.allSatisfy { $0.count < 40 })
  }

  @Test func linksThatTheUserNamesAreFollowed() throws {
    let library = try articles.get()
    let finished = try library.finish(
      "mkdir links && ln -s \"$1/welcome.txt\" links/w.txt && cd links && exec \"$2\" show w.txt",
      [library.path, Products.path("lectern")])
    #expect(finished.exit == .status(0), "\(finished.error)")
    #expect(finished.text.hasPrefix("Welcome to Lectern\n"))
  }

  @Test func anArticleWhoseNameIsNoTextIsShown() throws {
    let library = try articles.get()
    let finished = try library.finish(
      "cd \"$1\" && printf 'Bad Name\\n\\nWords.\\n' >\"$(printf 'b\\377.txt')\" && "
        + "exec \"$2\" show \"$(printf 'b\\377.txt')\"",
      [library.home, Products.path("lectern")])
    #expect(finished.exit == .status(0) && finished.text.contains("Words."), "\(finished.error)")
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
