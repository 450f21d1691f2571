import Foundation
import TerminalTesting
import Testing

/// Terminals, locales and streams of all kinds: a usable screen, or one clear line.
@Suite struct EnvironmentJourneys {
  @Test(
    arguments: [
      "xterm", "xterm-256color", "xterm-mono", "xterm-color", "screen", "screen-256color", "tmux",
      "tmux-256color", "linux", "vt100", "vt220", "rxvt", "rxvt-unicode-256color",
    ])
  func terminalsOfAllKindsShowTheReader(name: String) throws {
    let library = try TestLibrary(Texts.letters(9))
    let journey = try library.open(environment: ["TERM": name], columns: 110)
    try journey.waitForCursor(on: "Letter 1")
    journey.press("j", "m", "s")
    try journey.waitForStatus("Starred 1 article.")
    journey.press("Down", "Enter")
    try journey.waitFor("the word of letter 3.")
    journey.press("Left")
    journey.resize(columns: 90, rows: 20)
    try journey.waitUntil("one pane") { !$0.text.contains("the word of") }
    journey.press("Q")
    #expect(try journey.end() == .status(0))
    #expect(journey.terminal.modes.text == Journey.usualModes)
    #expect(journey.screen.isCursorVisible)
    #expect(try library.state()?.isStarred("02.txt") == true)
  }

  @Test(
    arguments: [
      ("", "TERM is not set"), ("no-such-terminal", "TERM=no-such-terminal is not known"),
      ("dumb", "TERM=dumb"), ("../../etc/passwd", "is not known"),
      ("x\u{1b}[31m", "TERM=x^[[31m is not known"),
      (String(repeating: "x", count: 4_000), "not known"),
    ])
  func terminalsThatCannotDoItAreNamed(name: String, reason: String) throws {
    let library = try TestLibrary(Texts.letters(2))
    // A variable that is set to nothing is removed.
    let journey = try library.open(
      through: "exec \"$@\" 2>\"$HOME/error\"", environment: ["TERM": name])
    #expect(try journey.end() == .status(64))
    #expect(journey.sent.isEmpty, "\(journey.screen.text)")
    #expect(journey.terminal.modes.text == Journey.usualModes)
    let error = String(decoding: library.read(library.home + "/error") ?? [], as: UTF8.self)
    #expect(error.hasPrefix("lectern: ") && error.contains(reason), "\(error)")
    #expect(error.filter { $0 == "\n" }.count == 1 && !error.contains("\u{1b}"), "\(error)")
  }

  @Test(
    arguments: [
      ("</dev/null", "input"), ("< \"$HOME/../articles/01.txt\"", "input"), ("<&-", "input"),
      (">/dev/null", "output"), (">/dev/full", "output"), (">&-", "output"), ("| cat", "output"),
      ("</dev/null >/dev/null", "input"),
    ])
  func streamsThatAreNoTerminalsAreNamed(redirection: String, stream: String) throws {
    let library = try TestLibrary(Texts.letters(2))
    let script = "{ \"$@\" 2>\"$HOME/error\"; echo $? >\"$HOME/status\"; } \(redirection)"
    let journey = try library.open(through: script)
    _ = try journey.end()
    let texts = ["error", "status"].map { name in
      String(decoding: library.read(library.home + "/" + name) ?? [], as: UTF8.self)
    }
    #expect(texts[0].contains("standard \(stream) is none"), "\(texts)")
    #expect(texts[0].filter { $0 == "\n" }.count == 1 && texts[1] == "64\n", "\(texts)")
    #expect(journey.terminal.modes.text == Journey.usualModes)
  }

  @Test func withoutStandardErrorTheReaderWorks() throws {
    let library = try TestLibrary(Texts.letters(2))
    let journey = try library.open(through: "exec \"$@\" 2>&-")
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("m")
    try journey.waitForStatus("Marked 1 article read.")
    try journey.quit()
    #expect(try library.state()?.read == ["01.txt"])
  }

  // MARK: Locales

  @Test(
    arguments: [
      ["LANG": ""], ["LANG": "C"], ["LANG": "POSIX"], ["LANG": "xx_YY.nonsense"],
      ["LC_ALL": "C.UTF-8", "LANG": "C"],
    ])
  func whereNothingSaysOtherwiseTheTerminalSpeaksUTF8(locale: [String: String]) throws {
    let library = try TestLibrary(["a.txt": "吾輩は猫である\n\nÇa va ●\n"])
    let journey = try library.open(environment: locale, columns: 110)
    try journey.waitForCursor(on: "● 吾輩は猫である")
    try journey.waitFor("Ça va ●")
    try journey.quit()
  }

  @Test func theLocaleOfCGetsASCIIAndNoBlanks() throws {
    let library = try TestLibrary(["a.txt": "Ça va\n\nNaïve “quotes” — 漢字 ● \u{1b}[31m.\n"])
    let journey = try library.open(environment: ["LC_ALL": "C"], columns: 110)
    try journey.waitForCursor(on: "*")
    try journey.waitFor("\"quotes\" - ")
    #expect(journey.sent.allSatisfy { $0 < 0x80 })
    let line = journey.pageRows.first { $0.contains("quotes") } ?? journey.screen.text
    #expect(line.contains("Na?ve") || line.contains("Naive"), "\(line)")
    #expect(line.contains("^[[31m."), "\(line)")
    #expect(!line.contains("-   "), "what cannot be shown is no blank: \(line)")
    try journey.quit()
  }

  // MARK: Colours and folders

  @Test func withoutColoursNothingIsColoured() throws {
    for environment in [["NO_COLOR": "1"], ["TERM": "xterm-mono"]] {
      let library = try TestLibrary(Texts.letters(3))
      let journey = try library.open(environment: environment, columns: 110)
      try journey.waitForCursor(on: "● Letter 1")
      journey.press("s", "j", "m")
      try journey.waitForCursor(on: "   Letter 2")
      let sent = String(decoding: journey.sent, as: UTF8.self)
      #expect(sent.firstMatch(of: /\e\[[0-9;]*(3[0-7]|38;5;\d+)[;m]/) == nil, "\(environment)")
      #expect(journey.reversedText.contains("Letter 2"), "the selected row can be told")
      try journey.quit()
    }
  }

  @Test func theReaderLivesWithoutAHome() throws {
    let library = try TestLibrary(Texts.letters(3))
    let gone = ["HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"]
    for value in ["", "relative", "/proc/nowhere"] {
      let environment = Dictionary(uniqueKeysWithValues: gone.map { ($0, value) })
      let journey = try library.open(environment: environment)
      try journey.waitFor("Letter 3")
      journey.press("m")
      // Where there is no place for the history, that is said in the end.
      let isNowhere = value == "/proc/nowhere"
      try journey.waitForStatus(isNowhere ? "can be undone until you quit" : "Marked 1 article")
      try journey.quit()
    }
    #expect(try library.state()?.read == Texts.letters(3).keys.sorted())
  }
}
