import Seeded
import TerminalTesting
import Testing

/// Keys and bytes that nobody would type.
@Suite struct MonkeyJourneys {
  private static let keys = [
    "j", "k", "f", "b", "Ctrl-D", "Ctrl-U", "d", "u", "gg", "G", "{", "}", "[[", "]]", "%", "Space",
    "Enter", "l", "h", "Tab", "zf", "z|", "<", ">", "Ctrl-L", "r", "J", "K", "n", "p", "]u", "[u",
    "''", "gr", "m", "N", "A", "s", "U", "Ctrl-R", "v", "/", "Esc", "zh", "gsn", "gst", "gsd",
    "gsl",
    "gsp", "gsr", "+", "-", "=", "zr", "zp", "i", "?", "F1", "Up", "Down", "Left", "Right", "PgUp",
    "PgDn", "Home", "End", "Backspace", "Ctrl-W", "Alt-x", "Shift-Tab", "F5", "Delete", "é", "漢",
    "e", "the", "5", "99999999999", "0", "~", "Ctrl-C", "Ctrl-G", "Ctrl-\\", "'", "\u{1b}[<0;1;1M",
    "q",
  ]

  @Test(arguments: [1, 2]) func twoThousandRandomKeys(seed: UInt64) throws {
    let library = try TestLibrary.shipped()
    try library.write("hostile.txt", bytes: Torture.article(Torture.texts, title: "Hostile"))
    var random = Seeded(seed)
    var journey = try open(library)
    var typed: [String] = []
    for number in 1...2_000 {
      let key = Self.keys[Int.random(in: 0..<Self.keys.count, using: &random)]
      typed.append(key)
      journey.press(key)
      if number % 40 == 0 {
        let columns = Int.random(in: 1...160, using: &random)
        journey.resize(columns: columns, rows: Int.random(in: 1...50, using: &random))
      }
      guard number % 10 == 0 else { continue }
      do { try journey.settle(quiet: .milliseconds(1)) } catch {
        Issue.record("seed \(seed), after \(typed.suffix(60)): \(error)")
        return
      }
      if let exit = journey.terminal.wait(until: .now) {
        #expect(exit == .status(0), "seed \(seed), after \(typed.suffix(60))")
        journey = try open(library)
      }
    }
    journey.resize(columns: 80, rows: 24)
    try leave(journey)
    #expect(try library.state() != nil)
  }

  /// Before the reader has the terminal, Ctrl-C would be a signal.
  private func open(_ library: TestLibrary) throws -> Journey {
    let journey = try library.open()
    try journey.waitUntil("first frame") { $0.isAlternateScreen && !$0.text.isEmpty }
    return journey
  }

  /// Quits from wherever the keys have led. The first attempts may still belong to something that
  /// was begun: a prompt, a page of help, the rest of a sequence.
  private func leave(_ journey: Journey) throws {
    for _ in 1...10 where journey.terminal.wait(until: .now) == nil {
      journey.press("Enter", "Enter", "Q")
      _ = journey.terminal.wait(until: .now + .seconds(1))
    }
    #expect(try journey.end() == .status(0), "\(journey.screen.text)")
    journey.expectTerminalAsFound()
  }

  @Test(arguments: [3, 4]) func randomBytesOfAKeyboard(seed: UInt64) throws {
    let library = try TestLibrary(Texts.letters(20))
    var random = Seeded(seed)
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1 ")
    // No q and Q, and no Ctrl-Z: everything else may come, in any order.
    let bytes = (UInt8.min...UInt8.max).filter { ![0x71, 0x51, 0x1a].contains($0) }
    for _ in 1...60 {
      let chunk = (0..<50).map { _ in bytes[Int.random(in: 0..<bytes.count, using: &random)] }
      #expect(journey.terminal.send(chunk), "seed \(seed)")
      try journey.settle(quiet: .milliseconds(1))
    }
    journey.terminal.send("\u{1b}[201~".utf8)
    try leave(journey)
  }

  /// What terminals answer to questions that nobody has asked.
  @Test func repliesOfTheTerminalAreNoKeys() throws {
    let library = try TestLibrary(Texts.letters(9))
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    let replies = [
      "\u{1b}[?62;22c", "\u{1b}[>0;276;0c", "\u{1b}[24;80R", "\u{1b}[0n", "\u{1b}[?1;2R",
      "\u{1b}]11;rgb:0000/0000/0000\u{1b}\\", "\u{1b}]10;rgb:ffff/ffff/ffff\u{7}",
      "\u{1b}]lAmQ\u{1b}\\", "\u{1b}P1$r0m\u{1b}\\", "\u{1b}P>|XTerm(367)\u{1b}\\",
      "\u{1b}[<0;10;10M", "\u{1b}[<0;10;10m", "\u{1b}[<65;1000000000;0M", "\u{1b}[M !!",
      "\u{1b}[8;24;80t", "\u{1b}[I", "\u{1b}[O", "\u{1b}_GA;OK\u{1b}\\", "\u{1b}[?2026;2$y",
    ]
    for reply in replies {
      journey.terminal.send(reply.utf8)
      try journey.settle(quiet: .milliseconds(20))
    }
    journey.press("j")
    try journey.waitForCursor(on: "● Letter 2")
    #expect(journey.screen.text.contains("9 articles, 9 unread"))
    try journey.quit()
    #expect(library.stateText == nil)
  }

  @Test func aFloodOfKeysEndsInTime() throws {
    let library = try TestLibrary(Texts.letters(40))
    let journey = try library.open(columns: 120, rows: 40)
    try journey.waitForCursor(on: "● Letter 1 ")
    journey.terminal.send(Array(repeatElement(Array("jk".utf8), count: 20_000).joined()))
    journey.terminal.send(Array("\u{1b}[200~".utf8) + [UInt8](repeating: 0x41, count: 1 << 20))
    journey.terminal.send("\u{1b}[201~gg".utf8)
    journey.press("m", "j")
    try journey.waitForCursor(on: "● Letter 2 ")
    try journey.quit()
    #expect(try library.state()?.read == ["01.txt"])
  }
}
