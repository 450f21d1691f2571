import Glibc
import TerminalTesting
import Testing

/// Signals, stops and lost terminals: the marks are saved, and nothing is left behind.
@Suite struct LifeJourneys {
  /// A reader with an article open in the middle and a mark that was made just now.
  private func openAndMark(
    _ library: TestLibrary, through script: String? = nil
  ) throws -> Journey {
    let journey = try library.open(through: script)
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("j", "m", "j", "Enter")
    try journey.waitFor("the word of letter 3.")
    return journey
  }

  /// Expects the end within a second, with the marks on the disk.
  private func expectEnd(
    _ journey: Journey, _ library: TestLibrary, _ exit: PseudoTerminal.Exit,
    since start: ContinuousClock.Instant
  ) throws {
    #expect(try journey.end() == exit)
    #expect(start.duration(to: .now) < .seconds(1))
    let state = try #require(try library.state())
    #expect(state.read == ["02.txt"])
    #expect(state.value("position", of: "03.txt") != nil)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func signalsEndTheReaderInOrder(number: Int32) throws {
    let library = try TestLibrary(Texts.letters(5))
    let journey = try openAndMark(library)
    let start = ContinuousClock.now
    journey.terminal.signal(number)
    try expectEnd(journey, library, .status(128 + Int(number)), since: start)
    journey.expectTerminalAsFound()
  }

  @Test(arguments: ["", "trap '' HUP; "])
  func aClosedTerminalEndsTheReader(before: String) throws {
    let library = try TestLibrary(Texts.letters(5))
    let journey = try openAndMark(library, through: before + "exec \"$@\"")
    let start = ContinuousClock.now
    journey.terminal.hangUp()
    try expectEnd(journey, library, .status(129), since: start)
  }

  @Test func unusualModesComeBack() throws {
    let script = "stty -ixon -icrnl erase ^H intr ^X rows 20; exec \"$@\""
    let reference = try Journey("/bin/sh", ["-c", script + " ready", "sh", "echo"])
    try reference.waitFor("ready")
    let library = try TestLibrary(Texts.letters(2))
    let journey = try library.open(through: script)
    try journey.waitForCursor(on: "● Letter 1")
    #expect(journey.terminal.modes.text != reference.terminal.modes.text)
    journey.press("Q")
    #expect(try journey.end() == .status(0))
    journey.expectTerminalAsFound(modes: reference.terminal.modes.text)
  }

  @Test func aStoppedReaderComesBack() throws {
    let library = try TestLibrary(Texts.letters(5))
    let journey = try openAndMark(library)
    let screen = journey.screen.text
    for turn in 1...5 {
      journey.press("Ctrl-Z")
      #expect(journey.terminal.wait(stopped: true, until: .now + .seconds(10)))
      try journey.settle(quiet: .milliseconds(10))
      journey.expectTerminalAsFound()
      #expect(try library.state()?.read == ["02.txt"], "marks are saved before the stop")
      if turn == 3 { journey.resize(columns: 60, rows: 10) }
      if turn == 4 { journey.resize(columns: 80, rows: 24) }
      journey.terminal.signal(SIGCONT)
      try journey.waitUntil("the reader again") {
        $0.isAlternateScreen && $0.text.contains("the word of letter 3.")
      }
    }
    try journey.waitUntil("the screen as before") { $0.text.hasPrefix(screen.prefix(300)) }
    journey.press("q", "k")
    try journey.waitForCursor(on: "   Letter 2")
    try journey.quit()
  }

  @Test func aStopThatNobodyAnnouncedIsRepaired() throws {
    let library = try TestLibrary(Texts.letters(5))
    let journey = try openAndMark(library)
    journey.terminal.signal(SIGSTOP)
    #expect(journey.terminal.wait(stopped: true, until: .now + .seconds(10)))
    journey.screen.feed("\u{1b}[2J".utf8)
    journey.terminal.signal(SIGCONT)
    try journey.waitFor("the word of letter 3.")
    journey.terminal.signal(SIGTSTP)
    #expect(journey.terminal.wait(stopped: true, until: .now + .seconds(10)))
    try journey.settle(quiet: .milliseconds(10))
    journey.expectTerminalAsFound()
    journey.terminal.signal(SIGCONT)
    try journey.waitFor("the word of letter 3.")
    try journey.quit()
  }

  @Test func aStoppedReaderCanBeEnded() throws {
    let library = try TestLibrary(Texts.letters(5))
    let journey = try openAndMark(library)
    journey.press("Ctrl-Z")
    #expect(journey.terminal.wait(stopped: true, until: .now + .seconds(10)))
    let start = ContinuousClock.now
    journey.terminal.signal(SIGTERM)
    journey.terminal.signal(SIGCONT)
    try expectEnd(journey, library, .status(128 + Int(SIGTERM)), since: start)
    journey.expectTerminalAsFound()
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP])
  func aCrashRestoresTheTerminal(number: Int32) throws {
    let library = try TestLibrary(Texts.letters(3))
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    journey.terminal.signal(number)
    #expect(try journey.end() == .signal(number))
    journey.expectTerminalAsFound()
  }

  @Test func aTerminalThatTakesNoOutputHoldsNothingUp() throws {
    let library = try TestLibrary(Texts.letters(40))
    let journey = try library.open(columns: 200, rows: 50)
    try journey.waitForCursor(on: "● Letter 1 ")
    journey.terminal.isReading = false
    // Redrawing soon fills what the terminal holds for a screen that takes nothing.
    journey.terminal.send([UInt8](repeating: 0x0c, count: 200))
    journey.press("m", "j", "m")
    try journey.waitUntilTrue("both marks") {
      (try? library.state()?.read) == ["01.txt", "02.txt"]
    }
    let start = ContinuousClock.now
    journey.terminal.signal(SIGTERM)
    #expect(journey.terminal.wait(until: .now + .seconds(5)) == .status(128 + Int(SIGTERM)))
    #expect(start.duration(to: .now) < .seconds(2))
  }

  /// Until it rests, it may take a while; then nothing at all runs, for longer than any of the clocks
  /// that programs like to look at.
  @Test func aReaderThatRestsDoesNotWakeUp() throws {
    let library = try TestLibrary(Texts.letters(5))
    let journey = try openAndMark(library)
    let isResting = (1...8).contains { _ in
      let before = wakeUps(of: journey.terminal.process)
      usleep(2_200_000)
      return wakeUps(of: journey.terminal.process) == before
    }
    #expect(isResting)
    expectNoPool(journey)
    try journey.quit()
  }

  @Test func anIndexThatIsNoneStartsNoPoolOfThreads() throws {
    let library = try TestLibrary(Texts.letters(5))
    let lectern = Products.path("lectern")
    let emptied = try library.finish(
      "\"$1\" index --library \"$2\" && truncate -s 0 \"$3\"/*",
      [lectern, library.path, library.home + "/cache/lectern/index"])
    #expect(emptied.exit == .status(0))
    let journey = try openAndMark(library)
    try journey.waitUntilTrue("index") {
      let list = "\"$1\" list --library \"$2\" letter"
      return (try? library.finish(list, [lectern, library.path]))?.exit == .status(0)
    }
    expectNoPool(journey)
    try journey.quit()
  }

  /// The threads of the pool that wakes up every second have names of their own.
  private func expectNoPool(_ journey: Journey) {
    #expect(Set(threadNames(of: journey.terminal.process)) == ["lectern"])
  }
}
