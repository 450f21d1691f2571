import Glibc
import TerminalTesting
import Testing

/// What the program leaves on the terminal, however it ends or is interrupted.
@Suite struct LifeTests {
  private static let soon = Duration.seconds(10)

  /// Starts the fixture through a shell that does something first.
  private func fixture(after script: String) throws -> Journey {
    let program = Products.path("TerminalFixture")
    let journey = try Journey("/bin/sh", ["-c", "\(script); exec \(program)"])
    try journey.waitFor("words")
    return journey
  }

  /// The user's screen and cursor, no mode left on, the line discipline as before.
  private func expectInOrder(
    _ journey: Journey, _ before: Modes, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(Modes(journey.terminal.modes) == before, sourceLocation: sourceLocation)
    #expect(!journey.screen.isAlternateScreen, sourceLocation: sourceLocation)
    #expect(journey.screen.isCursorVisible, sourceLocation: sourceLocation)
    let sent = String(decoding: journey.sent, as: UTF8.self)
    #expect(sent.hasSuffix("\u{1b}[?1l\u{1b}>"), sourceLocation: sourceLocation)
    let pasteIsOff = sent.split(separator: "\u{1b}[?2004h").last?.contains("\u{1b}[?2004l")
    #expect(pasteIsOff == true, sourceLocation: sourceLocation)
  }

  private func start() throws -> (journey: Journey, before: Modes) {
    let gate = "stty -iutf8 erase ^G; stty -a; read line"
    let program = Products.path("TerminalFixture")
    let journey = try Journey("/bin/sh", ["-c", "\(gate); exec \(program)"])
    try journey.waitFor("erase = ^G")
    let before = Modes(journey.terminal.modes)
    journey.press("Enter")
    try journey.waitFor("words")
    #expect(Modes(journey.terminal.modes) != before)
    return (journey, before)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func signalsEndInOrder(number: Int32) throws {
    let (journey, before) = try start()
    journey.terminal.signal(number)
    #expect(try journey.end() == .status(Int(128 + number)))
    expectInOrder(journey, before)
  }

  @Test(arguments: [
    SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS, SIGXCPU, SIGUSR1, SIGUSR2, SIGPROF,
  ])
  func fatalSignalsLeaveOrder(number: Int32) throws {
    let (journey, before) = try start()
    journey.terminal.signal(number)
    #expect(try journey.end() == .signal(number))
    expectInOrder(journey, before)
  }

  @Test(arguments: ["1", "2", "3", "4", "5", "6", "7"])
  func crashesLeaveOrder(digit: String) throws {
    let (journey, before) = try start()
    journey.press(digit)
    guard case .signal = try journey.end() else {
      Issue.record("the fixture did not crash")
      return
    }
    expectInOrder(journey, before)
  }

  @Test func ctrlZGivesTheTerminalBack() throws {
    let (journey, before) = try start()
    for (columns, rows) in [(60, 20), (90, 30)] {
      journey.press("z")
      #expect(journey.terminal.wait(stopped: true, until: .now + Self.soon))
      try journey.waitUntil("the main screen") { !$0.isAlternateScreen }
      expectInOrder(journey, before)
      journey.resize(columns: columns, rows: rows)
      journey.terminal.signal(SIGCONT)
      try journey.waitUntil("a frame") {
        $0.isAlternateScreen && $0.row(0) == "words \(columns)x\(rows)" && !$0.isCursorVisible
      }
      #expect(Modes(journey.terminal.modes) != before)
    }
    journey.press("q")
    #expect(try journey.end() == .status(0))
    expectInOrder(journey, before)
    let sent = String(decoding: journey.sent, as: UTF8.self)
    #expect(sent.ranges(of: "\u{1b}[?1049h").count == 3)
  }

  @Test func stopsFromOutside() throws {
    let (journey, before) = try start()
    journey.terminal.signal(SIGTSTP)
    #expect(journey.terminal.wait(stopped: true, until: .now + Self.soon))
    try journey.waitUntil("the main screen") { !$0.isAlternateScreen }
    expectInOrder(journey, before)
    journey.terminal.signal(SIGCONT)
    try journey.waitUntil("a frame") { $0.isAlternateScreen && $0.row(0).contains("words") }
    let raw = journey.terminal.modes
    journey.terminal.signal(SIGSTOP)
    #expect(journey.terminal.wait(stopped: true, until: .now + Self.soon))
    // A shell sets modes of its own, and something writes on the screen.
    var cooked = raw
    cooked.c_lflag |= tcflag_t(ICANON | ECHO)
    journey.terminal.modes = cooked
    journey.screen.feed("\u{1b}[?1049l\u{1b}[?25hgarbage".utf8)
    journey.terminal.signal(SIGCONT)
    try journey.waitUntil("a frame") { $0.row(0) == "words 80x24" && !$0.isCursorVisible }
    #expect(Modes(journey.terminal.modes) == Modes(raw))
    journey.press("q")
    #expect(try journey.end() == .status(0))
    expectInOrder(journey, before)
  }

  @Test(arguments: ["true", "trap '' HUP"])
  func aVanishedTerminalEndsIt(script: String) throws {
    let journey = try fixture(after: script)
    journey.terminal.hangUp()
    #expect(journey.terminal.wait(until: .now + Self.soon) == .status(Int(128 + SIGHUP)))
  }

  @Test func inheritedIgnoringStays() throws {
    let journey = try fixture(after: "trap '' INT QUIT HUP")
    for number in [SIGINT, SIGQUIT, SIGHUP] { journey.terminal.signal(number) }
    journey.press("x")
    try journey.waitFor("key x")
    journey.press("q")
    #expect(try journey.end() == .status(0))
  }

  /// Waits until the fixture cannot send; it then changes its name.
  private func isBlocked(_ journey: Journey) -> Bool {
    let deadline = ContinuousClock.now + Self.soon
    var name = [UInt8](repeating: 0, count: 16)
    while !name.starts(with: "blocked".utf8), .now < deadline {
      let file = open("/proc/\(journey.terminal.process)/comm", O_RDONLY | O_CLOEXEC)
      read(file, &name, name.count)
      close(file)
    }
    return name.starts(with: "blocked".utf8)
  }

  @Test func aBlockedTerminalHoldsNothingUp() throws {
    let (journey, before) = try start()
    journey.terminal.isReading = false
    journey.press("F")
    #expect(isBlocked(journey))
    journey.press("x")
    let began = ContinuousClock.now
    journey.terminal.signal(SIGTERM)
    #expect(journey.terminal.wait(until: .now + Self.soon) == .status(Int(128 + SIGTERM)))
    #expect(ContinuousClock.now - began < .seconds(3))
    #expect(Modes(journey.terminal.modes) == before)
  }

  @Test func theLastFrameComesOnceTheTerminalReads() throws {
    let journey = try fixture(after: "true")
    journey.terminal.isReading = false
    journey.press("F")
    #expect(isBlocked(journey))
    journey.terminal.isReading = true
    try journey.waitUntil("the frame after the flood") {
      $0.row(0) == "words 80x24" && $0.row(23) == "key F"
    }
    journey.press("q")
    #expect(try journey.end() == .status(0))
  }

  @Test func aStormOfResizesEndsRight() throws {
    let journey = try fixture(after: "true")
    for number in 0..<200 {
      journey.resize(columns: 20 + number % 100, rows: 5 + number % 40)
    }
    journey.resize(columns: 70, rows: 20)
    try journey.waitFor("words 70x20")
    journey.press("q")
    #expect(try journey.end() == .status(0))
  }
}

/// The modes of a terminal that a program may change.
struct Modes: Hashable {
  private let flags: [tcflag_t]
  private let characters: [cc_t]

  init(_ modes: termios) {
    flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
  }
}
