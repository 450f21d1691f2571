import CNcurses
import CSystem
import Glibc
import Screen

/// Curses on the terminal of this process: its start, its modes, its size.
///
/// Curses is never told to end: leaving the terminal is a few bytes and the modes of before, the
/// same on suspending, at the end and after a crash. Its own way would wait for a blocked terminal,
/// and reset the colours that the user may have changed.
final class CursesSession {
  /// The descriptor that curses writes to.
  let descriptor: Int32
  let capabilities: Capabilities
  let modesBefore: termios
  private let modes: termios
  private(set) var size: Size

  private static let largest = 1_000
  private static let usual = Size(columns: 80, rows: 24)

  init() throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    capabilities = try Self.describe()
    modesBefore = Self.currentModes()
    size = Self.windowSize()
    descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    try Self.start(on: descriptor, size: size)
    modes = Self.currentModes()
  }

  /// The terminal's description, checked before curses starts and writes anything.
  private static func describe() throws(TerminalError) -> Capabilities {
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    // A name is the name of a file: nothing that leads elsewhere, nothing endless.
    let isName = name.utf8.count <= 128 && !name.utf8.contains(UInt8(ascii: "/"))
    guard isName, !name.isEmpty, curses_describe(name, STDOUT_FILENO) == 1 else {
      throw .unknownTerminal(name)
    }
    let capabilities = Capabilities()
    curses_forget()
    guard capabilities.canMove else { throw .dumb }
    return capabilities
  }

  private static func start(on descriptor: Int32, size: Size) throws(TerminalError) {
    // Curses believes the environment more than the window, which has changed since.
    for (name, value) in [("LINES", size.rows), ("COLUMNS", size.columns)] {
      setenv(name, String(value), 1)
    }
    defer { for name in ["LINES", "COLUMNS"] { unsetenv(name) } }
    guard let output = fdopen(descriptor, "w"),
      let input = fdopen(fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3), "r"),
      newterm(nil, output, input) != nil
    else { throw .system(call: "newterm", number: errno) }
    // Or curses looks at the keyboard during an update and may stop half-way.
    typeahead(-1)
    raw()
    noecho()
    nonl()
    idlok(curses_window(), true)
  }

  /// Takes the window's present size.
  func resize() -> Size {
    size = Self.windowSize()
    resize_term(Int32(size.rows), Int32(size.columns))
    curses_repaint()
    return size
  }

  /// Sets the modes in which keys come one by one and unchanged.
  func enterModes() { Self.set(modes) }

  /// Sets the modes that were found at the start.
  func leaveModes() { Self.set(modesBefore) }

  /// False where another process group has the terminal.
  var isInForeground: Bool {
    let group = tcgetpgrp(STDIN_FILENO)
    return group < 0 || group == getpgrp()
  }

  private static func set(_ modes: termios) {
    withUnsafePointer(to: modes) { _ = tcsetattr(STDIN_FILENO, TCSANOW, $0) }
  }

  private static func currentModes() -> termios {
    var modes = termios()
    tcgetattr(STDIN_FILENO, &modes)
    return modes
  }

  /// The window's size, kept within what curses can hold; the usual one where nobody knows.
  private static func windowSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    lectern_window_size(STDOUT_FILENO, &columns, &rows)
    guard columns > 0, rows > 0 else { return usual }
    return Size(columns: min(Int(columns), largest), rows: min(Int(rows), largest))
  }
}
