import Foundation
import Glibc
import TerminalTesting

/// A program to measure and what it is started with.
struct Program {
  var path: String
  var arguments: [String] = []
  /// Added to the small environment that all programs get.
  var environment: [String: String] = [:]
}

/// What a program wrote in answer to a key.
struct Reaction {
  /// Milliseconds from the key to the first and to the last byte of the answer.
  var first: Double
  var last: Double
  var bytes: Int
  /// Calls of `write` by the whole process, to the terminal or elsewhere.
  var writes: Int
}

/// A program in a terminal, with the time of every piece of its output. What the screen showed
/// when is found by replaying the pieces afterwards, so that looking does not slow reading.
final class Session {
  private struct Piece {
    let time: ContinuousClock.Instant
    let bytes: [UInt8]
  }

  let terminal: PseudoTerminal
  private let screen: Emulator
  private let start: ContinuousClock.Instant
  private var pieces: [Piece] = []
  private var replayed = 0
  private var hasEnded = false

  init(_ program: Program, columns: Int, rows: Int) throws {
    let environment = Journey.environment.merging(program.environment) { $1 }
    screen = Emulator(columns: columns, rows: rows)
    start = .now
    terminal = try PseudoTerminal(
      program.path, program.arguments, environment: environment, columns: columns, rows: rows)
  }

  var processMemory: ProcessMemory? { ProcessMemory(of: terminal.process) }

  /// Bytes written so far.
  var bytes: Int { pieces.reduce(0) { $0 + $1.bytes.count } }

  /// Milliseconds from the start to the first byte.
  var firstByte: Double? { pieces.first.map { milliseconds($0.time - start) } }

  /// Reads until nothing has come for `quiet`, after waiting for a first byte for `patience`.
  func settle(
    quiet: Duration = .milliseconds(80), patience: Duration = .milliseconds(200)
  ) {
    var wait = patience
    while !hasEnded {
      guard let bytes = terminal.read(until: .now + wait) else {
        hasEnded = true
        return
      }
      guard !bytes.isEmpty else { return }
      pieces.append(Piece(time: .now, bytes: bytes))
      wait = quiet
    }
  }

  /// Types a key and reads the answer; nil when there was none.
  func press(_ key: String) -> Reaction? { answer(to: key) { settle() } }

  /// The same, with the end of the answer when what stands between the first and the last line is as
  /// it stays.
  func pressForPage(_ key: String) -> Reaction? {
    _ = replay { _ in false }
    let before = pieces.count
    guard var reaction = press(key) else { return nil }
    var page = shown.dropFirst().dropLast()
    var end = before
    for index in before..<pieces.count {
      screen.feed(pieces[index].bytes)
      let now = shown.dropFirst().dropLast()
      if now != page { end = index }
      page = now
    }
    replayed = pieces.count
    reaction.last = reaction.first + milliseconds(pieces[end].time - pieces[before].time)
    return reaction
  }

  /// Types a key and reads until the screen is as wanted, and then until nothing more comes; nil
  /// when it was not in time.
  func press(
    _ key: String, patience: Duration = .seconds(10), until isReached: ([String]) -> Bool
  ) -> Reaction? {
    var isShown = false
    let reaction = answer(to: key) {
      let deadline = ContinuousClock.now + patience
      repeat {
        settle()
        _ = replay { _ in false }
        isShown = isReached(shown)
      } while !isShown && !hasEnded && ContinuousClock.now < deadline
    }
    return isShown ? reaction : nil
  }

  private func answer(to key: String, read: () -> Void) -> Reaction? {
    let before = pieces.count
    let writes = writeCalls(of: terminal.process)
    let pressed = ContinuousClock.now
    terminal.send(KeyBytes.bytes(of: key))
    read()
    guard let first = pieces[before...].first, let last = pieces.last else { return nil }
    return Reaction(
      first: milliseconds(first.time - pressed), last: milliseconds(last.time - pressed),
      bytes: pieces[before...].reduce(0) { $0 + $1.bytes.count },
      writes: writeCalls(of: terminal.process) - writes)
  }

  /// Milliseconds from the start to the first piece after which the screen is as wanted. Goes on
  /// from the piece where the last call ended.
  func time(patience: Duration = .seconds(10), until isReached: ([String]) -> Bool) -> Double? {
    let deadline = ContinuousClock.now + patience
    repeat {
      if let time = replay(until: isReached) { return milliseconds(time - start) }
      settle()
    } while ContinuousClock.now < deadline && !(hasEnded && replayed == pieces.count)
    return nil
  }

  private func replay(until isReached: ([String]) -> Bool) -> ContinuousClock.Instant? {
    if replayed > 0, isReached(shown) { return pieces[replayed - 1].time }
    while replayed < pieces.count {
      screen.feed(pieces[replayed].bytes)
      replayed += 1
      if isReached(shown) { return pieces[replayed - 1].time }
    }
    return nil
  }

  /// Milliseconds from the start until now.
  var elapsed: Double { milliseconds(.now - start) }

  /// What the process has read so far, from files and elsewhere.
  var bytesRead: Int {
    let io = (try? String(contentsOfFile: "/proc/\(terminal.process)/io", encoding: .utf8)) ?? ""
    return io.split(separator: "\n").first?.split(separator: " ").last.flatMap { Int($0) } ?? 0
  }

  /// Milliseconds from the start until the process no longer does anything for a while.
  func timeUntilRest() -> Double {
    var rest = elapsed
    var done = [wakeUps(of: terminal.process), processorTime(of: terminal.process)]
    defer { _ = replay { _ in false } }
    while elapsed - rest < 300 {
      settle(quiet: .milliseconds(5), patience: .milliseconds(5))
      let now = [wakeUps(of: terminal.process), processorTime(of: terminal.process)]
      if now != done { rest = elapsed }
      done = now
    }
    return rest
  }

  /// Where the cursor stands on the screen as it was read last.
  var cursorRow: Int {
    _ = replay { _ in false }
    return screen.cursor.row
  }

  private var shown: [String] { (0..<screen.rows).map(screen.row) }
}

func milliseconds(_ duration: Duration) -> Double { duration / .milliseconds(1) }
