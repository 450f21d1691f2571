import Foundation
import Seeded
import TerminalTesting
import Testing

/// The state file: its form, and marks that are never lost.
@Suite struct StateJourneys {
  @Test func theFileHasOneFormForEqualMarks() throws {
    let library = try TestLibrary(Texts.letters(2).merging(["sub/ü %.txt": "Umlaut\n"]) { $1 })
    let journey = try library.open()
    try journey.waitFor("Umlaut")
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("A")
    try journey.waitForStatus("Marked 3 articles read.")
    try journey.quit()
    let text = try #require(library.stateText)
    let line = #/"[^"]+": {"fingerprint": "[0-9a-f]{32}", "read": {"value": true, "at": \d{13}}}/#
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 9 && lines.last == "", "\(text)")
    #expect(
      lines.prefix(3).joined(separator: "\n") == """
        {
        "format": "lectern-state", "version": 1, "minimumReader": 1,
        "articles": {
        """)
    let keys = [#""01.txt""#, #""02.txt""#, #""sub/ü %25.txt""#]
    for (index, key) in keys.enumerated() {
      let body = index < 2 ? lines[3 + index].dropLast() : lines[3 + index]
      #expect(body.hasPrefix(key) && body.wholeMatch(of: line) != nil, "\(body)")
    }
    #expect(lines[3].hasSuffix(",") && lines[6] == "}" && lines[7] == "}")
    let modes = try [library.stateFolder, library.stateFile].map { path in
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(modes == [0o700, 0o600])
  }

  @Test func equalMarksAreEqualBytes() throws {
    let sorted = """
      {
      "format": "lectern-state", "version": 1, "minimumReader": 1,
      "articles": {
      "01.txt": {"read": {"value": true, "at": 1764000000000}},
      "gone.txt": {"read": {"value": true, "at": 1764000000000}, "tags": {"x": {"value": true, "at": 5}}}
      }
      }

      """
    let scrambled = """
      {"articles" : { "gone.txt": {"tags": {"x": {"at": 5, "value": true}}, "read": {"at":
      1764000000000, "value": true}}, "01.txt": {"read": {"at": 1764000000000, "value":true}}},
      "version": 1, "minimumReader": 1, "format": "lectern-state"}
      """
    let texts = try [sorted, scrambled].map { before in
      let library = try TestLibrary(Texts.letters(2))
      try library.writeState(before)
      let journey = try library.open()
      try journey.waitForCursor(on: "● Letter 2")
      if before == sorted {
        try journey.quit()
        #expect(library.stateText == sorted, "without a change nothing is written")
        return try marked(library)
      }
      try journey.quit()
      return try marked(library)
    }
    #expect(texts[0] == texts[1])
  }

  /// Stars an article and returns the state file without the time of that.
  private func marked(_ library: TestLibrary) throws -> String? {
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 2")
    journey.press("s")
    try journey.waitForCursor(on: "★")
    try journey.quit()
    return library.stateText?.replacing(/17\d{11}}}(,?)\n"gone/) { "now}}\($0.1)\n\"gone" }
  }

  @Test func whatIsUnknownIsKept() throws {
    let library = try TestLibrary(Texts.letters(2))
    try library.writeState(
      """
      {
      "format": "lectern-state", "version": 9, "minimumReader": 1,
      "future": {"a": [1, 2, {"b": "c"}]},
      "articles": {
      "01.txt": {"mood": {"value": "calm", "at": 7}, "read": {"value": true, "at": 1764000000000, "by": "me"}}
      }
      }

      """)
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 2")
    journey.press("m")
    try journey.waitForStatus("Marked 1 article read.")
    try journey.quit()
    let text = try #require(library.stateText)
    for kept in [
      #""version": 9"#, #""future": {"a": [1, 2, {"b": "c"}]}"#,
      #""mood": {"value": "calm", "at": 7}"#, #""by": "me""#,
    ] {
      #expect(text.contains(kept), "\(text)")
    }
    #expect(try library.state()?.read == ["01.txt", "02.txt"])
  }

  @Test func twoWindowsKeepTheMarksOfBoth() throws {
    let library = try TestLibrary(Texts.letters(20))
    let windows = [try library.open(), try library.open()]
    for window in windows { try window.waitForCursor(on: "● Letter 1 ") }
    windows[1].press("j")
    for _ in 1...10 {
      for window in windows { window.press("m", "j", "j") }
    }
    for window in windows { try window.waitForStatus("? keys") }
    for window in windows { try window.quit() }
    #expect(try library.state()?.read == Texts.letters(20).keys.sorted())

    let again = try library.open()
    try again.waitFor("20 articles, 0 unread")
    try again.quit()
  }

  @Test func killedWhileMarkingItLosesNothingThatWasSaved() throws {
    let library = try TestLibrary(Texts.letters(30))
    var random = Seeded(2026)
    var saved: [String: Int] = [:]
    for cycle in 1...25 {
      let journey = try library.open()
      try journey.waitFor("30 articles")
      try journey.waitForCursor(on: "Letter ")
      let first = cycle % 30
      journey.press("gg", "\(first)", "j", "m")
      try journey.waitUntilTrue("a first save") {
        stamp(of: first, in: try? library.state()) ?? 0 > saved[key(first)] ?? 0
      }
      for _ in 0..<Int.random(in: 0...12, using: &random) { journey.press("j", "s") }
      if Bool.random(using: &random) { try journey.settle(quiet: .milliseconds(3)) }
      let before = try #require(try library.state())
      journey.terminal.signal(SIGKILL)
      #expect(try journey.end() == .signal(SIGKILL))
      let after = try #require(try library.state(), "a whole file after kill \(cycle)")
      for key in before.articles.keys {
        #expect(latest(key, after) >= latest(key, before), "\(key) after kill \(cycle)")
      }
      saved = Dictionary(uniqueKeysWithValues: after.articles.keys.map { ($0, latest($0, after)) })
    }
    let journey = try library.open()
    try journey.waitFor("30 articles, ")
    #expect(!journey.status.contains("damaged"), "\(journey.screen.text)")
    try journey.quit()
    #expect(library.names(in: library.stateFolder).filter { $0.contains("corrupt") } == [])
  }

  private func key(_ row: Int) -> String { Texts.letters(30).keys.sorted()[row] }

  private func stamp(of row: Int, in state: StateDocument?) -> Int? {
    (state?.articles[key(row)]?["read"] as? [String: Any])?["at"] as? Int
  }

  /// The time of the latest mark of an article.
  private func latest(_ key: String, _ state: StateDocument) -> Int {
    let registers = (state.articles[key] ?? [:]).values.compactMap { $0 as? [String: Any] }
    return registers.compactMap { $0["at"] as? Int }.max() ?? 0
  }

  @Test func theStateFileMayBeElsewhere() throws {
    let library = try TestLibrary(Texts.letters(2))
    let file = library.home + "/my state.json"
    let journey = try library.open(["--state", file])
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("m")
    try journey.waitForStatus("Marked 1 article read.")
    try journey.quit()
    #expect(library.names(in: library.stateFolder).isEmpty)
    let text = try #require(library.read(file).map { String(decoding: $0, as: UTF8.self) })
    #expect(try StateDocument(text).read == ["01.txt"])
  }

  @Test(arguments: ["echo '{\"format\": \"lectern-state\"}' >\"$1/synced/state.json\"", "true"])
  func aLinkedStateFileStaysALink(making: String) throws {
    let library = try TestLibrary(Texts.letters(2))
    try library.finish(
      "mkdir \"$1/synced\" \"$2\"; \(making); ln -s \"$1/synced/state.json\" \"$2/state.json\"",
      [library.home, library.stateFolder])
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("m")
    try journey.waitForStatus("Marked 1 article read.")
    try journey.quit()
    let target = library.read(library.home + "/synced/state.json")
    #expect(try StateDocument(String(decoding: target ?? [], as: UTF8.self)).read == ["01.txt"])
    #expect(library.names(in: library.stateFolder) == ["state.json"])
    #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: library.stateFile)) != nil)
  }
}
