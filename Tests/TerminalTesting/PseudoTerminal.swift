import CVterm
import Glibc

/// A program in a pseudo-terminal, with the test on the other side as keyboard and screen.
package final class PseudoTerminal {
  /// How a program ended.
  package enum Exit: Hashable, Sendable {
    case status(Int)
    case signal(Int32)
  }

  /// A system call that failed, with its error number.
  package struct Failure: Error {
    package let call: String
    package let number: Int32
  }

  private var child = terminal_child()
  private var unread: [UInt8] = []
  private var isHungUp = false
  private var exit: Exit?
  private var isStopped = false

  /// Starts a program; the environment is exactly the given one.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    folder: String? = nil, columns: Int, rows: Int
  ) throws(Failure) {
    let settings = environment.map { "\($0.key)=\($0.value)" }.sorted()
    let error = withCStrings([program] + arguments) { argumentPointers in
      withCStrings(settings) { environmentPointers in
        withCStrings([program] + (folder.map { [$0] } ?? [])) { paths in
          var start = terminal_program(
            path: paths[0], arguments: argumentPointers, environment: environmentPointers,
            folder: folder == nil ? nil : paths[1])
          return terminal_start(&child, &start, UInt16(columns), UInt16(rows))
        }
      }
    }
    guard error == 0 else { throw Failure(call: "start \(program)", number: error) }
  }

  deinit {
    // Without a program, a signal would go to the tests themselves.
    guard child.program > 0 else { return }
    if exit == nil { kill(child.program, SIGKILL) }
    _ = wait(until: .now + .seconds(2))
    hangUp()
    Glibc.close(child.control)
    var status: Int32 = 0
    waitpid(child.session, &status, 0)
  }

  /// False for a screen that takes nothing, so that the program's output is blocked.
  package var isReading = true

  /// The program's process.
  package var process: pid_t { child.program }

  /// The modes of the terminal, which tests compare before and after.
  package var modes: termios {
    get {
      var modes = termios()
      tcgetattr(child.master, &modes)
      return modes
    }
    set {
      var modes = newValue
      tcsetattr(child.master, TCSANOW, &modes)
    }
  }

  /// Sets the window's size; the program gets SIGWINCH.
  package func resize(columns: Int, rows: Int) {
    terminal_resize(child.master, UInt16(columns), UInt16(rows))
  }

  /// Sends a signal to the program, not to its group. A stopped program is seen to continue, so
  /// that its next stop cannot be taken for the last.
  package func signal(_ number: Int32) {
    kill(child.program, number)
    if number == SIGCONT, isStopped { _ = wait(stopped: false, until: .now + .seconds(10)) }
  }

  /// Closes the screen's side, as when a terminal's window is closed. The session's leader, like a
  /// shell, passes SIGHUP on to the program.
  package func hangUp() {
    guard !isHungUp else { return }
    isHungUp = true
    Glibc.close(child.master)
  }

  /// Types bytes; what the program writes meanwhile is kept for `read`. False when the program did
  /// not take all of them before the deadline.
  @discardableResult
  package func send(
    _ bytes: some Collection<UInt8>, until deadline: ContinuousClock.Instant = .now + .seconds(10)
  ) -> Bool {
    var rest = ArraySlice(Array(bytes))
    while !rest.isEmpty, !isHungUp {
      let sent = rest.withUnsafeBytes { write(child.master, $0.baseAddress, $0.count) }
      if sent > 0 { rest.removeFirst(sent) }
      guard !rest.isEmpty, ContinuousClock.now < deadline else { break }
      pump(for: Int16(POLLIN | POLLOUT), until: deadline)
    }
    return rest.isEmpty
  }

  /// What the program wrote: at least a byte, nothing at the deadline, nil when there will be none.
  package func read(until deadline: ContinuousClock.Instant) -> [UInt8]? {
    while unread.isEmpty, ContinuousClock.now < deadline {
      guard exit == nil, !isHungUp else {
        takeOutput()
        break
      }
      pump(for: Int16(POLLIN), until: deadline)
    }
    defer { unread = [] }
    return unread.isEmpty && (exit != nil || isHungUp) ? nil : unread
  }

  /// Waits for the program's end, or answers nil at the deadline.
  package func wait(until deadline: ContinuousClock.Instant) -> Exit? {
    while exit == nil, ContinuousClock.now < deadline {
      pump(for: Int16(POLLIN), until: deadline)
    }
    return exit
  }

  /// Waits until the program is stopped or runs again; false at the deadline.
  package func wait(stopped: Bool, until deadline: ContinuousClock.Instant) -> Bool {
    while isStopped != stopped, exit == nil, ContinuousClock.now < deadline {
      pump(for: Int16(POLLIN), until: deadline)
    }
    return exit == nil && isStopped == stopped
  }

  private func pump(for events: Int16, until deadline: ContinuousClock.Instant) {
    let wanted = Int16(isReading ? POLLIN | POLLOUT : POLLOUT)
    var polls = [
      pollfd(fd: isHungUp ? -1 : child.master, events: events & wanted, revents: 0),
      pollfd(fd: exit == nil ? child.control : -1, events: Int16(POLLIN), revents: 0),
    ]
    let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
    guard poll(&polls, 2, Int32(max(0, left.rounded(.up)))) > 0 else { return }
    if polls[0].revents & Int16(POLLIN) != 0 { takeOutput() }
    if polls[1].revents != 0 { takeStatus() }
  }

  private func takeOutput() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !isHungUp {
      let count = Glibc.read(child.master, &buffer, buffer.count)
      guard count > 0 else { return }
      unread += buffer[..<count]
    }
  }

  private func takeStatus() {
    var status: Int32 = 0
    guard recv(child.control, &status, MemoryLayout<Int32>.size, 0) > 0 else {
      exit = exit ?? .signal(SIGKILL)
      return
    }
    isStopped = terminal_is_stopped(status) != 0
    let end = terminal_end(status)
    guard end >= 0 else { return }
    exit = end < 256 ? .status(Int(end)) : .signal(end - 256)
  }
}

/// A null-terminated array of C strings for the time of a call.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies = strings.map { strdup($0) } + [nil]
  let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: copies.count)
  defer {
    copies.forEach { free($0) }
    pointers.deallocate()
  }
  pointers.initialize(from: copies, count: copies.count)
  return body(pointers)
}
