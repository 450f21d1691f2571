import Glibc
import TerminalTesting
import Testing

/// Terminals and environments in which the program starts, or says why not.
@Suite struct StartTests {
  @Test(arguments: [
    "xterm-256color", "xterm", "xterm-mono", "linux", "vt100", "vt102", "vt220", "screen",
    "screen-256color", "tmux-256color", "rxvt-unicode-256color", "rxvt",
  ])
  func knownTerminals(name: String) throws {
    let journey = try fixture(["TERM": name])
    let before = journey.sent.count
    journey.press("s", "l", "j", "g", "a", "j")
    try journey.waitUntil("words") { $0.row(23) == "key j" && $0.row(0) == "words 80x24" }
    #expect(journey.sent.count > before)
    journey.press("q")
    #expect(try journey.end() == .status(0))
    #expect(journey.screen.isCursorVisible && !journey.screen.isAlternateScreen)
  }

  @Test(arguments: [
    ("", "unknownTerminal(\"\")"), ("no-such-terminal", "unknownTerminal(\"no-such-terminal\")"),
    ("dumb", "dumb"), ("../x/xterm", "unknownTerminal"),
    (String(repeating: "x", count: 4_096), "unknownTerminal"),
  ])
  func unusableTerminals(name: String, message: String) throws {
    let journey = try Journey(
      Products.path("TerminalFixture"), environment: ["TERM": name], columns: 200, rows: 50)
    #expect(try journey.end() == .status(2))
    #expect(journey.screen.text.contains(message))
    #expect(!journey.sent.contains(0x1b))
  }

  @Test(arguments: [
    ("< /dev/null", "notATerminal(CursesTerminal.TerminalError.Stream.input)"),
    ("<&-", "notATerminal(CursesTerminal.TerminalError.Stream.input)"),
    ("| cat", "notATerminal(CursesTerminal.TerminalError.Stream.output)"),
    ("> /dev/null; echo status $?", "status 2"),
  ])
  func noTerminal(redirection: String, message: String) throws {
    let program = Products.path("TerminalFixture")
    let journey = try Journey("/bin/sh", ["-c", "\(program) \(redirection)"], columns: 200)
    _ = try journey.end()
    #expect(journey.screen.text.contains(message))
    #expect(!journey.sent.contains(0x1b))
  }

  @Test(arguments: [
    (["LANG": ""], true), (["LANG": "C"], true), (["LANG": "xx_YY.UTF-8"], true),
    (["LC_ALL": "en_US.ISO-8859-1"], true), (["LC_ALL": "C"], false), (["LC_ALL": "POSIX"], false),
    (["LC_CTYPE": "C"], true), (["LC_ALL": "C.UTF-8", "LANG": "C"], true),
  ])
  func characterSets(environment: [String: String], isUnicode: Bool) throws {
    let journey = try fixture(environment)
    journey.press("w")
    try journey.waitFor("key w")
    let expected =
      isUnicode
      ? ["|漢|字|", "e\u{301}a\u{300}o\u{308}\u{304}", "│●◐★…"] : ["|??|??|", "eao", "|*o*."]
    #expect((1...3).map(journey.screen.row) == expected)
    #expect(isUnicode || journey.sent.allSatisfy { $0 < 0x80 })
  }

  @Test func theWindowCountsNotTheEnvironment() throws {
    let journey = try fixture(["LINES": "5", "COLUMNS": "10"])
    #expect(journey.screen.row(0) == "words 80x24")
    #expect(String(decoding: journey.sent, as: UTF8.self).contains("\u{1b}[1;24r"))
  }

  @Test(arguments: [(0, 0, "words 80x24"), (32_767, 32_767, "words 1000x1000"), (0, 5, "80x24")])
  func senselessSizes(columns: Int, rows: Int, text: String) throws {
    let terminal = try PseudoTerminal(
      Products.path("TerminalFixture"), environment: Journey.environment, columns: columns,
      rows: rows)
    let deadline = ContinuousClock.now + .seconds(10)
    var sent: [UInt8] = []
    while !String(decoding: sent, as: UTF8.self).contains(text), .now < deadline {
      sent += terminal.read(until: deadline) ?? []
    }
    #expect(String(decoding: sent, as: UTF8.self).contains(text))
    terminal.send("q".utf8)
    #expect(terminal.wait(until: deadline) == .status(0))
  }

  @Test func withoutAControllingTerminal() throws {
    let journey = try Journey(
      "/usr/bin/setsid", ["--wait", Products.path("TerminalFixture")])
    try journey.waitFor("words")
    journey.press("j")
    try journey.waitFor("key j")
    journey.press("q")
    #expect(try journey.end() == .status(0))
  }

  @Test func keysOfThisTerminal() throws {
    let journey = try fixture(["TERM": "rxvt"])
    for (bytes, name) in [("\u{1b}[8~", "End"), ("\u{1b}[d", "Left"), ("\u{1b}[11~", "F1")] {
      journey.press(bytes)
      try journey.waitFor("key \(name)")
    }
    journey.press("Esc")
    try journey.waitFor("key Esc")
    journey.press("\u{1b}[200~hello\u{1b}[201~")
    try journey.waitFor("paste of 5: hello")
  }
}
