import CSystem
import CursesTerminal
import Glibc
import Screen

/// A small program around the terminal: letters choose scenes, digits crashes, other keys are named
/// in the last row.
final class Fixture {
  private let terminal: Terminal
  private let signals: Int32
  private var scene = Scene.words
  private var selected = 0
  private var note = ""

  init() throws(TerminalError) {
    signals = lectern_signals_open()
    terminal = try Terminal()
  }

  func run() -> Never {
    show()
    while true {
      var polls = [
        pollfd(fd: terminal.inputDescriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        pollfd(
          fd: terminal.isBlocked ? terminal.outputDescriptor : -1, events: Int16(POLLOUT),
          revents: 0),
      ]
      let count = poll(&polls, 3, terminal.escapeTimeout.map(Int32.init) ?? -1)
      if count == 0 { terminal.decidePending().forEach(take) }
      if polls[1].revents != 0 { takeSignals() }
      if polls[0].revents != 0 { takeKeys() }
      if polls[2].revents != 0 { terminal.sendRest() }
    }
  }

  private func show() {
    terminal.draw(scene.frame(size: terminal.size, selected: selected, note: note))
  }

  private func takeKeys() {
    switch terminal.readKeys() {
    case .keys(let keys): keys.forEach(take)
    case .closed: end(128 + SIGHUP)
    }
  }

  private func takeSignals() {
    let taken = lectern_signals_take()
    for number in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] where taken & 1 << number != 0 {
      end(128 + number)
    }
    if taken & 1 << SIGTSTP != 0 { stop() }
    if taken & 1 << SIGWINCH != 0 { terminal.resized() }
    if taken & 1 << SIGCONT != 0 { terminal.resume() }
    show()
  }

  private func end(_ status: Int32) -> Never {
    terminal.close()
    terminal.close()
    exit(status)
  }

  private func stop() {
    terminal.suspend()
    lectern_stop()
    terminal.resume()
  }

  private func take(_ key: Key) {
    note = "key \(key.name)"
    if case .paste(let text) = key { note = "paste of \(text.utf8.count): \(text.prefix(20))" }
    if case .character(let scalar) = key { choose(Character(scalar)) }
    show()
  }

  private func choose(_ letter: Character) {
    if let scene = Scene(rawValue: letter) { self.scene = scene }
    Crash(rawValue: letter)?.happen([])
    switch letter {
    case "j": selected += 1
    case "k": selected -= 1
    case "q": end(0)
    case "z": stop()
    case "r": terminal.redraw()
    case "R": terminal.resume()
    case "W": note = countedWrites()
    case "F": flood()
    case "T": note = Timing(terminal).description
    default: break
    }
  }

  /// Draws until the terminal takes no more, and tells it by the name of the process.
  private func flood() {
    while !terminal.isBlocked {
      selected += 1
      terminal.draw(Scene.page.frame(size: terminal.size, selected: selected, note: "flood"))
    }
    let name = open("/proc/self/comm", O_WRONLY | O_CLOEXEC)
    write(name, "blocked", 7)
    close(name)
  }

  /// Puts a socket that keeps writes apart in the place of the terminal, and counts.
  private func countedWrites() -> String {
    var pair: [Int32] = [0, 0]
    socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue | SOCK_NONBLOCK.rawValue), 0, &pair)
    let kept = dup(terminal.outputDescriptor)
    dup2(pair[0], terminal.outputDescriptor)
    var counts: [String] = []
    var packet = [UInt8](repeating: 0, count: 200_000)
    var all: [UInt8] = []
    for (scene, selected) in [(Scene.page, 1), (.list, 2), (.list, 3), (.list, 3), (.wide, 0)] {
      terminal.draw(scene.frame(size: terminal.size, selected: selected, note: "counted"))
      var count = 0
      while case let size = read(pair[1], &packet, packet.count), size > 0 {
        all += packet[..<size]
        count += 1
      }
      counts.append("\(count)")
    }
    dup2(kept, terminal.outputDescriptor)
    all.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count {
        start += max(0, write(kept, bytes.baseAddress.map { $0 + start }, bytes.count - start))
      }
    }
    return "writes " + counts.joined(separator: " ")
  }
}
