import Articles
import CSystem
import CursesTerminal
import Foundation
import ReaderCore
import Screen
import Storage

/// The main thread: waits for keys, signals and events, lets the reader answer them, draws.
///
/// Everything that has come is taken in before the next frame is drawn.
struct ReaderLoop {
  private let terminal: Terminal
  private let runner: Runner
  private let mailbox: Mailbox
  private let signals: Int32
  private var state: State
  private var effects: [Effect] = []
  /// When the last bytes of the keyboard came, on the steady clock.
  private var lastKeyTime = Clock.steady
  /// How the program ends, once that is decided.
  private var ending: Ending?

  private enum Ending: Equatable {
    case quit
    case signal(Int32)
  }

  /// How long the end may wait until all marks are on the disk, in milliseconds.
  private static let quitPatience = 5_000
  private static let signalPatience = 700
  /// How long the first frame may wait for its rows, in milliseconds.
  private static let firstFramePatience: Timestamp = 4
  /// How long a frame may wait for the page of the article that was selected, or for what was
  /// found, in milliseconds.
  private static let pagePatience: Timestamp = 8

  init(terminal: Terminal, runner: Runner, mailbox: Mailbox, settings: State.Settings) {
    self.terminal = terminal
    self.runner = runner
    self.mailbox = mailbox
    signals = lectern_signals_open()
    state = State(size: terminal.size, settings: settings)
  }

  /// Runs until the end; the status to exit with.
  mutating func run() throws -> Int32 {
    wait(ReaderLoop.firstFramePatience, acting: false) { $0.hasRows }
    terminal.draw(state.frame)
    performEffects()
    runner.beginDescribing()
    while ending == nil {
      let ready = Readiness.wait(
        keyboard: terminal.inputDescriptor, signals: signals, mailbox: mailbox.descriptor,
        blocked: terminal.isBlocked ? terminal.outputDescriptor : nil,
        state: runner.watch.descriptor, milliseconds: timeout)
      take(ready)
      // What the frame does not wait for begins when it is drawn.
      if state.awaitsMore || effects.contains(where: \.isOfTerminal) { performEffects() }
      wait(ReaderLoop.pagePatience) { !$0.awaitsMore }
      if ending == nil { terminal.draw(state.frame) }
      performEffects()
    }
    return try end()
  }

  /// What would be drawn over at once is not drawn: waits a moment for events that complete the
  /// frame. Keys wait with it.
  /// - Parameter isActing: does what the events lead to. The first frame comes before all that: a page
  ///   that is read while the folder is about to be watched can take the machine for itself.
  private mutating func wait(
    _ patience: Timestamp, acting isActing: Bool = true,
    until isComplete: (borrowing State) -> Bool
  ) {
    let end = Clock.steady + patience
    while !isComplete(state), ending == nil, Clock.steady < end {
      let ready = Readiness.wait(
        keyboard: -1, signals: signals, mailbox: mailbox.descriptor, blocked: nil, state: -1,
        milliseconds: Int(end - Clock.steady))
      take(ready)
      if isActing { performEffects() }
    }
  }

  private mutating func take(_ ready: Readiness) {
    if ready.contains(.signals) { takeSignals() }
    if ready.contains(.terminal) { terminal.sendRest() }
    if ready.contains(.keyboard) {
      takeKeys()
    } else if let due = escapeDue, due <= Clock.steady {
      press(terminal.decidePending())
    }
    if ready.contains(.mailbox) { takeEvents() }
    if ready.contains(.state) { runner.takeStateChange() }
    if let deadline = state.deadline, deadline <= Clock.now { update(.deadlinePassed) }
  }

  // MARK: Time

  /// Milliseconds until something is due by itself; nil is never.
  private var timeout: Int? {
    let deadline = state.deadline.map { $0 - Clock.now }
    let escape = escapeDue.map { $0 - Clock.steady }
    return [deadline, escape].compactMap { $0 }.min().map { Int(max($0, 0)) }
  }

  private var escapeDue: Timestamp? {
    terminal.escapeTimeout.map { lastKeyTime + Timestamp($0) }
  }

  // MARK: Taking in

  private mutating func update(_ event: Event) {
    effects += state.update(event, at: Clock.now)
    // What the update has left is done while others are at its effects.
    guard state.isUnfinished else { return }
    performEffects()
    effects += state.finish()
  }

  private mutating func takeEvents() {
    mailbox.take { events in
      for event in events { update(event) }
    }
  }

  private mutating func takeKeys() {
    lastKeyTime = Clock.steady
    switch terminal.readKeys() {
    case .keys(let keys): press(keys)
    case .closed: ending = .signal(SIGHUP)
    }
  }

  private mutating func press(_ keys: [Key]) {
    for key in keys { update(.key(key)) }
  }

  private mutating func takeSignals() {
    let taken = lectern_signals_take()
    func has(_ signal: Int32) -> Bool { taken >> UInt64(signal) & 1 == 1 }
    if let fatal = [SIGHUP, SIGTERM, SIGINT, SIGQUIT].first(where: has) {
      ending = .signal(fatal)
      return
    }
    if has(SIGTSTP) { suspend() }
    if has(SIGCONT) { resume() }
    if has(SIGWINCH) {
      terminal.resized()
      update(.resized(terminal.size))
    }
  }

  // MARK: Acting

  private mutating func performEffects() {
    let wanted = effects
    effects = []
    runner.perform(wanted)
    for effect in wanted {
      switch effect {
      case .redraw: terminal.redraw()
      case .suspend: suspend()
      case .quit: ending = .quit
      default: assert(!effect.isOfTerminal)
      }
    }
  }

  /// Gives the terminal to the shell until it gives it back; all marks are on the disk before.
  private mutating func suspend() {
    update(.ending)
    performEffects()
    _ = runner.store.flush(deadline: ReaderLoop.signalPatience)
    terminal.suspend()
    keepSession()
    lectern_stop()
    resume()
  }

  private mutating func resume() {
    terminal.resume()
    update(.resized(terminal.size))
    update(.continued)
  }

  /// What the reader shows is there again the next time; if that cannot be kept, nothing is lost.
  private func keepSession() { try? runner.sessions.save(state.session) }

  /// Saves what is not saved yet, leaves the terminal as it was found.
  private mutating func end() throws -> Int32 {
    update(.ending)
    runner.perform(effects)
    let patience = ending == .quit ? ReaderLoop.quitPatience : ReaderLoop.signalPatience
    let isSaved = runner.store.flush(deadline: patience)
    terminal.close()
    keepSession()
    runner.finish(milliseconds: ReaderLoop.signalPatience / 2)
    // Why the last attempt failed, if it did, has just been posted.
    takeEvents()
    if !isSaved { throw Failure.notSaved(state.saveFailure, marks: state.unsavedMarks) }
    switch ending {
    case .signal(let number): return 128 + number
    case .quit, nil: return 0
    }
  }
}

extension Effect {
  /// Whether it is the terminal's, or ends the program.
  fileprivate var isOfTerminal: Bool {
    switch self {
    case .redraw, .suspend, .quit: true
    case .load, .seek, .seekHit, .list, .countLines, .prepare, .describe, .search, .searchFiles,
      .lookUp, .lookUpViews, .excerpt, .relate, .loadHyphenator, .save, .log, .keepTrace, .scan:
      false
    }
  }
}
