import CNcurses
import CSystem
import Glibc
import Screen

/// The terminal: takes frames, gives keys. Only the main thread may use it.
///
/// Nothing waits for keys, and for a terminal that does not take its output only a moment: whoever
/// polls `inputDescriptor` for reading also polls `outputDescriptor` for writing while `isBlocked`,
/// and then calls `sendRest`. Frames that are drawn meanwhile replace one another.
package final class Terminal {
  package private(set) var size: Size
  /// To be polled for reading.
  package var inputDescriptor: Int32 { input.descriptor }
  /// To be polled for writing while `isBlocked`.
  package var outputDescriptor: Int32 { output.descriptor }
  /// Whether only a part of a frame could be sent.
  package var isBlocked: Bool { output.isBlocked }
  /// Whether the terminal belongs to another program, such as the shell after `suspend`.
  package private(set) var isSuspended = false

  private let session: CursesSession
  private let output: FrameOutput
  private var input: KeyInput
  private var row: CellRow
  private var cursorIsVisible = true
  /// The frame that was asked for last, and the one that curses has.
  private var latest: Frame?
  private var drawn: Frame?
  private var isClosed = false

  /// Takes the terminal of standard input and output. Nothing is sent before the first frame.
  ///
  /// Signal handlers are installed first, since curses leaves alone what it finds. To be called
  /// before other threads read the environment.
  package init() throws(TerminalError) {
    lectern_signals_open()
    let characters = CharacterSet.select()
    session = try CursesSession()
    output = try FrameOutput()
    output.replace(session.descriptor)
    let palette = Palette()
    // What curses has to say at its start, so that our own bytes come behind it.
    doupdate()
    output.append(session.capabilities.starting)
    input = KeyInput(decoder: KeyDecoder(session.capabilities.keys))
    row = CellRow(palette: palette, characters: characters)
    size = session.size
    lectern_crash_install()
    arm()
  }

  /// Everything that has been typed, without waiting.
  package func readKeys() -> Input {
    output.isClosed ? .closed : input.read()
  }

  /// Milliseconds without a key after which `decidePending` is due; nil if nothing is pending.
  package var escapeTimeout: Int? { input.decoder.timeout }

  /// What the bytes mean that may be Escape or the beginning of another key.
  package func decidePending() -> [Key] { input.decoder.decidePending() }

  /// Shows a frame. Rows that are as before cost nothing.
  package func draw(_ frame: Frame) {
    latest = frame
    guard !isSuspended, !output.isBlocked else { return }
    render(frame)
  }

  /// Goes on sending after the output was blocked.
  package func sendRest() {
    output.sendRest()
    guard !output.isBlocked, let latest, latest != drawn else { return }
    draw(latest)
  }

  /// Draws every cell anew, after something else has written to the terminal.
  package func redraw() {
    curses_repaint()
    drawn = nil
    if let latest { draw(latest) }
  }

  /// Takes the window's new size; the next frame is drawn whole.
  package func resized() {
    size = session.resize()
    drawn = nil
    if !isSuspended { arm() }
  }

  /// Gives the terminal back for a while. What is drawn meanwhile is shown by `resume`.
  package func suspend() {
    guard !isSuspended else { return }
    leave(milliseconds: 200)
    isSuspended = true
  }

  /// Takes the terminal again after `suspend` or after a stop that nobody announced, at its present
  /// size. Does nothing in the background, where the terminal is the shell's.
  package func resume() {
    guard !isClosed, session.isInForeground else { return }
    isSuspended = false
    session.enterModes()
    output.append(session.capabilities.returning(cursorIsVisible: cursorIsVisible))
    resized()
    redraw()
  }

  /// Leaves the terminal as it was found. Later calls do nothing.
  package func close() {
    if !isSuspended { leave(milliseconds: 500) }
    isSuspended = true
    isClosed = true
  }

  private func leave(milliseconds: Int) {
    lectern_crash_disarm()
    if !output.isClosed {
      output.finish(
        with: session.capabilities.leaving(rows: size.rows), milliseconds: milliseconds)
    }
    session.leaveModes()
  }

  /// Prepares what a crash has to restore.
  private func arm() {
    let bytes = session.capabilities.leaving(rows: size.rows)
    withUnsafePointer(to: session.modesBefore) { modes in
      lectern_crash_arm(output.descriptor, modes, bytes, bytes.count)
    }
  }

  private func render(_ frame: Frame) {
    let window = curses_window()
    for number in 0..<size.rows {
      let line = number < frame.lines.count ? frame.lines[number] : Line()
      let before = drawn.flatMap { number < $0.lines.count ? $0.lines[number] : nil }
      if line == before { continue }
      row.fill(with: line, after: before, columns: size.columns)
      row.draw(in: window, row: number)
    }
    place(frame.cursor)
    wnoutrefresh(window)
    doupdate()
    output.send()
    drawn = frame
  }

  private func place(_ cursor: Point?) {
    if (cursor != nil) != cursorIsVisible {
      cursorIsVisible = cursor != nil
      curs_set(cursorIsVisible ? 1 : 0)
    }
    guard let cursor else { return }
    let column = min(max(0, cursor.column), size.columns - 1)
    wmove(curses_window(), Int32(min(max(0, cursor.row), size.rows - 1)), Int32(column))
  }
}
