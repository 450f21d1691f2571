import Glibc

/// A program in a terminal from its start to its end. Every byte that it sends is drawn by the
/// emulator and read by the grammar.
package final class Journey {
  /// What did not happen in time, with the screen as it was.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  package let terminal: PseudoTerminal
  package let screen: Emulator
  /// Every byte that the program has sent.
  package private(set) var sent: [UInt8] = []
  private var grammar = OutputGrammar()
  private let patience: Duration

  /// Starts a program in a terminal of the given size. The environment is small and the same
  /// everywhere, changed by `environment`, where an empty value removes a variable.
  package init(
    _ program: String, _ arguments: [String] = [], environment changes: [String: String] = [:],
    folder: String? = nil, columns: Int = 80, rows: Int = 24, patience: Duration = .seconds(10)
  ) throws(PseudoTerminal.Failure) {
    let environment = Self.environment.merging(changes) { $1 }.filter { !$0.value.isEmpty }
    terminal = try PseudoTerminal(
      program, arguments, environment: environment, folder: folder, columns: columns, rows: rows)
    screen = Emulator(columns: columns, rows: rows)
    self.patience = patience
  }

  /// What programs under test find in their environment. Swift's own crash reports are off, because
  /// they would wait for a key.
  package static var environment: [String: String] {
    var environment = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
      "PATH": "/usr/bin:/bin",
    ]
    for name in ["LLVM_PROFILE_FILE", "HOME", "LD_LIBRARY_PATH"] {
      environment[name] = getenv(name).map { String(cString: $0) }
    }
    return environment
  }

  /// Types keys by their names.
  package func press(_ keys: String...) {
    for key in keys { terminal.send(KeyBytes.bytes(of: key)) }
  }

  package func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    terminal.resize(columns: columns, rows: rows)
  }

  /// Reads until the screen is as wanted.
  package func waitUntil(
    _ wanted: String, _ isReached: (Emulator) -> Bool
  ) throws(Failure) {
    let deadline = ContinuousClock.now + patience
    while !isReached(screen) {
      guard ContinuousClock.now < deadline else { throw failure("no \(wanted) in \(patience)") }
      guard try take(until: deadline) else {
        guard isReached(screen) else { throw failure("ended before \(wanted)") }
        return
      }
    }
  }

  /// Reads until the text stands somewhere on the screen.
  package func waitFor(_ text: String) throws(Failure) {
    try waitUntil("“\(text)”") { screen in
      (0..<screen.rows).contains { screen.row($0).contains(text) }
    }
  }

  /// Reads until nothing has come for a while.
  package func settle(quiet: Duration = .milliseconds(80)) throws(Failure) {
    let deadline = ContinuousClock.now + patience
    var before = -1
    while before != sent.count, ContinuousClock.now < deadline {
      before = sent.count
      guard try take(until: .now + quiet) else { return }
    }
  }

  /// Reads to the program's end.
  package func end() throws(Failure) -> PseudoTerminal.Exit {
    let deadline = ContinuousClock.now + patience
    while ContinuousClock.now < deadline {
      guard try take(until: deadline) else { break }
    }
    guard let exit = terminal.wait(until: deadline) else { throw failure("did not end") }
    return exit
  }

  /// Takes what comes before the deadline; false when the program has ended.
  private func take(until deadline: ContinuousClock.Instant) throws(Failure) -> Bool {
    guard let bytes = terminal.read(until: deadline) else { return false }
    sent += bytes
    screen.feed(bytes)
    grammar.feed(bytes)
    if let violation = grammar.violation { throw failure("forbidden output, \(violation)") }
    return true
  }

  private func failure(_ what: String) -> Failure {
    let edge = String(repeating: "─", count: screen.columns)
    return Failure(description: "\(what)\n\(edge)\n\(screen.text)\n\(edge)")
  }
}
