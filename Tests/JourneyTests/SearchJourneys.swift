import Foundation
import TerminalTesting
import Testing

/// Finding articles from the shell.
@Suite struct SearchJourneys {
  private static let texts = [
    "rail/night.txt":
      "Title: Night Train\nAuthor: Ann\nDate: 2019-06-14\n\nIt leaves the\nharbour at ten.\n",
    "rail/day.txt": "Title: Day Train\nDate: 2021\n\nIt leaves at noon, and the night is far.\n",
    "cafe.txt": "Title: Ein Café\n\nTee, Kaffee und 東京都の茶.\n",
    "harbour.txt": "Title: Harbour\n\nThe harbour at night, without any trains.\n",
  ]

  private func lectern(
    _ library: TestLibrary, _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Finished {
    var all = arguments
    all.insert(contentsOf: ["--library", library.path], at: 1)
    return try library.finish(
      "exec \"$@\"", [Products.path("lectern")] + all, environment: environment)
  }

  private func paths(_ finished: Finished) -> [String] {
    finished.text.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
  }

  @Test(
    arguments: [
      ([], ["cafe.txt", "harbour.txt", "rail/day.txt", "rail/night.txt"]),
      (["night", "-noon"], ["harbour.txt", "rail/night.txt"]), (["cafe"], ["cafe.txt"]),
      (["京都"], ["cafe.txt"]), (["\"the harbour\""], ["harbour.txt", "rail/night.txt"]),
      (["in:rail", "or", "kaffee"], ["cafe.txt", "rail/day.txt", "rail/night.txt"]),
      (["-in:rail"], ["cafe.txt", "harbour.txt"]), (["author:ann"], ["rail/night.txt"]),
      (["after:2019", "before:2022"], ["rail/day.txt", "rail/night.txt"]),
      (["words:<8", "read"], []), (["tra"], []),
      (["train", "sort:title"], ["rail/day.txt", "rail/night.txt"]),
      (["--sort", "date", "in:rail"], ["rail/day.txt", "rail/night.txt"]),
    ] as [([String], [String])])
  func listChooses(query: [String], expected: [String]) throws {
    let library = try TestLibrary(Self.texts)
    let finished = try library.finish(
      "exec \"$@\"", [Products.path("lectern"), "list", "--library", library.path] + query)
    #expect(paths(finished) == expected && finished.error.isEmpty, "\(finished)")
    #expect(finished.exit == .status(expected.isEmpty ? 1 : 0))
  }

  @Test func listPrintsTitlesPathsAndJSON() throws {
    let library = try TestLibrary(Self.texts)
    #expect(try lectern(library, "list", "cafe").text == "cafe.txt\tEin Café\n")
    let nulls = try lectern(library, "list", "-0", "in:rail")
    #expect(nulls.output == Array("rail/day.txt\0rail/night.txt\0".utf8))
    _ = try lectern(library, "mark", "read", "rail/night.txt")
    _ = try lectern(library, "tag", "add", "slow", "rail/night.txt")
    let json = try lectern(library, "list", "--format", "json", "tag:slow", "read")
    let article = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output)) as? [[String: Any]]
    ).first
    #expect(article?["path"] as? String == "rail/night.txt")
    #expect(article?["title"] as? String == "Night Train" && article?["author"] as? String == "Ann")
    #expect(article?["date"] as? String == "2019-06-14" && article?["words"] as? Int ?? 0 > 5)
    #expect(article?["minutes"] as? Int == 1 && article?["state"] as? String == "read")
    #expect(article?["progress"] as? Double == 1 && article?["starred"] as? Bool == false)
    #expect(article?["tags"] as? [String] == ["slow"] && article?["url"] is NSNull)
    #expect(Set(article?.keys ?? [:].keys).count == 11)
    #expect(try lectern(library, "list", "--format", "json", "zzz").text == "[]\n")
  }

  @Test func searchRanksAndShowsWhere() throws {
    let library = try TestLibrary(Self.texts)
    let found = try lectern(library, "search", "night")
    #expect(found.exit == .status(0) && found.error.isEmpty)
    let lines = found.text.split(separator: "\n")
    #expect(lines.first == "Night Train  rail/night.txt", "the title weighs most")
    #expect(lines.contains("    The harbour at night, without any trains."))
    #expect(try lectern(library, "search", "tra").text.contains("Day Train"), "a beginning will do")
    #expect(
      try lectern(library, "search", "--limit", "1", "night").text.split(separator: "\n").count == 2
    )
    let json = try lectern(library, "search", "--format", "json", "\"leaves the harbour\"")
    let hits = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output)) as? [[String: Any]])
    #expect(hits.count == 1 && hits[0]["score"] as? Double ?? 0 > 0)
    #expect(hits[0]["snippet"] as? String == "It leaves the harbour at ten.")
    #expect(try lectern(library, "search", "zzz").exit == .status(1))
  }

  @Test func theIndexFollowsTheFolder() throws {
    let library = try TestLibrary(Self.texts)
    let built = try lectern(library, "index")
    #expect(
      built.text == "4 articles in the index: 4 read, 0 removed.\n" && built.exit == .status(0))
    #expect(try lectern(library, "index").text.contains("0 read"))
    try library.write("new.txt", "Title: New\n\nquite unheard of\n")
    library.remove("cafe.txt")
    #expect(try lectern(library, "search", "unheard").exit == .status(0))
    #expect(try lectern(library, "search", "kaffee").exit == .status(1))
    #expect(try lectern(library, "index", "--rebuild").text.contains("4 read, 0 removed"))
    #expect(
      library.names(in: library.home + "/cache/lectern/index").count == 2, "database and lock")
  }

  @Test func mistakesInQueriesAreUsageErrors() throws {
    let library = try TestLibrary(Self.texts)
    for query in ["(night", "tag:", "words:<many", "--nonsense"] {
      for command in ["list", "search"] {
        let finished = try lectern(library, command, query)
        #expect(finished.exit == .status(64) && finished.output.isEmpty, "\(command) \(query)")
      }
    }
    let finished = try lectern(library, "list", "night", "words:<many")
    #expect(finished.error.contains("at “<many” (character 13): expected a number"))
    #expect(try lectern(library, "search").exit == .status(64))
    #expect(try lectern(library, "mark", "read").exit == .status(64))
  }

  @Test func marksAreSetByQuery() throws {
    let library = try TestLibrary(Self.texts)
    let marked = try lectern(library, "mark", "read", "--query", "train or kaffee")
    #expect(marked.text == "Marked 3 articles read.\n", "\(marked)")
    #expect(try library.state()?.read == ["cafe.txt", "rail/day.txt", "rail/night.txt"])
    #expect(try lectern(library, "mark", "read", "--query", "zzz").exit == .status(1))
    #expect(try paths(lectern(library, "list", "unread")) == ["harbour.txt"])
  }

  @Test func withoutACacheSearchIsOnlySlower() throws {
    let library = try TestLibrary(Self.texts)
    try library.makeFolder(library.home + "/blocked")
    try library.finish("touch blocked/lectern")
    let environment = ["XDG_CACHE_HOME": library.home + "/blocked"]
    let found = try lectern(library, "search", "kaffee", environment: environment)
    #expect(found.exit == .status(0) && found.text.hasPrefix("Ein Café"), "\(found)")
    let built = try lectern(library, "index", environment: environment)
    #expect(built.exit == .status(73) && built.errorLines.count == 1, "\(built)")
    let limited = try library.finish(
      "ulimit -f 8; exec \"$@\"",
      [Products.path("lectern"), "search", "--library", library.path, "kaffee"])
    #expect(limited.exit == .status(0) && limited.text.hasPrefix("Ein Café"), "\(limited)")
  }

  @Test func hostileTextIsSafeInLists() throws {
    let library = try TestLibrary([
      "a\u{1B}[2J.txt": "Title: T\u{1B}]0;x\u{7}\n\nneedle \u{1B}[31m\u{202E}red\n"
    ])
    for arguments in [["list"], ["search", "needle"], ["search", "needle", "--format", "json"]] {
      let finished = try library.finish(
        "exec \"$@\"",
        [Products.path("lectern"), arguments[0], "--library", library.path] + arguments.dropFirst())
      #expect(finished.exit == .status(0))
      let hidden = finished.text.unicodeScalars.filter { scalar in
        scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0x202E
      }
      #expect(hidden.isEmpty, "\(arguments): \(finished.text)")
    }
  }
}
