import Glibc
import TerminalTesting
import Testing

/// The harness shows what it should before others trust it.
@Suite struct HarnessTests {
  private func shell(_ script: String) throws -> Journey {
    try Journey("/bin/sh", ["-c", script], columns: 40, rows: 6)
  }

  @Test func programsSeeTheirTerminal() throws {
    let journey = try shell("stty size; read line; echo got $line; read line; stty size; exit 7")
    try journey.waitFor("6 40")
    journey.press("abc", "Enter")
    try journey.waitFor("got abc")
    journey.resize(columns: 30, rows: 5)
    journey.press("Enter")
    try journey.waitFor("5 30")
    #expect(try journey.end() == .status(7))
  }

  @Test func endsAreTold() throws {
    let killed = try shell("echo ready; read line")
    try killed.waitFor("ready")
    killed.terminal.signal(SIGTERM)
    #expect(try killed.end() == .signal(SIGTERM))

    let abandoned = try shell("echo ready; exec sleep 60")
    try abandoned.waitFor("ready")
    abandoned.terminal.hangUp()
    #expect(abandoned.terminal.wait(until: .now + .seconds(10)) == .signal(SIGHUP))
  }

  @Test func stopsAreTold() throws {
    let journey = try shell("echo ready; read line; echo again")
    try journey.waitFor("ready")
    journey.terminal.signal(SIGSTOP)
    #expect(journey.terminal.wait(stopped: true, until: .now + .seconds(10)))
    journey.terminal.signal(SIGCONT)
    #expect(journey.terminal.wait(stopped: false, until: .now + .seconds(10)))
    journey.press("Enter")
    try journey.waitFor("again")
  }

  @Test func modesSurviveTheProgram() throws {
    let journey = try shell("stty -echo")
    #expect(try journey.end() == .status(0))
    #expect(journey.terminal.modes.c_lflag & tcflag_t(ECHO) == 0)
  }

  @Test func missingTextAndForbiddenBytesFail() throws {
    let silent = try shell("exit")
    #expect(throws: Journey.Failure.self) { try silent.waitFor("anything") }
    let hostile = try shell("printf 'ok\\033]0;title\\007'; read line")
    #expect(throws: Journey.Failure.self) { try hostile.waitFor("never") }
  }

  @Test func theEmulatorShowsCells() {
    let emulator = Emulator(columns: 10, rows: 2)
    emulator.feed("\u{1b}[1;31mA\u{1b}[0;7m漢\u{1b}[0;3;4me\u{301}\u{1b}[?25l\u{1b}[2;4H".utf8)
    #expect(emulator.row(0) == "A漢e\u{301}")
    #expect(
      emulator.cell(column: 0, row: 0) == .init(text: "A", columns: 1, isBold: true, color: 1))
    #expect(emulator.cell(column: 1, row: 0) == .init(text: "漢", columns: 2, isReverse: true))
    #expect(emulator.cell(column: 2, row: 0) == .init(text: "", columns: 0))
    #expect(
      emulator.cell(column: 3, row: 0)
        == .init(text: "e\u{301}", columns: 1, isItalic: true, isUnderlined: true))
    #expect(emulator.cursor == (3, 1))
    #expect(!emulator.isCursorVisible && !emulator.isAlternateScreen)
    emulator.feed("\u{1b}[?1049h\u{1b}[?25h".utf8)
    #expect(emulator.isCursorVisible && emulator.isAlternateScreen && emulator.text.isEmpty)
  }

  @Test(arguments: [
    "plain text\r\n", "\u{1b}[?1049h\u{1b}[22;0;0t\u{1b}[1;24r\u{1b}(B\u{1b}[m\u{1b}[4l\u{1b}[?7h",
    "漢e\u{301}│●", "\u{1b}[12;3H\u{1b}[K\u{1b}[0;1;31mred\u{1b}(B\u{1b}[m", "\u{1b}[?2004h",
  ])
  func theGrammarAccepts(text: String) {
    var grammar = OutputGrammar()
    grammar.feed(text.utf8)
    #expect(grammar.violation == nil && grammar.isComplete)
  }

  @Test(arguments: [
    "\u{7}", "\u{1b}]0;x\u{7}", "\u{1b}P", "\u{1b}[6n", "\u{1b}[c", "\u{1b}[?1000h", "\u{1b}c",
    "\u{1b}[8m", "\u{1b}[38;2;1;2;3m", "\u{202e}", "\u{9b}", "\u{85}", "\u{e0041}", "\u{2066}",
    "\u{200b}", "\u{feff}", "\u{fe0f}", "\u{e000}", "\u{7f}", "\u{1b}[1;2;3H",
    "\u{1b}(0", "\u{2028}", "\u{1b}[?2004;1h", "\u{1b}[99999C", "\u{1b}[31;5m",
  ])
  func theGrammarRefuses(text: String) {
    var grammar = OutputGrammar()
    grammar.feed(text.utf8)
    #expect(grammar.violation != nil)
  }

  @Test(
    arguments: [
      [0x80], [0xc0, 0xaf], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80],
      [0xff],
      [0xc3, 0x28], [0xef, 0xb7, 0x90],
    ] as [[UInt8]])
  func theGrammarRefusesInvalid(bytes: [UInt8]) {
    var grammar = OutputGrammar()
    grammar.feed("ok".utf8)
    grammar.feed(bytes)
    #expect(grammar.violation.map { $0.offset >= 2 } == true)
  }
}
